/* A break that comes out of a macro, in an if without braces. */
#define UNLESS(condition) if (!(condition)) break

int f(const double *restrict x, double *restrict y, int n)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i++)
        UNLESS((y[i] = x[i] + 1) > 0);
    return i;
}
