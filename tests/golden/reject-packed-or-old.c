/* status: 1 */
/* Half of the members point to memory from before the loop, which all share. */
#include <stdlib.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];
static double zeros[4];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        result[i].n = 4;
        if (i % 2)
            result[i].coef = zeros;
        else
            result[i].coef = calloc(4, sizeof(double));
    }
    return result[3].coef == result[5].coef;
}
