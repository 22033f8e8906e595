/* A pointer made from another one, and one half from the other. */
void f(int n, double *p)
{
    double *q = p + 1, *half = p + n;

#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = p[i + 1] * 2;
#pragma ppar for
    for (int i = 0; i < n; i++)
        half[i] = p[i] * 2;
}
