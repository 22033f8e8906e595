/* A step that a macro makes of a sum: the whole sum is converted, after it has wrapped round. */
#include "show.h"

#define STEP n + m

int main(int argc, char **argv)
{
    unsigned n = 4294967295u - (unsigned)argc, m = 4;
    int a[40];

    (void)argv;
    FILL(a, 40, -1);
#pragma ppar for
    for (long i = 0; i < 40; i += STEP)
        a[i] = (int)i;
    SHOW("%d", a, 40);
    return 0;
}
