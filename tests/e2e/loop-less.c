/* verdict: proven */
/* The plainest loop: int, <, ++. */
#include "show.h"

int main(void)
{
    int a[24];

    FILL(a, 24, -1);
#pragma ppar for
    for (int i = 2; i < 22; i++)
        a[i] = i * i;
    SHOW("%d", a, 24);
    return 0;
}
