/* The counter is declared before the loop, and counts down. */
void fill(double *p);
double a[100];

void f(void)
{
    int i;
#pragma ppar for out(a[i])
    for (i = 99; i >= 0; i--)
        fill(&a[i]);
}
