/* A loop of 8 iterations, executed 300 times between other work; with an argument, so many
 * megabytes of memory are in use. */
#include "bench.h"

#include <string.h>

enum { TIMES = 300, WIDTH = 8 };

static double state[WIDTH];

static double advance(double x)
{
    for (int step = 0; step < 500; step++)
        x = 3.7 * x * (1 - x);
    return x;
}

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        state[i] = advance(state[i]);
}
#endif

int main(int argc, char **argv)
{
    size_t size = argc > 1 ? (size_t)atol(argv[1]) << 20 : 0;
    char *memory = malloc(size + 1);
    if (!memory)
        return 1;
    memset(memory, 1, size + 1);
    for (int i = 0; i < WIDTH; i++)
        state[i] = 0.1 + 0.1 * i;
    double start = now();
    for (int time = 0; time < TIMES; time++) {
#ifdef BY_HAND
        by_hand(WIDTH, state, sizeof *state, block);
#else
#pragma omp parallel for
#pragma ppar for
        for (int i = 0; i < WIDTH; i++)
            state[i] = advance(state[i]);
#endif
    }
    report(now() - start);
    print_checksum(state, sizeof state);
    free(memory);
    return 0;
}
