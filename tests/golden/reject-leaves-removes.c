/* status: 1 */
/* A file that is removed by an iteration behind the end is gone. */
#include <stdio.h>

int f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        char name[32];
        sprintf(name, "%d.out", i);
        if (remove(name))
            return i;
    }
    return n;
}
