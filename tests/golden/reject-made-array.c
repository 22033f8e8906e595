/* status: 1 */
/* The pointers lie in an array of the body, which begins with old ones. */
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
        struct node *some[2] = {&old[i / 2], malloc(sizeof **some)};
        some[i % 2]->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
