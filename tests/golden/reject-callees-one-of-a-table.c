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

static const struct {
    const char *name;
    double (*f)(double);
} methods[] = {{"square", square}, {"difference", difference}};

int main(int argc, char **argv)
{
    (void)argv;
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = methods[argc > 1].f(i);
    printf("%g\n", a[N - 1]);
    return 0;
}
