/* verdict: proven */
/* Outputs of many pages that begin and end in the middle of one, and the bytes around them. */
#include "show.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK 70000

static char before[4099];
static int a[30011];
static char after[4097];

int main(void)
{
    char *block = malloc(BLOCK);

    if (block == NULL)
        return 1;
    memset(block, '.', BLOCK);
    memset(before, 'b', sizeof before);
    memset(after, 'e', sizeof after);
    FILL(a, 30011, -1);
#pragma ppar for
    for (int i = 5; i < 30000; i++)
        a[i] = 3 * i;
#pragma ppar for
    for (int i = 3; i < BLOCK - 5; i++)
        block[i] = (char)('a' + i % 26);
    SHOW("%d", a, 30011);
    fwrite(before, 1, sizeof before, stdout);
    fwrite(after, 1, sizeof after, stdout);
    putchar('\n');
    fwrite(block, 1, BLOCK, stdout);
    putchar('\n');
    block = realloc(block, 2 * BLOCK);
    if (block == NULL)
        return 1;
    memset(block + BLOCK, '-', BLOCK);
    fwrite(block, 1, 2 * BLOCK, stdout);
    free(block);
    return 0;
}
