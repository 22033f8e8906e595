/* What a call reads, only later iterations write. */
double mean(const double *p);
double a[104];

void f(void)
{
#pragma ppar for in(a[i : 4])
    for (int i = 0; i < 100; i++)
        a[i] = mean(&a[i]);
}
