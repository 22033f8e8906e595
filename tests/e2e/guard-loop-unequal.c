/* verdict: guarded */
/* Loops that end at != in unsigned types: on the direct way, past zero, and not at all. */
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

static unsigned count_up(unsigned from, unsigned to)
{
    unsigned sum = 0, i;
#pragma ppar for
    for (i = from; i != to; i++) {
        printf("%u ", i);
        sum += 7 * i;
    }
    printf("up to %u: ", i);
    return sum;
}

static uint64_t count_down(uint64_t from, uint64_t to)
{
    uint64_t sum = 0, last = 0;
#pragma ppar for
    for (uint64_t i = from; i != to; --i) {
        sum += 7 * i;
        last = i;
    }
    printf("last %llu: ", (unsigned long long)last);
    return sum;
}

static double a[64];

static void shift(int n)
{
#pragma ppar for
    for (size_t i = 1; i != n - 1; i++)
        a[i - 1] = 0.5 * i;
}

int main(void)
{
    printf("%u\n", count_up(3, 9));
    printf("%u\n", count_up(3, 3));
    printf("%u\n", count_up(UINT_MAX - 3, 5));
    printf("%llu\n", (unsigned long long)count_down(40, 2));
    printf("%llu\n", (unsigned long long)count_down(2, UINT64_MAX - 6));
    shift(2);
    printf("%g\n", a[0]);
    shift(60);
    for (int k = 0; k < 64; k++)
        printf("%g ", a[k]);
    printf("\n");
    return 0;
}
