/* status: 1 */
/* The old pointer comes in behind the write through it, in a loop. */
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
        result[i].coef = calloc(4, sizeof(double));
        for (int k = 0; k < 3; k++) {
            result[i].coef[0] = i;
            result[i].coef = &old[i / 2];
        }
    }
    return result[3].n + (int)old[3];
}
