/* verdict: guarded */
/* Elements by index arrays of all types: permutations, with one index twice, in few places and far
 * apart, read in strides and from the end. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 300 };

static double a[1 << 16];
static double step[N];

static void start(void)
{
    for (int k = 0; k < 1 << 16; k++)
        a[k] = k % 97;
    for (int k = 0; k < N; k++)
        step[k] = 1.0 / (k + 1);
}

static void show(const char *what)
{
    double sum = 0;
    for (int k = 0; k < 1 << 16; k++)
        sum = sum * 0.9999 + a[k];
    printf("%s %a\n", what, sum);
}

static void update_schar(const signed char *restrict index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[index[i] + 1000] = 0.5 * a[index[i] + 1000] + step[i];
}

static void update_ushort(const uint16_t *restrict index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[index[i]] = 0.5 * a[index[i]] + step[i];
}

static void update_int(const int *restrict index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[index[i]] = 0.5 * a[index[i]] + step[i];
}

static void update_unsigned(const unsigned *restrict index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[index[i] - 1u] = 0.5 * a[index[i] - 1u] + step[i];
}

static void update_size(const size_t *restrict index, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[index[i]] = 0.5 * a[index[i]] + step[i];
}

static void update_backward(const long long *restrict index, int n)
{
#pragma ppar for
    for (int i = n - 1; i >= 0; i--)
        a[60000 - index[i]] = 0.5 * a[60000 - index[i]] + step[i];
}

static void update_strided(const int *restrict index, int from, int n)
{
#pragma ppar for
    for (int i = from; i < n; i += 3)
        a[2 * index[2 * i + 1] + 1] = 0.5 * a[2 * index[2 * i + 1] + 1] + step[i];
}

static void run_all(int count, int factor, int twice)
{
    static signed char schars[N];
    static uint16_t ushorts[N];
    static int ints[2 * N];
    static unsigned unsigneds[N];
    static size_t sizes[N];
    static long long longs[N];
    for (int k = 0; k < count; k++) {
        int value = (k * 7) % count * factor;
        if (twice && k == count / 3)
            value = (2 * count / 3 * 7) % count * factor;
        schars[k] = (signed char)(value / factor - 64);
        ushorts[k] = (uint16_t)value;
        ints[k] = value;
        unsigneds[k] = (unsigned)value + 1;
        sizes[k] = (size_t)value;
        longs[k] = value;
    }
    start();
    update_schar(schars, count);
    show("signed char");
    update_ushort(ushorts, count);
    show("unsigned short");
    update_int(ints, count);
    show("int");
    update_unsigned(unsigneds, count);
    show("unsigned");
    update_size(sizes, count);
    show("size_t");
    update_backward(longs, count);
    show("long long");
    update_strided(ints, 2, count / 2);
    show("strided");
    for (int k = count; k < 2 * count && k < 2 * N; k++)
        ints[k] = ints[k - count];
    update_strided(ints, 0, count < 150 ? count : 150);
    show("strided, twice");
}

int main(void)
{
    for (int twice = 0; twice < 2; twice++) {
        run_all(101, 1, twice);
        run_all(101, 17, twice);
        run_all(100, 300, twice);
        run_all(1, 1, twice);
        run_all(2, 20000, twice);
    }
    update_int(NULL, 0);
    return 0;
}
