/* status: 1 */
/* An old node is hung on behind a pointer to where the last one ends. */
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
        struct node **tail = &list->next;
        *tail = &old[i / 2];
        list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
