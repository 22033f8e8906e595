/* status: 1 */
/* The rows of a matrix do not overlap, its columns do. */
static int ptr[101], col[1000];
static double x[100];

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int k = ptr[i]; k < ptr[i + 1]; k++)
            x[col[k]] += v[k];
}
