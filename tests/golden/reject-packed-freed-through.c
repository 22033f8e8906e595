/* status: 1 */
/* It is freed by what the result itself points to. */
#include <stdlib.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        result[i].n = 4;
        result[i].coef = calloc(4, sizeof(double));
        free(result[i].coef);
    }
    return result[3].n;
}
