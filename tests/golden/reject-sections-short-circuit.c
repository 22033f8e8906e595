/* status: 1 */
/* The buffer is filled when a condition holds, and read in any case. */
int ok(double *p);
double a[100], s[100], buf[4];
int c[100];
void f(void)
{
#pragma ppar for out(buf)
    for (int i = 0; i < 100; i++)
        s[i] = c[i] && ok(buf) ? buf[0] : buf[1];
}
