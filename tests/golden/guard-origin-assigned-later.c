/* It was made from the other half and then set to the same one. */
void f(int n, double *p, int same)
{
    double *q = p + n;

    if (same)
        q = p + 1;
#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = p[i] * 2;
}
