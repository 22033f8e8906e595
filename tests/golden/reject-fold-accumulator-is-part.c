/* status: 1 */
/* The accumulator is folded into itself. */
struct sum {
    long n;
    double total;
};
static void merge(struct sum *acc, const struct sum *part)
{
    acc->n += part->n;
    acc->total += part->total;
}

void f(struct sum *restrict result, const double *restrict v, int n)
{
    struct sum all = {0, 0};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        if (v[i] > 0)
            merge(&all, &all);
    }
    *result = all;
}
