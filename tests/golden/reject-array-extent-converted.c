/* status: 1 */
/* With n = 300 the rows have 44 elements, and j goes on into the next ones. */
void f(int n, double a[][(unsigned char)n])
{
#pragma ppar for
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < n; j++)
            a[i][j] = 2 * a[i][j] + i;
}
