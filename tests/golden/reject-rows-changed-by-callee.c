/* status: 1 */
/* A callee makes the next row the same as this one. */
static void link(double **m, int i)
{
    m[i + 1] = m[i];
}

void f(double **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        m[i][0] += i;
        link(m, i);
    }
}
