/* status: 1 */
/* The pointer lies in one to void meanwhile. */
#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};
static struct node old[50];
static int result[50];

struct box {
    void *what;
};

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        struct box *box = malloc(sizeof *box);
        box->what = &old[i / 2];
        struct node *node = box->what;
        node->value += i;
        result[i] = i;
    }
    return result[3] + old[0].value;
}
