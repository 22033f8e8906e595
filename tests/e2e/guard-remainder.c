/* verdict: guarded */
/* Subscripts by a remainder of which only the run knows the divisor. */
#include <stddef.h>
#include <stdio.h>

enum { N = 2000 };

static long a[N];

static void show(const char *what)
{
    long sum = 0;
    for (int k = 0; k < N; k++) {
        sum = (sum * 31 + a[k]) % 1000003;
        a[k] = k % 17;
    }
    printf("%s %ld\n", what, sum);
}

static void ring(int n, int k, int from)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[(i + from) % k] = 3 * a[(i + from) % k] + i;
}

static void ring_of_sizes(size_t n, size_t k)
{
#pragma ppar for
    for (size_t i = 0; i < n; i++)
        a[i % k] = 3 * a[i % k] + (long)i;
}

/* The way back is counted from the end of the ring. */
static void turned(int n, int k)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[(k - 1 - i) % k + 1000] = 3 * a[(k - 1 - i) % k + 1000] + i;
}

/* The divisor is changed by a compound assignment, the rest is used in a loop inside. */
static void blocks(int n, int k, int width)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int slot = i;
        slot %= k;
        for (int j = 0; j < width; j++)
            a[slot * width + j] += a[slot * width + width - 1] + j;
    }
}

int main(void)
{
    show("start");
    ring(1000, 1000, 0);
    show("just enough");
    ring(1000, 999, 0);
    show("one too few");
    ring(1000, 2000, 1000);
    show("shifted");
    ring(1000, 2000, 1001);
    show("shifted too far");
    ring(100, -1000, 0);
    show("negative divisor");
    ring(100, 2000, 50);
    show("inside");
    ring(0, 0, 0);
    show("nothing");
    ring_of_sizes(1500, 1500);
    show("sizes");
    ring_of_sizes(1500, 700);
    show("sizes, twice round");
    ring_of_sizes(1500, (size_t)-1);
    show("sizes, huge");
    turned(900, 900);
    show("turned");
    turned(900, 450);
    show("turned round");
    blocks(40, 40, 50);
    show("blocks");
    blocks(40, 7, 50);
    show("blocks again");
    return 0;
}
