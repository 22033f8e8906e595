/* flags: -O2 -lm */
/* Reductions in loops whose workers stay: conjugate gradients, counts, extremes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 3000 };

static double x[N], r[N], p[N], q[N];
static long everywhere;

static double dot(const double *a, const double *b, int n)
{
    double sum = 0;
#pragma ppar for reduction(+ : sum)
    for (int i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static void multiply(double *to, const double *from)
{
    to[0] = 4 * from[0] - from[1];
    to[N - 1] = 4 * from[N - 1] - from[N - 2];
#pragma ppar for
    for (int i = 1; i < N - 1; i++)
        to[i] = 4 * from[i] - from[i - 1] - from[i + 1];
}

static void add(double *to, const double *a, double factor, const double *b)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        to[i] = a[i] + factor * b[i];
}

static void advance(double *to, double factor, const double *b)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        to[i] += factor * b[i];
}

static int most(int first, int last, unsigned *bits)
{
    int high = -1000, low = 1000, count = 0;
    unsigned all = 0;
#pragma ppar for
    for (int i = first; i < last; i++) {
        int v = (int)(100 * sin(i + x[i]));
        high = v > high ? v : high;
        low = v < low ? v : low;
        count += v > 20;
        all ^= (unsigned)v;
        everywhere += v;
        q[i] = v;
    }
    *bits = all;
    return high * 1000 + low + count;
}

int main(void)
{
    setenv("PPAR_STAY", "on", 1);
    setenv("PPAR_GATE", "on", 1); /* where they cannot stay */
    for (int i = 0; i < N; i++)
        r[i] = p[i] = i % 17;
    double before = dot(r, r, N);
    for (int step = 0; step < 25; step++) {
        unsigned bits;
        multiply(q, p);
        double alpha = before / dot(p, q, N);
        advance(x, alpha, p);
        advance(r, -alpha, q);
        double now = dot(r, r, N);
        add(q, r, now / before, p);
        advance(p, 0, q);
        add(p, q, 0, q);
        before = now;
        int m = most(step, N - step * 7, &bits);
        printf("%d %.9g %.9g %d %u %ld\n", step, now, dot(x, x, N - step), m, bits, everywhere);
    }
    return 0;
}
