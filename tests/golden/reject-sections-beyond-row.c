/* status: 1 */
/* The section of a row goes on into the next one. */
void solve(double *row);
double m[50][20];

void f(void)
{
#pragma ppar for inout(m[i][0 : 21])
    for (int i = 0; i < 49; i++)
        solve(m[i]);
}
