/* status: 1 */
/* What 'after' reads, and the parent does not have. */
#include <errno.h>
#include <math.h>
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 100 };

static double a[N];

double unknown(double x);

int main(void)
{
    double t, sum = 0;
#pragma ppar for private(t) after(printf("%g\n", t))
    for (int i = 0; i < N; i++) {
        t = sqrt(i);
        a[i] = t;
    }
#pragma ppar for reduction(+ : sum) after(printf("%g\n", sum))
    for (int i = 0; i < N; i++)
        sum += sqrt(i);
#pragma ppar for after(printf("%g\n", ppar_random()))
    for (int i = 0; i < N; i++)
        a[i] = ppar_random();
#pragma ppar for after(printf("%d\n", errno))
    for (int i = 0; i < N; i++)
        a[i] = strtod("1e999", NULL);
#pragma ppar for after(unknown(a[i]))
    for (int i = 0; i < N; i++)
        a[i] = sqrt(i);
    return sum > 0;
}
