#include <stdio.h>

enum { N = 100 };
static double a[N], last;

static double walk(double x, int depth);

static double (*again)(double, int) = walk;

static double walk(double x, int depth)
{
    if (depth == 0) {
        double d = x - last;
        last = x;
        return d;
    }
    return again(x, depth - 1);
}

int main(int argc, char **argv)
{
    (void)argv;
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = walk(i, argc + 50);
    printf("%g\n", a[N - 1]);
    return 0;
}
