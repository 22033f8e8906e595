/* status: 1 */
/* A function frees it, by a pointer to nothing in particular. */
#include <stdlib.h>

struct poly {
    int n;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];

static void drop(void *memory)
{
    free(memory);
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct poly made = {4, calloc(4, sizeof(double))};
        result[i] = made;
        drop(made.coef);
    }
    return result[3].n;
}
