/* status: 1 */
/* Which of the pointers are lengths of what, only a description tells. */
#include <stdlib.h>
#include <string.h>

struct poly {
    int n;
    double *coef;
    char *name;
};
#pragma ppar pack(struct poly : name string)
static struct poly result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        double *coef = calloc(i + 1, sizeof *coef);
        result[i].n = i + 1;
        result[i].coef = coef;
        result[i].name = strdup("poly");
    }
    return result[3].n;
}
