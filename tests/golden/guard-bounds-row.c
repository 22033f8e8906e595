/* Rows of ten elements: what does not fit into one would reach the next. */
double a[30][10];

void f(int n, int m)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        for (int k = 1; k < m; k++)
            a[i][k] = a[i][k - 1] + i;
}
