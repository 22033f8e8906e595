/* status: 0 */
/* A counted array and a name, in all elements and in some; what is written is known in both. */
#include <stdlib.h>
#include <string.h>

struct poly {
    int n;
    double *coef;
    char *name;
    struct poly *twin;
};
#pragma ppar pack(struct poly : coef[n], name string, twin skip)
static struct poly result[50];

int main(int argc, char **argv)
{
    (void)argv;
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        double *coef = malloc((i + 1) * sizeof *coef);
        for (int k = 0; k <= i; k++)
            coef[k] = i * k;
        result[i].n = i + 1;
        result[i].coef = coef;
        result[i].twin = malloc(sizeof *result[i].twin);
        if (i % argc)
            result[i].name = strdup("some");
    }
    return result[3].n;
}
