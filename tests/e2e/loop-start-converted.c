/* verdict: proven */
/* The start is converted to the counter's type. */
#include "show.h"

int main(void)
{
    int a[300];

    FILL(a, 300, -1);
#pragma ppar for
    for (unsigned char i = (unsigned char)300; i < 100; i++)
        a[i] = i;
#pragma ppar for
    for (int i = (int)2.7; i < 6; i++)
        a[i] = i;
    SHOW("%d", a, 300);
    return 0;
}
