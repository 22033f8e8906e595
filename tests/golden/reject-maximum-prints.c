/* status: 1 */
/* A new maximum is printed. */
#include <stdio.h>

int x[100];

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] > m) {
            m = x[i];
            printf("%d\n", i);
        }
    return m;
}
