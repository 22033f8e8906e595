/* Rows behind a table of pointers. */
void fill(double *row, int w);

void f(double **rows, int n, int w)
{
#pragma ppar for out(rows[i][0 : w])
    for (int i = 0; i < n; i++)
        fill(rows[i], w);
}
