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

struct method {
    int order;
    double (*f)(double);
};

static struct method first = {1, square}, second = {2, difference}, chosen = {1, square};

static const struct method *pick(int how) { return how > 5 ? &first : &second; }

int main(int argc, char **argv)
{
    (void)argv;
    chosen = *pick(argc);
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = chosen.f(i);
    printf("%g\n", a[N - 1]);
    return 0;
}
