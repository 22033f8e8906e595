/* status: 1 */
/* The text of the message is overwritten by the next one. */
#include <string.h>

static char *text;
static int a[100];

void f(void)
{
    text = strerror(1000);
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = (int)strlen(text);
        strerror(10000 * i + 2000);
    }
}

int get(int i)
{
    return a[i];
}
