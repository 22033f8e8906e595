/* status: 0 */
/* Memory that no result points to may be freed. */
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
        double *scratch = calloc(4, sizeof *scratch);
        scratch[i % 4] = i;
        result[i].n = 4;
        result[i].coef = malloc(4 * sizeof(double));
        for (int k = 0; k < 4; k++)
            result[i].coef[k] = scratch[k];
        free(scratch);
    }
    return result[3].n;
}
