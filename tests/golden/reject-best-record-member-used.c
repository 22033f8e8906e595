/* status: 1 */
/* A member of the best so far is used in every iteration. */
struct item {
    double cost;
    int id;
};
struct item best = {1e9, -1};

void f(int *restrict out, const struct item *restrict items, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (items[i].cost < best.cost)
            best = items[i];
        out[i] = best.id;
    }
}
