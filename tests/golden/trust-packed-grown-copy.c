/* status: 0 */
/* A vector grows in a variable, and by another one, before it is copied. */
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
        struct poly made = {0, NULL};
        for (int k = 0; k < i; k++) {
            double *grown = realloc(made.coef, (size_t)(k + 1) * sizeof *grown);
            if (!grown)
                exit(1);
            made.coef = grown;
            made.coef[made.n++] = k;
        }
        result[i] = made;
    }
    return result[3].n;
}
