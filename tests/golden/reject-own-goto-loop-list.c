/* A list that a loop inside makes. */
#include <stdlib.h>

struct n { struct n *next; };
static struct n *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct n *head = NULL;
        for (int k = 0; k < 3; k++) {
            struct n *n = malloc(sizeof *n);
            n->next = head;
            head = n;
        }
        result[i] = head;
    }
    return result[3] == NULL;
}
