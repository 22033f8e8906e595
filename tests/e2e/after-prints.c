/* verdict: proven */
/* The text of an iteration, what is printed behind it, and the next iteration's text follow each
 * other as in the serial program. */
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#ifdef _PPAR
#define BEHIND(e)
#else
#define BEHIND(e) e
#endif

enum { N = 60 };

static double a[N];

static double work(int i)
{
    double sum = 0;
    printf("  begin %d\n", i);
    for (int k = 1; k < 500 + 500 * (i % 3); k++)
        sum += sin(i * k) / k;
    if (i % 7 == 0) {
        fflush(stdout);
        if (write(1, "  raw\n", 6) != 6)
            return -1;
    }
    printf("  end %d\n", i);
    return sum;
}

int main(void)
{
    int i, j;
    unsigned char k;
    setvbuf(stdout, NULL, _IOFBF, 1 << 12);
#pragma ppar for after(printf("%d: %.17g\n", i, a[i]))
    for (i = 0; i < N; i++) {
        a[i] = work(i);
        BEHIND(printf("%d: %.17g\n", i, a[i]));
    }
    printf("%d\n", i);
#pragma ppar for collapse(2) after(printf("%d and %d\n", i, j))
    for (i = 5; i > 0; i--)
        for (j = 0; j < 7; j += 2) {
            a[8 * i + j] = work(i * j);
            BEHIND(printf("%d and %d\n", i, j));
        }
    printf("%d %d\n", i, j);
#pragma ppar for after(printf("%d\n", k))
    for (k = 250; k < 253; k++) {
        printf("body %d\n", k);
        BEHIND(printf("%d\n", k));
    }
#pragma ppar for if (N < 10) after(printf("%d\n", q))
    for (long q = 3; q <= 5; q++) {
        printf("serial %ld\n", q);
        BEHIND(printf("%ld\n", q));
    }
#pragma ppar for after(printf("never %lld\n", z))
    for (long long unsigned z = 9; z < (unsigned)i; z++) {
        printf("no trip %lld\n", z);
        BEHIND(printf("never %lld\n", z));
    }
    return 0;
}
