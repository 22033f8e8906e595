/* status: 1 */
/* A variable that holds new nodes at first gets an old one, in a loop. */
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
        for (int k = 0; k < 3; k++) {
            list->value += i;
            list = k ? calloc(1, sizeof *list) : &old[i / 2];
        }
        result[i] = i;
    }
    return result[3] + old[0].value;
}
