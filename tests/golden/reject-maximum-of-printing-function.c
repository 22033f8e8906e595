/* status: 1 */
/* The operand prints, and is evaluated once or twice. */
#include <stdio.h>

static int next(int i)
{
    printf("%d\n", i);
    return i * 7 % 20;
}

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        m = next(i) > m ? next(i) : m;
    return m;
}
