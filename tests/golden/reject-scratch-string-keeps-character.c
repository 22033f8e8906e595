/* status: 1 */
/* One character behind the string is a variable of its own. */
#include <string.h>

static char buffer[40];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        strcpy(buffer, "a");
        a[i] = buffer[20];
        buffer[20] = (char)i;
    }
}
