/* The distance has changed since the pointer was made. */
void f(int n, double *p)
{
    int distance = 1;
    double *q = p + distance;

    distance = n;
#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = p[i] * distance;
}
