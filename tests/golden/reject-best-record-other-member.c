/* status: 1 */
/* One member is compared with another. */
struct item {
    double cost, weight;
};
struct item best = {1e9, 1e9};

void f(const struct item *items, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (items[i].cost < best.weight)
            best = items[i];
}
