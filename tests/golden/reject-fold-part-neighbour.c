/* status: 1 */
/* The function looks behind the part. */
struct sum {
    long n;
    double total;
};
static void merge(struct sum *acc, const struct sum *part)
{
    acc->n += part[1].n;
}

void f(struct sum *restrict result, const struct sum *restrict table, int n)
{
    struct sum all = {0, 0};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        merge(&all, &table[i]);
    }
    *result = all;
}
