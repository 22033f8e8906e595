/* Statistics of records: conditionally, several times, in a loop inside; with memory that is only
 * read. */
#include <math.h>

struct sum {
    long n;
    double total, most;
};
static const double factor[2] = {0.5, 2};
static double offset = 1;

static void merge(struct sum *acc, const struct sum *part)
{
    if (part == 0)
        return;
    acc->n += part->n;
    acc->total = sqrt(acc->total * factor[part->n & 1]) + part->total + offset;
    if (part->most > acc->most)
        acc->most = part->most;
}

void f(struct sum *restrict result, const double *restrict v, int n)
{
    struct sum all = {0, 0, 0};

#pragma ppar for reduction(merge : all)
    for (int i = 0; i < n; i++) {
        struct sum one = {1, v[i], v[i]};
        if (v[i] > 0)
            merge(&all, &one);
        for (int k = 0; k < i % 3; k++)
            merge(&all, &one);
    }
    *result = all;
}
