/* A distance within one own block. */
#include <stdio.h>
#include <stdlib.h>

static long result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(32);
        if (!p)
            abort();
        char *end = p + sprintf(p, "%d", i * i);
        result[i] = end - p;
        free(p);
    }
    printf("%ld\n", result[30]);
    return 0;
}
