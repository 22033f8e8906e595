/* verdict: proven */
/* Updates behind a condition on data that keeps most iterations away from a block which is far too
 * short for them. What lies behind it, other blocks of the heap among it, is not theirs to send. */
#include <stdio.h>
#include <stdlib.h>

enum { N = 20000, SHORT = 40 };

static void update(int *restrict p, const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (x[i] > 0)
            p[i] += x[i];
        if (x[i] == -5)
            printf("%d\n", i);
    }
}

int main(void)
{
    int *x = calloc(N, sizeof *x), *p = calloc(SHORT, sizeof *p);
    if (!x || !p)
        return 1;
    for (int i = 0; i < N; i++)
        x[i] = i < SHORT ? i + 1 : -(i % 100);
    for (int round = 0; round < 5; round++) {
        char *more = malloc((size_t)1000 * (size_t)(round + 1));
        update(p, x, N);
        free(more);
    }
    long sum = 0;
    for (int i = 0; i < SHORT; i++)
        sum += (i + 1L) * p[i];
    printf("%ld\n", sum);
    free(p);
    free(x);
    return 0;
}
