#include <stdio.h>
#include <string.h>

enum { N = 100 };
static double a[N], last;

static double square(double x) { return x * x; }
static double difference(double x)
{
    double d = x - last;
    last = x;
    return d;
}

static double (*const table[])(double) = {difference, square};
static double (*active[2])(double) = {square, square};

int main(void)
{
    memcpy(active, table, sizeof active);
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = active[0](i);
    printf("%g\n", a[N - 1]);
    return 0;
}
