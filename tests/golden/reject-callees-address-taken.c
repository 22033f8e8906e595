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

static double (*kernel)(double) = square;

static void set(double (**slot)(double)) { *slot = difference; }

int main(void)
{
    set(&kernel);
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = kernel(i);
    printf("%g\n", a[N - 1]);
    return 0;
}
