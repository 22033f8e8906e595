/* status: 1 */
/* %s goes on behind the first integer. */
#include <stdio.h>

int raw[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 99; i++) {
        printf("%s\n", (char *)raw);
        raw[i] = 0x61616161;
    }
}
