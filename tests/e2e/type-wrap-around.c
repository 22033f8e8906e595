/* verdict: proven */
/* Unsigned arithmetic wraps, narrow stores truncate. */
#include "show.h"

int main(void)
{
    unsigned u[20];
    unsigned char c[20];
    signed char s[20];
    unsigned long long w[20];

    FILL(u, 20, 1);
    FILL(c, 20, 1);
    FILL(s, 20, 1);
    FILL(w, 20, 1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        u[i] = 4000000000u * (unsigned)i;
        c[i] = (unsigned char)(37 * i);
        s[i] = (signed char)(i % 2 ? -i : i);
        w[i] = 0xfedcba9876543210ULL * (unsigned)i;
    }
    SHOW("%u", u, 20);
    SHOW("%d", c, 20);
    SHOW("%d", s, 20);
    SHOW("%llu", w, 20);
    return 0;
}
