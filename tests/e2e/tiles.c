/* Tiles whose size only the run knows, and that end at the next tile or at the end of it all. */
#include <stddef.h>
#include <stdio.h>

#define MIN(a, b) ((a) < (b) ? (a) : (b))

enum { N = 5000 };

static long a[N];

static void show(const char *what)
{
    long sum = 0;
    for (int k = 0; k < N; k++)
        sum = (sum * 31 + a[k]) % 1000003;
    printf("%s %ld\n", what, sum);
}

static void whole(int n, int s)
{
#pragma ppar for
    for (int i = 0; i < n; i += s)
        for (int j = i; j < i + s; j++)
            a[j] = 3 * a[j] % 1009 + j;
}

static void cut(int n, int s)
{
#pragma ppar for
    for (int i = 0; i < n; i += s)
        for (int j = i; j < MIN(i + s, n); j++)
            a[j] = 3 * a[j] % 1009 + a[i];
}

static void corrected(int tiles, int s, int n)
{
#pragma ppar for
    for (int b = 0; b < tiles; b++) {
        int low = b * s, high = low + s;
        if (high > n)
            high = n;
        for (int j = low; j < high; j++)
            a[j] = 3 * a[j] % 1009 + (j > low ? a[j - 1] : 7);
    }
}

static void of_sizes(size_t tiles, size_t s)
{
#pragma ppar for
    for (size_t b = 0; b < tiles; b++) {
        long sum = 0;
        for (size_t j = b * s; j < (b + 1) * s; j++)
            sum += a[j];
        for (size_t j = b * s; j < (b + 1) * s; j++)
            a[j] = sum % 1009;
    }
}

static void backwards(int tiles, int s)
{
#pragma ppar for
    for (int b = 0; b < tiles; b++)
        for (int j = (b + 1) * s - 1; j >= b * s; j--)
            a[j] = 3 * a[j] % 1009 + j;
}

int main(void)
{
    for (int k = 0; k < N; k++)
        a[k] = k % 17;
    whole(4900, 100);
    show("whole");
    cut(N, 77);
    show("cut");
    cut(N, N);
    show("one tile");
    cut(N, 2 * N);
    show("larger than all");
    corrected(63, 79, 4900);
    show("corrected");
    corrected(5, 1000, N);
    show("corrected, never");
    of_sizes(50, 100);
    show("sizes");
    of_sizes(7, 1);
    show("sizes of one");
    backwards(50, 100);
    show("backwards");
    return 0;
}
