/* status: 0 */
/* A function of its arguments. */
double a[100], b[100];

static double square(double x)
{
    return x * x;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = square(b[i]) + square(a[i]);
}
