/* flags: -O1 -DWITH=2 -lm */
/* verdict: proven */
/* Another pragma, for another compiler, in another group of #if. */
#include <stdio.h>

int main(void)
{
    static double a[1000], b[1000], c[1000];
#ifdef _PPAR
#pragma ppar for
#else
#pragma omp parallel for
#endif
    for (int i = 0; i < 1000; i++)
        a[i] = 0.5 * i;
#if WITH == 1
#pragma omp parallel for
#elif WITH == 2
#pragma ppar for
#elif WITH == 3
    for (int i = 0; i < 7; i++)
#else
#error never
#endif
#if 0
    while (0)
#endif
    for (int i = 0; i < 1000; i++)
        b[i] = a[i] + 1;
#ifndef _PPAR
#pragma omp parallel for
#else
#pragma ppar for schedule(static)
#endif /* done */
    /* a comment */
    for (int i = 0; i < 1000; i++) c[i] = b[i] + __LINE__;
    for (int i = 0; i < 1000; i += 99)
        printf("%g %g %g\n", a[i], b[i], c[i]);
    printf("%d\n", __LINE__);
    return 0;
}
