/* The result points into the argument, anywhere. */
#pragma ppar effects(returns(a))
double *pick(double *a, int i);
double a[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        *pick(a, i) += i;
    }
}
