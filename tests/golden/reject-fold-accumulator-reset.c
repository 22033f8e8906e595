/* status: 1 */
/* The accumulator is also set. */
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
        struct sum one = {1, v[i]};
        merge(&all, &one);
        if (i == 7)
            all.n = 0;
    }
    *result = all;
}
