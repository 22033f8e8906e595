/* status: 1 */
/* What sometimes is memory from before the loop cannot be brought home as new memory. */
#include <stdlib.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
struct poly chosen[100];
static double zeros[8];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        chosen[i].n = 8;
        if (i % 2)
            chosen[i].coef = zeros;
        else
            chosen[i].coef = calloc(8, sizeof(double));
    }
}
