/* verdict: proven */
/* Sums of every integer type, with a start value, found without a clause. */
#include "show.h"

int main(void)
{
    int i = 5;
    unsigned u = 7;
    long l = 11;
    long long ll = 13;
    unsigned long long ull = 17;
    size_t size = 19;

#pragma ppar for
    for (int k = 0; k < 1000; k++) {
        i += k;
        u += 4000000000u;
        l += 3L * k;
        ll -= 1000000007LL * k;
        ull += 0xfedcba9876543210ULL;
        size++;
    }
    printf("%d %u %ld %lld %llu %zu\n", i, u, l, ll, ull, size);
    return 0;
}
