// clang-format off: the layout is the point
/* Whole loops on one line, two of them, and other code around them. */
#include "show.h"

static int a[12], b[12];

int main(void)
{
    FILL(a, 12, -1);
    FILL(b, 12, -1);
    {
        int k = 1;
#pragma ppar for
        for (int i = 1; i < 11; i++) {
            a[i] = i + k;
        }
        k = 7;
        printf("%d\n", k);
#pragma ppar for
        for (int i = 1; i < 11; i++)
            b[i] = a[i];
    }
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    return 0;
}
