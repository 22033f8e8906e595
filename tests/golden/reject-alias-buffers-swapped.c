/* status: 1 */
/* Two buffers change places in each iteration. */
double x[10], y[10];

void f(void)
{
    double *old = x, *new = y;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        double *t = old;

        for (int k = 1; k < 9; k++)
            new[k] = 0.5 * (old[k - 1] + old[k + 1]);
        old = new;
        new = t;
    }
}
