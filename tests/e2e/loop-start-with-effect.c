/* verdict: proven */
/* The start has a side effect, which happens once. */
#include "show.h"

static int calls;

static int next(void)
{
    return ++calls;
}

int main(void)
{
    int a[12], k = 2;

    FILL(a, 12, -1);
#pragma ppar for
    for (int i = k++; i < 9; i++)
        a[i] = i;
    printf("%d\n", k);
    SHOW("%d", a, 12);
#pragma ppar for
    for (int i = next(); i < 9; i++)
        a[i] += i;
    printf("%d\n", calls);
    SHOW("%d", a, 12);
    return 0;
}
