/* status: 0 */
/* Members behind one pointer parameter. */
struct grid {
    int n;
    double v[100], w[100];
};

void f(struct grid *g)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        g->w[i] = 2.0 * g->v[i];
}
