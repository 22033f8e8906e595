/* status: 1 */
/* The record is copied, and what both point to is freed. */
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
        struct poly made = {4, calloc(4, sizeof(double))};
        result[i] = made;
        free(made.coef);
    }
    return result[3].n;
}
