/* An own block, through a scratch table by a pointer. */
#include <stdlib.h>

static char *cache[16];
static char *get(int k)
{
    cache[k & 15] = malloc(4);
    return NULL;
}
static char *result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        get(i);
        char **c = cache;
        result[i] = c[i & 15];
    }
    return result[3] == NULL;
}
