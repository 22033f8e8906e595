/* The pointer comes out of memory, which has changed since. */
struct grid {
    double *cells;
    int width;
};

void f(int n, struct grid *g, double *p)
{
    g->cells = p + n;
    double *q = g->cells + g->width;

    g->width = n;
    g->cells = p;
#pragma ppar for
    for (int i = 0; i < n; i++)
        q[i] = g->cells[i] * 2;
}
