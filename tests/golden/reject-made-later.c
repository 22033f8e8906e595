/* status: 1 */
/* The old node comes in behind the place that writes through the pointer, in a loop. */
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
        list->next = calloc(1, sizeof *list);
        for (int k = 0; k < 3; k++) {
            list->next->value += i;
            list->next = &old[(i + k) / 2 % 50];
        }
        result[i] = i;
    }
    return result[3] + old[0].value;
}
