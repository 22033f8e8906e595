/* verdict: proven */
/* The counter may be a parameter of the function, and so may the bound. */
#include "show.h"

static int a[20];

static int fill(int i, int n)
{
#pragma ppar for
    for (i = i + 1; i < n; i++)
        a[i] = i;
    return i;
}

int main(void)
{
    FILL(a, 20, -1);
    printf("%d\n", fill(1, 9));
    printf("%d\n", fill(10, 19));
    SHOW("%d", a, 20);
    return 0;
}
