/* flags: -O2 -lm */
/*
 * Workers that stay are given every variable that a body reads, wherever it is kept, each time the
 * loop is executed.
 */
#include <fenv.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 96 };
enum colour { RED, GREEN, BLUE };
struct box {
    double low, high;
    short at[4];
};
union word {
    unsigned bits;
    unsigned char bytes[4];
};

static double out[N];
static double factor = 1;
double everywhere = 2;
static double sum;

static void add(void)
{
    for (int i = 0; i < N; i++)
        sum = sum * 0.875 + out[i];
}

static void numbers(signed char c, unsigned short s, bool b, float f, long double l, enum colour e,
                    long long step)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = c * i + s + b + (double)f * i + (double)l + e + (double)step;
    add();
}

static void globals(int k)
{
    static int calls;
    calls += k;
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = factor * i + everywhere + calls;
    add();
}

static void constants(const int k, const double *const from)
{
    const double scale = sqrt(k + 1.0);
    const int table[3] = {k, 2 * k, 3 * k};
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = scale * i + table[i % 3] + from[i] + k;
    add();
}

static void record(struct box box, struct box *other, union word word)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = box.low * i + box.at[i % 4] + other->high - other->at[1] + word.bytes[i % 4];
    add();
}

static void ranges(int first, int last, double w)
{
#pragma ppar for
    for (int i = first; i < last; i += 3)
        out[i] = w * i;
#pragma ppar for
    for (int i = last; i > first; i--)
        out[i - 1] += w - i;
    add();
}

/* Inlined in two places. */
static inline void twice(double x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[i] = x + i;
    add();
}

static double helper(double x)
{
    return factor * x + everywhere;
}

static void through_helper(double x)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = helper(x + i);
    add();
}

static void deep(int depth, double x)
{
    volatile char room[64];
    room[depth % 64] = (char)depth;
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = x * i;
    add();
    if (depth > 0)
        deep(depth - 1, x + room[depth % 64]);
}

static void rounded(int mode, double x)
{
    fesetround(mode);
#pragma ppar for
    for (int i = 0; i < N; i++)
        out[i] = (x + i) / 3;
    fesetround(FE_TONEAREST);
    add();
}

/* What the body itself has filled before needs no delivery, and what is not filled does. */
static void scratch(int k)
{
    double t, u = k, tmp[4];
#pragma ppar for
    for (int i = 0; i < N; i++) {
        t = i * 0.5;
        for (int j = 0; j < 4; j++)
            tmp[j] = t + j * u;
        out[i] = tmp[i % 4];
    }
    add();
}

int main(void)
{
    setenv("PPAR_STAY", "on", 1);
    setenv("PPAR_GATE", "on", 1); /* where they cannot stay */
    double from[2][N];
    struct box boxes[2];
    for (int k = 0; k < 40; k++) {
        for (int i = 0; i < N; i++)
            from[k % 2][i] = i + k;
        union word word = {.bits = 0x01020304u * (unsigned)k};
        boxes[0] = (struct box){k, -k, {(short)k, 2, 3, (short)-k}};
        boxes[1] = (struct box){-k, k * 0.5, {7, (short)(k * k), 1, 0}};
        factor = 1 + k;
        everywhere = k * k;
        numbers((signed char)(k - 20), (unsigned short)(65500 + k), k % 2, k * 0.1f, k * 0.01L,
                (enum colour)(k % 3), 1ll << k);
        globals(k);
        constants(k, from[k % 2]);
        record(boxes[k % 2], &boxes[(k + 1) % 2], word);
        ranges(k, N - k, k * 0.3);
        twice(k, N - k);
        twice(-k, k + 1);
        through_helper(k);
        deep(k % 5, k);
        rounded(k % 2 ? FE_UPWARD : FE_DOWNWARD, k);
        scratch(k);
        printf("%d %.17g\n", k, sum);
    }
    return 0;
}
