/* The best record, of those that count. */
struct item {
    int id;
    double cost;
};
struct item best = {-1, 1e9};

void f(const struct item *restrict items, const int *restrict counts, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (counts[i] && items[i].cost < best.cost)
            best = items[i];
}
