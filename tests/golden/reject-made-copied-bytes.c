/* status: 1 */
/* The library copies a record out of old memory, with the pointer in it. */
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
        struct node *list = malloc(sizeof *list);
        memcpy(list, &old[i], sizeof *list);
        if (list->next)
            list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
