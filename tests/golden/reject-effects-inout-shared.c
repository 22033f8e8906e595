/* What is updated is the same in all iterations. */
#pragma ppar effects(inout(t[0 : n]))
void update(double *t, int n);
double t[10], r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        update(t, 10);
        r[i] = t[3];
    }
}
