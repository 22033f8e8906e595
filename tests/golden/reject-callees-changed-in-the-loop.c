#include <stdio.h>

enum { N = 100 };
static double a[N];

static double square(double x) { return x * x; }
static double cube(double x) { return x * x * x; }

static double (*kernel)(double) = square;

int main(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        a[i] = kernel(i);
        if (i == 50)
            kernel = cube;
    }
    printf("%g\n", a[N - 1]);
    return 0;
}
