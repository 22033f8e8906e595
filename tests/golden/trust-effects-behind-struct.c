/* A section behind a member of a struct. */
struct grid {
    int width;
    double *cell;
};
#pragma ppar effects(in(g->cell[0 : g->width]))
double total(const struct grid *g, int i);
static double r[100];
extern const struct grid *grid;

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        r[i] = total(grid, i);
    }
}
