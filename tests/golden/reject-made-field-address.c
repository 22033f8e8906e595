/* status: 1 */
/* A member is changed through a pointer that may lead to several. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *list = calloc(1, sizeof *list), *one = calloc(1, sizeof *one);
        struct node **at = &one;
        if (i % 3)
            at = &list->next;
        *at = &old[i / 2];
        if (list->next)
            list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
