/* status: 0 */
/* Printf in the body. */
#include <stdio.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i * i;
        printf("%d %d\n", i, a[i]);
    }
}
