/* status: 1 */
/* Functions that the parent cannot call for the workers, and what is no function. */
#include <stdio.h>

static int calls;

static int counted(int a, int b)
{
    calls++;
    return 3 * a + b;
}

static int shown(int a, int b)
{
    printf("%d\n", a);
    return 3 * a + b;
}

int f(const int *v, int n)
{
    int x = 0, y = 0, z = 0;

#pragma ppar for reduction(counted : x) reduction(shown : y) reduction(calls : z)
    for (int i = 0; i < n; i++) {
        x = counted(x, v[i]);
        y = shown(y, v[i]);
        z += v[i];
    }
    return x + y + z;
}
