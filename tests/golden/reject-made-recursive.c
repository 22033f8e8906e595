/* status: 1 */
/* A recursive function hangs old nodes into the list. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

static void hang(struct node *list, int i, int depth)
{
    if (depth > 0)
        hang(list, i, depth - 1);
    else
        list->next = &old[i / 2];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *list = calloc(1, sizeof *list);
        hang(list, i, 3);
        if (list->next)
            list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
