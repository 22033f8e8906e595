/* The pointer is copied as bytes. */
#include <string.h>

int a[100];

void f(void)
{
    int *q = a + 1, *p;

    memcpy(&p, &q, sizeof p);
#pragma ppar for
    for (int i = 0; i < 99; i++)
        p[i] = a[i];
}
