/* status: 1 */
/* An array of pointers is filled by a function. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

static void fill(struct node **some, int i)
{
    for (int k = 0; k < 2; k++)
        some[k] = &old[i / 2];
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct node *some[2] = {0};
        fill(some, i);
        some[1]->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
