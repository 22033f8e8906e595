/* status: 1 */
/* What is behind the end of the string is older. */
#include <stdio.h>

static char key[16];
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int hash = 0;
        sprintf(key, "%d", 1000 - 10 * i);
        for (int k = 0; k < 8; k++)
            hash = 31 * hash + key[k];
        a[i] = hash;
    }
}
