/* Folds whose parts are put together in another way than the plain loop's. */
#include <stdio.h>

static double total;
static long longest = -1;

int main(void)
{
    double product = 1, local = 0;
#pragma ppar for reduction(+ : total)
    for (int i = 0; i < 3000; i++)
        total += 1.0 / (i + 1);
#pragma ppar for
    for (int i = 0; i < 3000; i++) {
        local += 0.1 * i;
        product *= 1 + 1e-4 * i;
        if (i * 7919L % 3001 > longest)
            longest = i * 7919L % 3001;
    }
    printf("%.17g %.17g %.17g %ld\n", total, local, product, longest);
    return 0;
}
