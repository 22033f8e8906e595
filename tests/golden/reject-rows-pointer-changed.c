/* status: 1 */
/* The pointer to a row moves through it. */
void f(double **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        m[i] = m[0] + i / 2;
        *m[i] += 1;
    }
}
