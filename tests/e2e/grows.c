/* verdict: proven */
/*
 * Iterations of very different length. What a worker has in hand grows while it runs it: with every
 * way of counting, with what each iteration, some of them or the text on stdout brings.
 */
#include "digest.h"
#include <stdio.h>
#include <stdlib.h>

enum { N = 60000 };

static int plain[N], some[N], odd[3 * N];
static unsigned char narrow[256];
static long total, largest = -1;
static double sum;

static unsigned work(unsigned i, unsigned rounds)
{
    unsigned value = i;
    for (unsigned k = 0; k < rounds; k++)
        value = value * 1664525u + 1013904223u;
    return value;
}

/* Some long ones side by side. */
static unsigned rounds_of(int i)
{
    return i / 8 == N / 16 ? 40000 : (unsigned)i % 7;
}

int main(void)
{
    int i;
#pragma ppar for
    for (i = 0; i < N; i++)
        plain[i] = (int)work((unsigned)i, rounds_of(i));
    printf("%d %lx\n", i, digest(plain, sizeof plain));

#pragma ppar for schedule(dynamic, 1)
    for (int k = N - 1; k >= 0; k--)
        if (plain[k] & 1)
            some[k] = (int)work((unsigned)k, rounds_of(k));
    printf("%lx\n", digest(some, sizeof some));

#pragma ppar for schedule(dynamic, 3)
    for (int k = 5; k <= 3 * N - 5; k += 3) {
        odd[k] = (int)work((unsigned)k, rounds_of(k / 3));
        if (k % 1000 == 5)
            continue;
        odd[k - 1] = odd[k] / 2;
    }
    printf("%lx\n", digest(odd, sizeof odd));

#pragma ppar for schedule(guided)
    for (unsigned char c = 255; c > 3; c -= 2)
        narrow[c] = (unsigned char)work(c, c % 5u * 100);
    printf("%lx\n", digest(narrow, sizeof narrow));

#pragma ppar for reduction(max : largest) reduction(+ : total) schedule(dynamic)
    for (int k = 0; k < N; k++) {
        long value = (long)work((unsigned)k, rounds_of(k));
        total += value;
        if (value > largest)
            largest = value;
    }
    printf("%ld %ld\n", total, largest);

#pragma ppar for schedule(dynamic, 1)
    for (int k = 0; k < N; k++)
        sum += 1.0 / (1 + work((unsigned)k, rounds_of(k)));
    printf("%.17g\n", sum);

#pragma ppar for
    for (int k = 0; k < N; k++)
        if (work((unsigned)k, rounds_of(k)) % 500 == 0)
            printf("%d ", k);
    printf("\n");
    return 0;
}
