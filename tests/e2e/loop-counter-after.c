/* verdict: proven */
/* A counter declared before the loop has its serial value after it, with and without iterations. */
#include "show.h"

int main(void)
{
    int a[20];
    int i = 77;
    long l = 77;
    unsigned char c = 77;

    FILL(a, 20, -1);
#pragma ppar for
    for (i = 1; i < 18; i += 4)
        a[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (l = 18; l > 2; l -= 5)
        a[l] = (int)l;
    printf("%ld\n", l);
#pragma ppar for
    for (c = 1; c < 4; c++)
        a[c] = c;
    printf("%d\n", c);
#pragma ppar for
    for (i = 10; i < 10; i++)
        a[i] = 1000;
    printf("%d\n", i);
#pragma ppar for
    for (i = 3; i > 10; i--)
        a[i] = 1000;
    printf("%d\n", i);
    SHOW("%d", a, 20);
    return 0;
}
