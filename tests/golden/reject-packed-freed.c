/* status: 1 */
/* The member is scratch, and points nowhere when the iteration is done. */
#include <stdlib.h>

struct poly {
    int n;
    double *scratch, sum;
};
#pragma ppar pack(struct poly : scratch[n])
static struct poly result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        double *scratch = calloc(4, sizeof *scratch);
        result[i].n = 4;
        result[i].scratch = scratch;
        result[i].sum = scratch[0] + i;
        free(scratch);
    }
    return (int)result[3].sum;
}
