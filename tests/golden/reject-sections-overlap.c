/* status: 1 */
/* Each call updates its row and the first element of the next one. */
void relax(double *row, int w);
double a[1000];

void f(int n, int w)
{
#pragma ppar for inout(a[i * w : w + 1])
    for (int i = 0; i < n; i++)
        relax(a + i * w, w);
}
