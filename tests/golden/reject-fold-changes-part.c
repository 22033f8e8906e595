/* status: 1 */
/* The function changes the part. */
struct sum {
    long n;
    double total;
};
static void merge(struct sum *acc, struct sum *part)
{
    acc->n += part->n;
    part->n = 0;
}

void f(struct sum *restrict result, struct sum *restrict table, int n)
{
    struct sum all = {0, 0};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        merge(&all, &table[i]);
    }
    *result = all;
}
