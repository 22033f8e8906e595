/* status: 1 */
/* The function changes what stands behind the accumulator. */
struct sum {
    long n;
    double total;
};
static void merge(struct sum *acc, const struct sum *part)
{
    acc[1].n += part->n;
}

void f(struct sum *restrict result, const struct sum *restrict table, int n)
{
    struct sum all[4] = {{0, 0}};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        merge(&all[1], &table[i]);
    }
    *result = all[2];
}
