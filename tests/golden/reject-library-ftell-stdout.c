/* status: 1 */
/* How far the output has come. */
#include <stdio.h>

long a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        printf("%d\n", i);
        a[i] = ftell(stdout);
    }
}
