/* status: 1 */
/* The call itself moves the place of the next one. */
void fill(double *p, int *k);
double a[100];
int k;

void f(void)
{
#pragma ppar for inout(k) out(a[k])
    for (int i = 1; i < 100; i++)
        fill(&a[k], &k);
}
