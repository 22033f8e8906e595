/* verdict: proven */
/* An iteration reads what later ones write: it gets the old values. */
#include "show.h"

int main(void)
{
    int a[30], b[30];

    for (int i = 0; i < 30; i++)
        a[i] = b[i] = i * i;
#pragma ppar for
    for (int i = 0; i < 28; i++)
        a[i] = a[i + 1] + a[i + 2];
#pragma ppar for
    for (int i = 28; i > 1; i--)
        b[i] = b[i - 1] - b[i - 2];
    SHOW("%d", a, 30);
    SHOW("%d", b, 30);
    return 0;
}
