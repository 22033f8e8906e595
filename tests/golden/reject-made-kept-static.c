/* status: 1 */
/* The memory was filled before the loop, and only what is kept of it changes. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

static struct node **first(void)
{
    static struct node *kept;
    if (!kept)
        kept = &old[0];
    return &kept;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *list = calloc(1, sizeof *list);
        list->next = *first();
        list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
