/* status: 1 */
/* A function returns old memory or new. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

static struct node *choose(int i)
{
    if (i % 2)
        return calloc(1, sizeof(struct node));
    return &old[i / 2];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *list = calloc(1, sizeof *list);
        list->next = choose(i);
        if (list->next)
            list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
