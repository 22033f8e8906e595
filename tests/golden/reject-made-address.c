/* status: 1 */
/* The variable is changed through its address. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

static void set(struct node **list, int i)
{
    struct node *made = calloc(1, sizeof *made);
    *list = i % 2 ? made : &old[i / 2];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *list = calloc(1, sizeof *list);
        set(&list, i);
        list->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
