/* status: 1 */
/* It is freed by a pointer of another type. */
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
        struct poly made = {4, calloc(4, sizeof(double))};
        char *bytes = (char *)made.coef;
        result[i] = made;
        free(bytes);
    }
    return result[3].n;
}
