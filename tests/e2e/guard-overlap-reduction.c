/* verdict: guarded */
/* A pointer into the part of the histogram that no iteration counts in: each chunk starts with a
 * histogram of zeros, and what is read there must not be one of them. */
#include <stdio.h>

int shared[32];

static long count(const int *q, int n)
{
    long sum = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        shared[i & 3]++;
        sum += *q;
    }
    return sum;
}

int main(void)
{
    int apart = 7;
    shared[20] = 6;
    printf("%ld\n", count(&shared[20], 10000));
    printf("%ld\n", count(&apart, 10000));
    for (int k = 0; k < 32; k++)
        printf("%d ", shared[k]);
    printf("\n");
    return 0;
}
