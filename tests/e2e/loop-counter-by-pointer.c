/* verdict: proven */
/* The body reads the counter through a pointer. */
#include "show.h"

int main(void)
{
    int a[20], i;
    const int *p = &i;

    FILL(a, 20, -1);
#pragma ppar for
    for (i = 1; i < 15; i++)
        a[i] = *p * 2;
    SHOW("%d", a, 20);
    printf("%d\n", i);
    return 0;
}
