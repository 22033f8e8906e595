/* status: 1 */
/* One of two records is copied, and one of them is an old one. */
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
        struct node *list = calloc(1, sizeof *list), *both = calloc(1, sizeof *both);
        *both = i % 2 ? *list : old[i];
        if (both->next)
            both->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
