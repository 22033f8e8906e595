/* A global buffer that each iteration fills before it reads it is sent to nobody. */
static double scratch[32];
double a[100];

void f(const double *restrict x)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 32; k++)
            scratch[k] = x[i] + k;
        a[i] = 0;
        for (int k = 0; k < 32; k++)
            a[i] += scratch[k];
    }
}
