/* The bound has another type than the counter: C's conversions decide the comparison. */
#include "show.h"

int main(void)
{
    long n = 18;
    unsigned char small = 17;
    size_t size = 16;
    int a[20], b[20], c[20];

    FILL(a, 20, -1);
    FILL(b, 20, -1);
    FILL(c, 20, -1);
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = i;
#pragma ppar for
    for (int i = 1; i < small; i++)
        b[i] = i;
#pragma ppar for
    for (unsigned i = 1; i < size; i++)
        c[i] = (int)i;
    SHOW("%d", a, 20);
    SHOW("%d", b, 20);
    SHOW("%d", c, 20);
    return 0;
}
