/* status: 1 */
/* The index is only good behind the check that the call makes; C says nothing of the order. */
#include <stdlib.h>

int out[100];

static int checked(const int *p)
{
    if (!p)
        exit(3);
    return 1;
}

void f(int *const *restrict at, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        i % 3 && (out[*at[i] % 50] = checked(at[i]));
}
