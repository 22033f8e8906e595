/* status: 1 */
/* The call moves a pointer of the body's. */
void step(double **p);
double a[1000], s[100];
void f(void)
{
#pragma ppar for in(s[i])
    for (int i = 0; i < 100; i++) {
        double *p = &a[10 * i];
        for (int j = 0; j < 10; j++) {
            *p = *p + 1;
            step(&p);
        }
    }
}
