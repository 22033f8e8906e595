/* status: 1 */
/* It is stored in a union as a number, and loaded as a pointer. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

union both {
    struct node *to_node;
    unsigned long number;
};

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        union both *both = malloc(sizeof *both);
        both->number = (unsigned long)&old[i / 2];
        both->to_node->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
