/* status: 1 */
/* New memory in some iterations, and old memory is written in the others. */
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

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        if (wanted[i])
            result[i].coef = calloc(4, sizeof(double));
        result[i].coef[0] = i;
    }
    return result[3].n + (int)old[3];
}
