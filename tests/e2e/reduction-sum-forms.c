/* verdict: proven */
/* The ways to write a sum. */
#include "show.h"

int main(void)
{
    int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6;

#pragma ppar for
    for (int k = 1; k < 100; k++) {
        a += k;
        b = b + k;
        c = k + c;
        d -= k;
        e = e - k;
        if (k % 3 == 0)
            f++;
    }
    printf("%d %d %d %d %d %d\n", a, b, c, d, e, f);
    return 0;
}
