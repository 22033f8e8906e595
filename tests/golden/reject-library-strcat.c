/* status: 1 */
/* A text that grows. */
#include <string.h>

char text[1000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        strcat(text, "x");
}
