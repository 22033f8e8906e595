/* The pointer that it was made of has moved on. */
void f(int n, double *p)
{
    double *q = p;

    p++;
#pragma ppar for
    for (int i = 0; i < n; i++)
        p[i] = q[i] * 2;
}
