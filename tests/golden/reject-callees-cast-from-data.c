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

static void *found = (void *)difference;

int main(int argc, char **argv)
{
    (void)argv;
    double (*f)(double) = argc > 5 ? square : (double (*)(double))found;
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = f(i);
    printf("%g\n", a[N - 1]);
    return 0;
}
