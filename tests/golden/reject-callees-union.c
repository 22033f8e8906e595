#include <stdint.h>
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

static union {
    double (*f)(double);
    uintptr_t bits;
} kernel = {square};

int main(void)
{
    kernel.bits = (uintptr_t)difference;
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = kernel.f(i);
    printf("%g\n", a[N - 1]);
    return 0;
}
