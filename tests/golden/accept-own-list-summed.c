/* A list of the iteration, added up. */
#include <stdlib.h>

struct n { struct n *next; int v; };
static int result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct n *head = NULL;
        for (int k = 0; k < 3; k++) {
            struct n *n = malloc(sizeof *n);
            if (!n)
                abort();
            n->next = head;
            n->v = i * k;
            head = n;
        }
        int sum = 0;
        for (struct n *n = head; n; n = n->next)
            sum += n->v;
        result[i] = sum;
    }
    return result[3];
}
