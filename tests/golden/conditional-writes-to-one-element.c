/* status: 1 */
/* Two iterations may write best[k], and which of them does is known in a function only. */
double best[50];

static void keep(double *place, double value)
{
    if (value > 0)
        *place = value;
}

void f(const double *restrict x)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        keep(&best[i / 2], x[i]);
}
