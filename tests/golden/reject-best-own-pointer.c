/* status: 1 */
/* The companion is a pointer to the iteration's own variable. */
static double best = -1;
static const double *where;

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double own = v[i] * v[i];

        if (own > best) {
            best = own;
            where = &own;
        }
    }
}

int g(void)
{
    return where != 0;
}
