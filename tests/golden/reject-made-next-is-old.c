/* status: 1 */
/* The list leads into memory from before the loop, and is written through. */
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
        struct node *list = calloc(1, sizeof *list);
        list->next = &old[i / 2];
        for (struct node *at = list; at; at = at->next)
            at->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
