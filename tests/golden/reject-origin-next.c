/* status: 1 */
/* The other pointer is one element further. */
void f(int n, double *p)
{
    double *q = p + 1;

#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = p[i] * 2;
}
