/* status: 1 */
/* Rows behind pointers that lie in rows; a subscript that is not linear. */
double a[100];

void f(double ***row, int n, int m)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        row[i][0][0] = 1;
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i * i % m] = a[i] + 1;
}
