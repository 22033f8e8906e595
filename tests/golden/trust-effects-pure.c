/* A function of another file that only computes. */
#pragma ppar effects(pure)
double simulate(double x, double y);
double r[100], p[100], q[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        r[i] = simulate(p[i], q[i]);
    }
}
