/* Scratch memory in which an iteration reads what was there before the loop, where later iterations
 * leave something else: nobody may find that, not even a worker in its own copy. The first iterations
 * are long, so that workers that are done with later ones help with them. */
#include "show.h"

enum { N = 1200 };

static double out[N];

static double slow(double x, int steps)
{
    for (int k = 0; k < steps; k++)
        x = x * 0.9999999 + 1e-9;
    return x;
}

/* Two iterations write each element: only the last one's would count, and nobody asks for it. */
static void halves(int seed)
{
    double t[N + 16];
    for (int i = 0; i < N + 16; i++)
        t[i] = i * 1.25 + seed;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        out[i] = slow(t[i + 5], i < 200 ? 20000 : 10);
        t[i / 2] = -1000 - i;
    }
}

/* One element for all of them. */
static void one_place(int seed)
{
    double last[2] = {seed, 0.5};
#pragma ppar for
    for (int i = 0; i < N; i++) {
        double start = i < 10 ? last[0] : i;
        out[i] += slow(start, i < 200 ? 20000 : 10);
        if (i > 600)
            last[0] = i * 3;
    }
}

/* Not written by two iterations: results, which are merged in order. */
static void results(int seed)
{
    static double t[N + 16];
    for (int i = 0; i < N + 16; i++)
        t[i] = i * 0.75 + seed;
#pragma ppar for
    for (int i = 0; i < N; i++) {
        out[i] -= slow(t[i + 7], i < 200 ? 20000 : 10);
        t[i] = i;
    }
    SHOW("%g", t, 20);
}

int main(void)
{
    for (int time = 0; time < 3; time++) {
        halves(time);
        SHOW("%.17g", out, N);
        one_place(time);
        SHOW("%.17g", out, N);
        results(time);
        SHOW("%.17g", out, N);
    }
    return 0;
}
