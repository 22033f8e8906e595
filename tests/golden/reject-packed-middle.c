/* status: 1 */
/* What points into the middle of a block cannot be freed, and what the start points to is the same
 * block. */
#include <stdlib.h>

struct span {
    int n;
    double *block, *from;
};
#pragma ppar pack(struct span : block[n], from[n - 1])
static struct span result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        double *block = calloc(4, sizeof *block);
        result[i].n = 4;
        result[i].block = block;
        result[i].from = block + 1;
    }
    return result[3].from - result[3].block;
}
