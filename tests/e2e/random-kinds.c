/* flags: -O2 -lm */
/* verdict: proven */
/* Numbers of each kind, few and many, in the body and in what it calls. */
#include "random.h"
#include "show.h"

enum { N = 41 };
static unsigned long long first[N], many[N], under[N];
static double real[N], normal[N][3], walk[N];

static double wander(int steps)
{
    double x = 0;
    for (int k = 0; k < steps; k++)
        x += ppar_random_normal();
    return x;
}

static int depth(int most)
{
    return most > 0 && ppar_random_below(3) ? 1 + depth(most - 1) : 0;
}

int main(void)
{
    int depths[N];
#pragma ppar for
    for (int i = 0; i < N; i++) {
        STREAM(1, i);
        first[i] = ppar_random_u64();
        real[i] = ppar_random();
        under[i] = ppar_random_below(1 + (unsigned long long)i * i);
        for (int k = 0; k < 3; k++)
            normal[i][k] = ppar_random_normal();
    }
#pragma ppar for
    for (int i = N - 1; i >= 0; i--) {
        STREAM(2, N - 1 - i);
        many[i] = 0;
        for (int k = 0; k < 100 * i; k++)
            many[i] = 31 * many[i] + ppar_random_u64();
        walk[i] = wander(i);
        depths[i] = depth(9);
    }
    SHOW("%llx", first, N);
    SHOW("%llu", under, N);
    SHOW("%.17g", real, N);
    SHOW("%.17g", (double *)normal, 3 * N);
    SHOW("%llx", many, N);
    SHOW("%.17g", walk, N);
    SHOW("%d", depths, N);
    return 0;
}
