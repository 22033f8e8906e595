/* Rows of a sparse matrix, scaled in place by what stands in the columns. */
static int ptr[101], col[1000];
static double value[1000];

void f(const double *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int k = ptr[i]; k < ptr[i + 1]; k++)
            value[k] = value[k] * x[col[k]];
}
