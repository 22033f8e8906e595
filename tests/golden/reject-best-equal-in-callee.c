/* status: 1 */
/* Nothing can be put into the branch for this loop alone. */
static double best = -1;
static int where;

static void look(double v, int i)
{
    if (v >= best) {
        best = v;
        where = i;
    }
}

int f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        look(v[i], i);
    return where;
}
