/* verdict: proven */
/* Reversing into another array, with a symbolic length. */
#include "show.h"

static int a[20], b[20];

static void reverse(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        b[n - 1 - i] = a[i];
}

int main(void)
{
    for (int i = 0; i < 20; i++)
        a[i] = i * i;
    FILL(b, 20, -1);
    reverse(19);
    SHOW("%d", b, 20);
    reverse(5);
    SHOW("%d", b, 20);
    return 0;
}
