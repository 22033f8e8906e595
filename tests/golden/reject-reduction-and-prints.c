/* status: 1 */
/* The operand of && prints, as often as the result so far lets it. */
#include <stdio.h>

static int check(int i)
{
    printf("check %d\n", i);
    return i < 5;
}

int f(void)
{
    int all = 1;

#pragma ppar for
    for (int i = 0; i < 20; i++)
        all = all && check(i);
    return all;
}
