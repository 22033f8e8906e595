/* flags: -O2 -lm */
/* Loops in loops: an inner loop has streams for each iteration around it, whether that is run by a
 * worker or not, and afterwards the stream around it goes on, as does the one outside of loops. */
#include "random.h"
#include "show.h"

enum { N = 9, M = 13 };
static unsigned long long before[N], inner[N][2][M], after[N];

#ifdef _PPAR
#define ENTER(i, n) (void)0
#define LEAVE       (void)0
#define INNER(j)    (void)0
#else
static unsigned long long around;
static struct ppar_stream outer;
#define ENTER(i, n)                                                                                \
    around = ppar_random_key(                                                                      \
        ppar_random_key(ppar_random_key(ppar_random_key(0, 0), 1), (unsigned long long)(i)), n);   \
    outer = ppar_stream
#define LEAVE    ppar_stream = outer
#define INNER(j) STREAM_OF(around, j)
#endif

static void fill(unsigned long long *to)
{
#pragma ppar for
    for (int j = 0; j < M; j++) {
        INNER(j);
        to[j] = ppar_random_u64() + ppar_random_below(10);
    }
}

int main(void)
{
    unsigned long long outside[3] = {ppar_random_u64()};
#pragma ppar for
    for (int i = 0; i < N; i++) {
        STREAM(1, i);
        before[i] = ppar_random_u64();
        ENTER(i, 1);
        fill(inner[i][0]);
        LEAVE;
        ENTER(i, 2);
        fill(inner[i][1]);
        LEAVE;
        after[i] = ppar_random_u64();
    }
#ifdef _PPAR
    outside[1] = ppar_random_u64();
    outside[2] = ppar_random_u64();
#else /* those of the stream that goes on, by Philox4x32-10 of counters 0 and 1 and the key 0 */
    unsigned long long number[4];
    ppar_philox(0, 0, 0, number);
    outside[1] = number[1];
    outside[2] = number[2];
#endif
    SHOW("%llx", outside, 3);
    SHOW("%llx", before, N);
    SHOW("%llx", (unsigned long long *)inner, N * 2 * M);
    SHOW("%llx", after, N);
    return 0;
}
