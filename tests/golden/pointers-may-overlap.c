/* status: 1 */
/* Two parameters may point into the same array, and how far one of them is read is not known. */
void f(double *out, const double *in, const int *from, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[i] = in[from[i]] + 1;
}
