/* An own block behind a number that is mixed with an old address. */
#include <stdint.h>
#include <stdlib.h>

struct node { uintptr_t link; int v; };
static struct node *result[100];
static struct node pool[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct node *n = malloc(sizeof *n);
        pool[i].link = (uintptr_t)n ^ (uintptr_t)&pool[i];
        result[i] = &pool[i];
    }
    return result[3] == NULL;
}
