/* status: 1 */
/* A record with a pointer to old memory is passed, and changed in the function. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

static void change(struct node list, int i)
{
    list.value = 3;
    list.next->value += i;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node list = {.value = 0};
        list.next = &old[i / 2];
        change(list, i);
        result[i] = i;
    }
    return result[3] + old[0].value;
}
