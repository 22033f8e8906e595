/* verdict: proven */
/* What reads results of other iterations finds the serial program's memory: those of earlier ones are
 * there, those of later ones are not. */
#include <math.h>
#include <stdio.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 150 };

static double a[N + 1], big[N][2500];

static double work(int i)
{
    double sum = 0;
    for (int k = 1; k < 300; k++)
        sum += sin(i * k) / k;
    return sum;
}

static double sum_of(const double *from, int count)
{
    double sum = 0;
    for (int k = 0; k < count; k++)
        sum += from[k];
    return sum;
}

int main(void)
{
#pragma ppar for after(printf("%d %.17g\n", i, i ? a[i] - a[i - 1] : 0))
    for (int i = 0; i < N; i++) {
        a[i] = work(i);
        BEHIND(printf("%d %.17g\n", i, i ? a[i] - a[i - 1] : 0));
    }
#pragma ppar for after(printf("%d %.17g\n", i, a[i + 1]))
    for (int i = 0; i < N; i++) {
        a[i] = work(2 * i);
        BEHIND(printf("%d %.17g\n", i, a[i + 1]));
    }
#pragma ppar for after(printf("%d %.17g\n", i, sum_of(a, N)))
    for (int i = N - 1; i >= 0; i -= 2) {
        a[i] = work(3 * i);
        BEHIND(printf("%d %.17g\n", i, sum_of(a, N)));
    }
#pragma ppar for after(printf("%d %.17g\n", i, sum_of(big[i], 2500)))
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 2500; k++)
            big[i][k] = a[i] * k;
        BEHIND(printf("%d %.17g\n", i, sum_of(big[i], 2500)));
    }
    return 0;
}
