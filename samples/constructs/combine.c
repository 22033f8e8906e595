/* functools.reduce over results, .combine = f of foreach, Reduce in R: the parts are folded by a
 * function of yours, in iteration order. */
#include <stdio.h>

struct range {
    double low, high;
};

static void join(struct range *all, const struct range *one)
{
    if (one->low < all->low)
        all->low = one->low;
    if (one->high > all->high)
        all->high = one->high;
}

int main(void)
{
    struct range all = {1e300, -1e300};
#pragma ppar for reduction(join : all)
    for (int i = 0; i < 1000; i++) {
        const struct range one = {i * 7919 % 1000 - 3.5, i * 104729 % 1000 + 3.5};
        join(&all, &one);
    }
    printf("from %g to %g\n", all.low, all.high);
    return 0;
}
