/* status: 1 */
/* The function depends on hidden state. */
#include <stdlib.h>
static int fold(int a, int b)
{
    return 3 * a + b + rand() % 2;
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        x = fold(x, v[i]);
    return x;
}
