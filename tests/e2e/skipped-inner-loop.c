/* verdict: guarded */
/* An inner loop of four billion rounds that no iteration comes to: neither does what is noted of its
 * results. */
#include <stdio.h>

static int a[64];
static long b[12];

static void spread(unsigned k, int first)
{
#pragma ppar for
    for (int i = first; i < 12; i++) {
        if (i < 3) {
            for (unsigned j = 0; j < k; j++)
                a[i * k + j] = a[i * k + j] % 7 + (int)j;
        }
        b[i] = 3 * i;
    }
}

int main(void)
{
    spread(4, 0);
    spread(4294967293u, 3);
    for (int i = 0; i < 12; i++)
        printf("%d %ld\n", a[i], b[i]);
    return 0;
}
