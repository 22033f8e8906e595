/* verdict: proven */
/* The loop is the body of while, do, for and a label; it runs again and again. */
#include "show.h"

int main(void)
{
    int a[12], round = 0;

    FILL(a, 12, 1);
    while (round++ < 3)
#pragma ppar for
        for (int i = 1; i < 11; i++)
            a[i] = 2 * a[i] + i;
    SHOW("%d", a, 12);
    do
#pragma ppar for
        for (int i = 1; i < 11; i++)
            a[i] -= i;
    while (round-- > 2);
    SHOW("%d", a, 12);
    for (int k = 0; k < 20; k++)
#pragma ppar for
        for (int i = 1; i < 11; i++)
            a[i] = (a[i] * 7 + k) % 1000;
    SHOW("%d", a, 12);
    if (round < 100)
        goto there;
    return 1;
there:
#pragma ppar for
    for (int i = 1; i < 11; i++)
        a[i] = -a[i];
    SHOW("%d", a, 12);
    return 0;
}
