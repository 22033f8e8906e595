/* status: 1 */
/* Strchr returns a pointer into the text that the next iteration reads. */
#include <string.h>

static char text[100];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = strchr(text, ' ');

        if (p != 0)
            *p = '_';
        a[i] = p != 0;
    }
}
