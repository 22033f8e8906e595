/* status: 1 */
/* The function counts its calls. */
struct sum {
    long n;
    double total;
};
static void merge(struct sum *acc, const struct sum *part)
{
    static int calls;
    acc->n += part->n + calls++;
}

void f(struct sum *restrict result, const double *restrict v, int n)
{
    struct sum all = {0, 0};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        struct sum one = {1, v[i]};
        merge(&all, &one);
    }
    *result = all;
}
