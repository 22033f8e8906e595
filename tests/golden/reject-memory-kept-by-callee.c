/* status: 1 */
/* The callee keeps a block in a static pointer. */
#include <stdlib.h>

int a[100];

static int *buffer(void)
{
    static int *block;

    if (block == NULL)
        block = calloc(10, sizeof *block);
    return block;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int *p = buffer();

        if (p != NULL)
            a[i] = p[0]++;
    }
}
