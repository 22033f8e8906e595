/* status: 1 */
/* What one iteration's call reads another one's has written. */
void step(double *to, const double *from);
double a[100];

void f(void)
{
#pragma ppar for in(a[i - 1]) out(a[i])
    for (int i = 1; i < 100; i++)
        step(&a[i], &a[i - 1]);
}
