/* finds: a block of the heap with 808 bytes */
/* finds: serially last changed in iteration */
/* Each element is made of the one before: independent(v) is not so. */
#include <stdio.h>
#include <stdlib.h>

static void chain(double *v, int distance, int n)
{
#pragma ppar for independent(v)
    for (int i = 0; i < n; i++)
        v[i + distance] = v[i] + 1;
}

int main(int argc, char **argv)
{
    double *v = calloc(100 + 1, sizeof *v);
    (void)argv;
    if (!v)
        return 1;
    chain(v, argc, 99);
    printf("%g\n", v[99]);
    free(v);
    return 0;
}
