/* status: 1 */
/* All of it is copied from somewhere else. */
#include <stdlib.h>
#include <string.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];
static int wanted[50];
static double old[50];
static struct poly other = {4, old};

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        result[i].coef = calloc(4, sizeof(double));
        memcpy(&result[i], &other, sizeof other);
        result[i].coef[0] = i;
    }
    return result[3].n + (int)old[3];
}
