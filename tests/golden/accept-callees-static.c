#include <math.h>

enum { N = 100 };
static double a[N];

static double gauss(double x) { return exp(-x * x); }

static double (*kernel)(double) = gauss;
static double (*const root)(double) = sqrt;

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = kernel(0.1 * i) + (*root)(i);
}
