/* flags: -O2 -lm */
/* verdict: proven */
/* With collapse the iterations are numbered through all loops; a body may leave iterations early,
 * and results may be folded in order. */
#include "random.h"
#include "show.h"

enum { N = 7, M = 11 };
static double a[N][M];
static int list[N * M], count;

int main(void)
{
    double sum = 0;
    unsigned long long bits = 0;
#pragma ppar for collapse(2)
    for (int i = 0; i < N; i++)
        for (int j = 0; j < M; j++) {
            STREAM(1, M * i + j);
            a[i][j] = ppar_random();
        }
#pragma ppar for
    for (int i = 0; i < N * M; i++) {
        STREAM(2, i);
        if (ppar_random_below(4) == 0)
            continue;
        list[count++] = i;
        bits ^= ppar_random_u64();
    }
#pragma ppar for
    for (int i = 0; i < N * M; i++) {
        STREAM(3, i);
        sum += ppar_random_normal();
    }
    SHOW("%.17g", (double *)a, N * M);
    SHOW("%d", list, count);
    printf("%.17g %llx\n", sum, bits);
    return 0;
}
