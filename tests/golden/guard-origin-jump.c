/* The second time round the pointer is not made again, and n is another one. */
void f(int n, double *p)
{
    int distance = n;
    double *q = p + distance;
    int rounds = 0;

again:
#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = p[i] * 2;
    p += n - 1;
    if (rounds++ < 1)
        goto again;
}
