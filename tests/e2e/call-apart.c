/* verdict: proven proven guarded guarded guarded proven */
/* Static functions whose calls keep parameters apart, and others that are called with one array
 * twice: by their name, through a pointer, further in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 3000 };

static double x[N + 1], y[N + 1], z[N + 1];

static void start(double *block)
{
    for (int i = 0; i <= N; i++) {
        x[i] = i % 7;
        y[i] = i % 11;
        z[i] = i % 13;
        block[i] = i % 5;
    }
}

static double sum(const double *v)
{
    double total = 0;
    for (int i = 0; i < N; i++)
        total = total * 0.999 + v[i];
    return total;
}

static void apart(double *to, double *from, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        to[i] = from[i] + 0.5 * from[i - 1];
}

static void inside(double *to, double *from, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        to[i] = from[i] + 0.5 * from[i - 1];
}

static void around(double *p, double *q, int n)
{
    double own[N];
    memcpy(own, p, sizeof own);
    inside(p, own, n);
    inside(own, q, n);
    inside(q + 1, own, n - 1);
    if (n > N - 3)
        around(q, p, n - 1);
}

static void once(double *to, double *from, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        to[i] = from[i] + 0.5 * from[i - 1];
}

static void by_pointer(double *to, double *from, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        to[i] = from[i] + 0.5 * from[i - 1];
}

static void deep(double *to, double *from, int n)
{
    if (n > N - 2)
        deep(to, to, n - 1);
#pragma ppar for
    for (int i = 1; i < n; i++)
        to[i] = from[i] + 0.5 * from[i - 1];
}

static void gather(const double *from, const int *index)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        z[i] = from[index[i]];
}

int main(int argc, char **argv)
{
    (void)argv;
    double *block = malloc((N + 1) * sizeof *block);
    int index[N];
    if (!block)
        return 2;
    start(block);
    apart(x, y, N);
    apart(block, x + 1, N);
    apart(&z[1], block, N - 1);
    printf("%a %a %a %a\n", sum(x), sum(y), sum(z), sum(block));
    around(x, block, N);
    around(y, z, N);
    printf("%a %a %a %a\n", sum(x), sum(y), sum(z), sum(block));
    once(x, y, N);
    once(y, y, N);
    once(z + 1, z, N);
    printf("%a %a %a\n", sum(x), sum(y), sum(z));
    void (*f)(double *, double *, int) = argc > 5 ? once : by_pointer;
    by_pointer(x, y, N);
    f(y, y, N);
    deep(x, z, N);
    printf("%a %a %a\n", sum(x), sum(y), sum(z));
    for (int i = 0; i < N; i++)
        index[i] = i * 37 % N;
    gather(x, index);
    gather(block, index);
    printf("%a\n", sum(z));
    free(block);
    return 0;
}
