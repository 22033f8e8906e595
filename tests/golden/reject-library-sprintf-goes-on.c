/* status: 1 */
/* sprintf at the end of what is there. */
#include <stdio.h>
#include <string.h>

char text[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        sprintf(text + strlen(text), "%d ", i);
}
