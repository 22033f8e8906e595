/* What an own block holds is computed with. */
#include <stdio.h>
#include <stdlib.h>

static unsigned result[100];
static unsigned hash(const char *s)
{
    unsigned h = 5381;
    while (*s)
        h = h * 33 + (unsigned char)*s++;
    return h;
}
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(30);
        if (!p)
            abort();
        sprintf(p, "%d", i);
        result[i] = hash(p);
        free(p);
    }
    return (int)result[3] & 1;
}
