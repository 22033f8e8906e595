/* status: 1 */
/* The address of a record is that of its first member. */
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
        struct node **first = (struct node **)list;
        *first = &old[i / 2];
        list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
