/* status: 1 */
/* Three levels. */
void f(double ***m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        m[i][i][0] = 1;
}
