/* A step that is only known at run time, and that leads an unsigned counter downwards by wrapping. */
#include <stddef.h>

static int a[24];

void down(size_t n, long s)
{
#pragma ppar for
    for (size_t i = 2; i < n; i += s)
        a[i] = 7;
}

