/* finds: stdout of the loop, from byte */
/* finds: 'number' */
/* What is printed depends on how often the function was called. */
#include <stdio.h>

#pragma ppar effects(stdout)
void show(int x);

int main(void)
{
    printf("before, ");
#pragma ppar for
    for (int i = 0; i < 40; i++)
        show(i);
    return 0;
}
