/* status: 1 */
/* strlen of the string that the body cuts. */
#include <string.h>

char text[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < (int)strlen(text); i++)
        if (text[i] == ' ')
            text[i] = '\0';
}
