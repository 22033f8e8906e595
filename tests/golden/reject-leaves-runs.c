/* status: 1 */
/* A recursive function runs a program. */
#include <stdlib.h>

static int run(int k)
{
    if (k > 3)
        return run(k / 2);
    return system("make");
}

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (run(i))
            break;
}
