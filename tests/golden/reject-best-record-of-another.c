/* status: 1 */
/* The record that is kept is not the one that was compared. */
struct item {
    int id;
    double cost;
};
struct item best = {-1, 1e9};

void f(const struct item *items, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (items[i].cost < best.cost)
            best = items[i + 1];
}
