/* An array of structures with an own block is moved. */
#include <stdlib.h>
#include <string.h>

struct s { int k; char *p; };
static struct s out[10][4];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        struct s t[4] = {{0}};
        t[2].p = malloc(3);
        memmove(out[i], t, sizeof t);
    }
    return out[3][2].k;
}
