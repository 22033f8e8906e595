/* status: 1 */
/* Each result is made of the one before. */
#include <stdlib.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];

int main(void)
{
    result[0].coef = calloc(4, sizeof(double));
    result[0].n = 4;
#pragma ppar for
    for (int i = 1; i < 50; i++) {
        double *coef = calloc(4, sizeof *coef);
        coef[0] = result[i - 1].coef[0] + 1;
        result[i].n = 4;
        result[i].coef = coef;
    }
    return (int)result[49].coef[0];
}
