/* verdict: proven */
/* Products, also as s = s * e. */
#include "show.h"

int main(void)
{
    unsigned u = 3;
    unsigned long long w = 1;
    int small = 1;

#pragma ppar for
    for (int k = 1; k < 200; k++) {
        u *= 2u * (unsigned)k + 1;
        w = w * (unsigned long long)(2 * k + 1);
        small *= k % 50 == 0 ? 2 : 1;
    }
    printf("%u %llu %d\n", u, w, small);
    return 0;
}
