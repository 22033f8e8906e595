/* verdict: proven */
/* A file with the line ends of another system. */
// clang-format off: the line ends are the point
#include "show.h"

int main(void)
{
    int a[12], b[12];

    FILL(a, 12, -1);
    FILL(b, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        /* a comment
           of two lines */
        a[i] = 3 * i; // and one of one
    }
#pragma ppar for schedule(static, 2)
    for (int i = 1; i < 11; i++)
        b[i] = a[i] * 2;
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    return 0;
}
