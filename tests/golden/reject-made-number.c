/* status: 1 */
/* The pointer has been a number meanwhile. */
#include <stdint.h>
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
        list->next = (struct node *)(uintptr_t)((char *)old + i / 2 * sizeof *old);
        list->next->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
