/* status: 1 */
/* Strlen begins behind the end of a short string. */
#include <string.h>

static char buffer[40];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        strcpy(buffer, i % 5 ? "a" : "abcdef");
        a[i] = (int)strlen(buffer + 3);
    }
}
