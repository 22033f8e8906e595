/* status: 1 */
/* The part may be missing. */
struct sum {
    long n;
    double total;
};
static void merge(struct sum *acc, const struct sum *part)
{
    acc->n += part ? part->n : 7;
}

void f(struct sum *restrict result, const double *restrict v, int n)
{
    struct sum all = {0, 0};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        struct sum one = {1, v[i]};
        const struct sum *part = v[i] > 0 ? &one : 0;
        merge(&all, part);
    }
    *result = all;
}
