/* status: 0 */
/* Vectors grow in place, in a function that gets the result's address. */
#include <stdlib.h>

struct poly {
    int n, room;
    double *coef;
};
#pragma ppar pack(struct poly : coef[n])
static struct poly result[50];

static void push(struct poly *poly, double value)
{
    if (poly->n == poly->room) {
        poly->room = 2 * poly->room + 4;
        poly->coef = realloc(poly->coef, (size_t)poly->room * sizeof *poly->coef);
    }
    poly->coef[poly->n++] = value;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        result[i].n = result[i].room = 0;
        result[i].coef = NULL;
        for (int k = 0; k < i; k++)
            push(&result[i], i * k);
    }
    return result[3].n;
}
