/* verdict: proven */
/* In whatever order iterations come, each comes once, with its number. */
#include <math.h>
#include <stdio.h>
#ifdef _PPAR
#include <ppar.h>
#define BEHIND(e)
#else
#define BEHIND(e) e
static unsigned long long number;
static unsigned long long ppar_iteration(void)
{
    return number;
}
#endif

enum { N = 300 };

static double a[N], squares[N];
static int times[N], wrong;
static long total;

static double work(int i)
{
    double sum = 0;
    for (int k = 1; k < 200 + (i % 16 == 0 ? 20000 : 0); k++)
        sum += sin(i * k) / k;
    return sum;
}

static void take(int i, double value)
{
    times[i]++;
    total += i;
    squares[i] = value * value;
}

int main(void)
{
    int numbers = 0;
#pragma ppar for after(unordered : take(i, a[i])) schedule(dynamic, 1)
    for (int i = 0; i < N; i++) {
        a[i] = work(i);
        BEHIND(take(i, a[i]));
    }
    for (int i = 0; i < N; i++) {
        wrong += times[i] != 1;
        printf("%.17g\n", squares[i]);
    }
    printf("%d %ld\n", wrong, total);
#pragma ppar for after(unordered : numbers += ppar_iteration() == (unsigned)(i - 10) / 3)
    for (int i = 10; i < 10 + 3 * N; i += 3) {
#ifndef _PPAR
        number = (unsigned)(i - 10) / 3;
#endif
        a[(i - 10) / 3] = (double)ppar_iteration();
        BEHIND(numbers += ppar_iteration() == (unsigned)(i - 10) / 3);
    }
    for (int i = 0; i < N; i++)
        wrong += a[i] != i;
    printf("%d %d\n", wrong, numbers);
    return 0;
}
