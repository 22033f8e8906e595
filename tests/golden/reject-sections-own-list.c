/* status: 1 */
/* A block that a result points to gets pointers out of sight. */
#include <stdlib.h>
struct node {
    struct node *next;
    int value;
};
void init(struct node *p);
struct node *list[100];
int x[100];

void f(void)
{
#pragma ppar for in(x[i])
    for (int i = 0; i < 100; i++) {
        struct node *p = malloc(sizeof *p);
        if (!p)
            abort();
        p->next = NULL;
        p->value = x[i];
        init(p);
        list[i] = p;
    }
}
