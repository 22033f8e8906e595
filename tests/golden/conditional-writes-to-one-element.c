/* status: 1 */
/* Two iterations may write best[k], and which of them does is not known. */
double best[50];

void f(const double *restrict x)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] > 0)
            best[i / 2] = x[i];
}
