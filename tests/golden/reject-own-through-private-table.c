/* An own block, through a scratch table of pointers. */
#include <stdio.h>
#include <stdlib.h>

static char *scratch[4];
static char *name[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        scratch[0] = malloc(8);
        scratch[1] = scratch[0];
        scratch[2] = scratch[0];
        scratch[3] = scratch[0];
        name[i] = scratch[i & 3];
    }
    printf("%d\n", name[3] != NULL);
    return 0;
}
