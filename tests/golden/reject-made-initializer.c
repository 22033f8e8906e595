/* status: 1 */
/* A variable begins with a pointer to old memory in it. */
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
        struct node list = {.next = &old[i / 2]}, *at = &list;
        at->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
