/* status: 1 */
/* Everything that keeps results from coming home is said at once. */
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

struct node *list[100], *spare;
int last, first, most[4], **anywhere[100];

static void note(int i, int value)
{
    if (value > 10)
        last = i;
    if (value > 20)
        last = -i;
    if (value > 30)
        first = i;
    if (value > 40)
        most[value & 3] = i;
}

void f(const int *v)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        list[i] = malloc(sizeof *list[i]);
        note(i, v[i]);
        anywhere[i][0][0] = 1;
        *anywhere[i][0] = 2;
        anywhere[i][1][2] = 3;
    }
}
