/* status: 1 */
/* Two parameters may point into the same array. */
void f(double *out, const double *in, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[i] = in[i] + 1;
}
