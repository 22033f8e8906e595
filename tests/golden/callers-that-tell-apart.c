/* Every call gives two parameters pointers into different objects: no test is needed. */
#include <stdlib.h>

static double x[200], y[200], z[200];
static struct {
    double a[100];
} s, t[3];

static void arrays(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void blocks(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void members(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void by_name(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void null(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void casts(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void in_statement(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

/* Through two functions, and round in a circle. */
static void innermost(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

static void between(double *p, double *q, int n)
{
    double own[100];
    innermost(p, q, n);
    innermost(q + 1, p, n);
    innermost(own, p, n);
    if (n > 50)
        between(q, p, n - 1);
}

/* An array of the file, and how far the parameter is followed is not known. */
static void global(double *b, const int *index, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        x[i] = b[index[i]];
}

/* A block of the file, which is allocated when it is needed. */
static double *buffer;

static void fill(double *b, int n)
{
    if (!buffer)
        buffer = malloc(100 * sizeof *buffer);
#pragma ppar for
    for (int i = 1; i < n; i++)
        buffer[i] = b[i] + b[i - 1];
}

void f(int n)
{
    double *h = malloc(800), *k = calloc(100, 8), local[100];
    int index[100] = {n};
    if (!h || !k)
        return;
    arrays(x, y, 100);
    arrays(y, x + 50, 100);
    arrays(&z[3], local, 100);
    blocks(h, k, 100);
    blocks(x, h, 100);
    blocks(k + 3, local, 50);
    members(s.a, &t[1].a[5], 50);
    members(x, s.a, 100);
    double *p = x, *q = y + 1;
    by_name(p, q, 100);
    by_name(k, p, 100);
    null(x, NULL, 0);
    null(0, y, 0);
    casts((double *)(void *)x, (double *)(char *)y, 100);
    ({ in_statement(x, y, 100); });
    for (int i[1] = {(in_statement(y, x, 100), 0)}; i[0] < 2; i[0]++)
        ;
    between(x, y, 100);
    between(h, z, 100);
    global(y, index, 100);
    global(local, index, 100);
    fill(x, 100);
    fill(h, 100);
}
