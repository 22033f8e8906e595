/* The call stands in a function that is in sight, which has a variable of the same name. */
double look(const double *p);
double a[100], s[100];

static double twice(const double *p)
{
    double i = look(p);
    return 2 * i;
}

void f(void)
{
#pragma ppar for in(a[i])
    for (int i = 0; i < 100; i++)
        s[i] = twice(&a[i]);
}
