/* status: 1 */
/* %n writes a variable that was read before. */
#include <stdio.h>

int a[100];

void f(void)
{
    int width = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = width;
        printf("%d%n\n", i, &width);
    }
}
