/* The outer loop moves the base, and the pointer was made before. */
void f(int n, double *p)
{
    double *q = p + n;

    for (int round = 0; round < 2; round++) {
#pragma ppar for
        for (int i = 0; i < n; i++)
            q[i] = p[i] * 2;
        p += n - 1;
    }
}
