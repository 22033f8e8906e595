/* Bounds that speak of the line they stand on. */
#include "show.h"

#define HERE (__LINE__ - 1)

int main(void)
{
    int a[80], b[80];

    FILL(a, 80, -1);
    FILL(b, 80, -1);
#pragma ppar for workers(__LINE__)
    for (int i = 3; i < __LINE__; i++)
        a[i] = i;
#pragma ppar for
    for (int i = __LINE__;
         i < HERE
             + __LINE__;
         i += HERE)
        b[i] = __LINE__ + i;
    SHOW("%d", a, 80);
    SHOW("%d", b, 80);
    return 0;
}
