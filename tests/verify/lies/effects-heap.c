/* finds: byte 8 of a block of the heap with 24 bytes: 100 serially */
/* finds: 0 in parallel, 0 before the loop */
/* A function that is said to be pure counts in a block of the heap. */
#include <stdio.h>
#include <stdlib.h>

#pragma ppar effects(pure)
int twice(int x);

extern long *counters;
static int result[100];

int main(void)
{
    counters = calloc(3, sizeof *counters);
    if (!counters)
        return 1;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = twice(i);
    printf("%d %ld\n", result[50], counters[1]);
    free(counters);
    return 0;
}
