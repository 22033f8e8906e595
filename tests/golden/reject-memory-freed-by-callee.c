/* status: 1 */
/* The callee frees memory from before the loop. */
#include <stdlib.h>

struct item {
    char *text;
} item[100];

static void clear(struct item *item)
{
    free(item->text);
    item->text = NULL;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        clear(&item[i]);
}
