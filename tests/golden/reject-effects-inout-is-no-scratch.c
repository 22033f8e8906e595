/* An update may leave what the iteration before it wrote. */
#pragma ppar effects(inout(t[0 : n]))
void update(double *t, int n);
static double t[10];
double r[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        update(t, 10);
        r[i] = t[3];
        t[3] = i;
    }
}
