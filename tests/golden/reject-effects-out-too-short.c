/* The element behind the written section is read. */
#pragma ppar effects(out(t[0 : n]))
void fill(double *t, int n);
double t[100], r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        fill(t, 50);
        r[i] = t[50];
        t[50] = i;
    }
}
