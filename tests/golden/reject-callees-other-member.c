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

static struct {
    double (*f[2])(double);
    double scale;
} method = {{square, square}, 1};

int main(int argc, char **argv)
{
    (void)argv;
    method.f[argc - 1] = difference;
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = method.f[0](i) * method.scale;
    printf("%g\n", a[N - 1]);
    return 0;
}
