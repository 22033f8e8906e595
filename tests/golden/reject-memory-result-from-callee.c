/* status: 1 */
/* The callee allocates, two calls down. */
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};
struct node *list[100];

static struct node *new_node(int value)
{
    struct node *node = calloc(1, sizeof *node);

    if (node != NULL)
        node->value = value;
    return node;
}

static void push(struct node **head, int value)
{
    struct node *node = new_node(value);

    if (node != NULL) {
        node->next = *head;
        *head = node;
    }
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        push(&list[i], i);
}
