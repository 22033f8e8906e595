/* Two elements from i on, read and written. */
#pragma ppar effects(in(t[0 : n]) out(t[0 : n]))
void sweep(double *t, int n);
double t[101];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        sweep(t + i, 2);
    }
}
