/* status: 1 */
/* The first is the best in any case, in a function that is called. */
static double best;
static int where = -1;

static void look(double v, int i)
{
    if (where < 0 || v > best) {
        best = v;
        where = i;
    }
}

int g(void)
{
    return where + best > 3;
}

void f(const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        look(v[i], i);
}
