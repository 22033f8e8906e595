#include <stdio.h>

enum { N = 100 };
static double a[N], last;

enum color { RED, GREEN };

static double plain(unsigned x) { return x; }
static double difference(enum color x)
{
    double d = x - last;
    last = x;
    return d;
}

static double (*kernels[2])(unsigned) = {plain, plain};

/* A pointer to one type is compatible with a pointer to the other. */
static void set(double (**slot)(unsigned)) { *slot = difference; }

int main(void)
{
    set(kernels);
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = kernels[0]((unsigned)i);
    printf("%g\n", a[N - 1]);
    return 0;
}
