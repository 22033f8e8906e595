/* status: 1 */
/* It is stored as one member of a union, and loaded as another one. */
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
    int *to_value;
};

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        union both *both = malloc(sizeof *both);
        both->to_value = &old[i / 2].value;
        both->to_node->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
