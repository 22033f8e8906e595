#include <stdio.h>

enum { N = 100 };
static double a[N], last;

static double square(double x) { return x * x; }
static double difference(double x)
{
    double d = x - last;
    last = x;
    return d;
}

static double twice(double (*f)(double), double x) { return f(x) + f(x); }

/* 'twice' is called by its name with 'square' only. */
static double (*const wrap)(double (*)(double), double) = twice;

int main(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = twice(square, i) + wrap(difference, i);
    printf("%g\n", a[N - 1]);
    return 0;
}
