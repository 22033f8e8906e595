/* flags: -O2 -lm */
/* verdict: proven */
/* The seed of a clause in place of the program's. The loop still has a number, so that two loops
 * with one seed draw different numbers. */
#include "random.h"
#include "show.h"

enum { N = 50 };

int main(int argc, char **argv)
{
    unsigned long long a[N], b[N], c[N];
    long seed = -41 * argc;
    (void)argv;
#pragma ppar for seed(seed + 1)
    for (int i = 0; i < N; i++) {
        STREAM_OF(ppar_random_key(ppar_random_key((unsigned long long)-40, 0), 1), i);
        a[i] = ppar_random_u64();
    }
#pragma ppar for seed(-40)
    for (int i = 0; i < N; i++) {
        STREAM_OF(ppar_random_key(ppar_random_key((unsigned long long)-40, 0), 2), i);
        b[i] = ppar_random_u64();
    }
#pragma ppar for
    for (int i = 0; i < N; i++) {
        STREAM(3, i);
        c[i] = ppar_random_u64();
    }
    SHOW("%llx", a, N);
    SHOW("%llx", b, N);
    SHOW("%llx", c, N);
    return 0;
}
