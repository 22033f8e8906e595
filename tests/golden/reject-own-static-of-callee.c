/* An own block, through a function's static variable. */
#include <stdio.h>
#include <stdlib.h>

static char *result[100];
static char *current(int set)
{
    static char *held;
    if (set)
        held = malloc(8);
    return held;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        current(1);
        result[i] = current(0);
    }
    printf("%d\n", result[3] != NULL);
    return 0;
}
