/* status: 1 */
/* A function puts old memory in its place. */
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

static void replace(struct poly *poly, int i)
{
    if (wanted[i] == 7)
        poly->coef = &old[i / 2];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        result[i].coef = calloc(4, sizeof(double));
        replace(&result[i], i);
        result[i].coef[0] = i;
    }
    return result[3].n + (int)old[3];
}
