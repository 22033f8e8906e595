/* An own node at the head of an old list. */
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};
static struct node *heads[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct node *n = malloc(sizeof *n);
        n->value = i;
        n->next = heads[i];
        heads[i] = n;
    }
    printf("%d\n", heads[3]->value);
    return 0;
}
