/* status: 1 */
/* The new heads lead to lists from before the loop, which have to stay where they are. */
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};
struct list {
    struct node *head;
};
#pragma ppar pack(struct node : next deep)
#pragma ppar pack(struct list : head deep)
static struct list result[50];
static struct node old[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *node = malloc(sizeof *node);
        node->value = i;
        node->next = &old[i];
        result[i].head = node;
    }
    return result[3].head->next == &old[3];
}
