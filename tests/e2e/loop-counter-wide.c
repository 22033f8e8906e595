/* verdict: proven */
/* long, long long, unsigned long long, size_t and the types of stdint.h. */
#include "show.h"

#include <stdint.h>

int main(void)
{
    long n = 19;
    int a[20], b[20], c[20], d[20], e[20], f[20];

    FILL(a, 20, -1);
    FILL(b, 20, -1);
    FILL(c, 20, -1);
    FILL(d, 20, -1);
    FILL(e, 20, -1);
    FILL(f, 20, -1);
#pragma ppar for
    for (long i = 1; i < n; i++)
        a[i] = (int)i;
#pragma ppar for
    for (long long i = n - 1; i >= 1; i--)
        b[i] = (int)i;
#pragma ppar for
    for (unsigned long long i = 1; i < 19; i++)
        c[i] = (int)i;
#pragma ppar for
    for (size_t i = 1; i < 19; i += 2)
        d[i] = (int)i;
#pragma ppar for
    for (int64_t i = 1; i <= 18; i++)
        e[i] = (int)i;
#pragma ppar for
    for (uint16_t i = 1; i <= 18; i++)
        f[i] = (int)i;
    SHOW("%d", a, 20);
    SHOW("%d", b, 20);
    SHOW("%d", c, 20);
    SHOW("%d", d, 20);
    SHOW("%d", e, 20);
    SHOW("%d", f, 20);
    return 0;
}
