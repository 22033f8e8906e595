/* status: 1 */
/* One member of an inner array gets new memory, the others keep what they have. */
#include <stdlib.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
struct group {
    struct poly list[3];
};
static struct group result[50];
static double zeros[4];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        double *coef = calloc(4, sizeof *coef);
        result[i].list[0].n = 4;
        result[i].list[0].coef = coef;
        for (int k = 0; k < 3; k++) {
            result[i].list[k].n = 4;
            result[i].list[k].coef = zeros;
        }
    }
    return result[3].list[1].coef == zeros;
}
