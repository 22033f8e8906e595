/* verdict: proven */
/* Pi from random points, each block with a generator of its own, seeded by its number. */
#include "show.h"

static unsigned next_random(unsigned *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

int main(void)
{
    long hits = 0;
    int per_block[22];

    FILL(per_block, 22, -1);
#pragma ppar for
    for (int block = 1; block < 21; block++) {
        unsigned state = 12345u + 977u * (unsigned)block;
        int inside = 0;

        for (int k = 0; k < 2000; k++) {
            double x = next_random(&state) / 4294967296.0;
            double y = next_random(&state) / 4294967296.0;

            inside += x * x + y * y < 1.0;
        }
        per_block[block] = inside;
        hits += inside;
    }
    SHOW("%d", per_block, 22);
    printf("%ld %f\n", hits, 4.0 * (double)hits / (20 * 2000));
    return 0;
}
