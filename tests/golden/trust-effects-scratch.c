/* A buffer that a function of another file fills whole. */
#pragma ppar effects(out(t[0 : n]))
void fill(double *t, int n, int seed);
static double t[50];
double r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        fill(t, 50, i);
        r[i] = t[7] + t[9];
    }
}
