/* verdict: proven */
/* Red and black: even elements from odd neighbours. */
#include "show.h"

int main(void)
{
    int a[41];

    for (int i = 0; i < 41; i++)
        a[i] = i * i % 17;
#pragma ppar for
    for (int i = 1; i < 20; i++)
        a[2 * i] = a[2 * i - 1] + a[2 * i + 1];
#pragma ppar for
    for (int i = 1; i < 40; i += 2)
        a[i] = a[i - 1] + a[i + 1];
    SHOW("%d", a, 41);
    return 0;
}
