/* flags: -O2 -lm */
/* A loop in time steps draws other numbers in each of them, whoever runs its iterations: fresh
 * workers, workers that stay, or the parent. */
#define _DEFAULT_SOURCE
#include "random.h"
#include "show.h"

#include <stdlib.h>

enum { N = 1000, STEPS = 12 };
static double x[N];

static double diffuse(int loop)
{
    double sum = 0;
#pragma ppar for reduction(+ : sum)
    for (int i = 0; i < N; i++) {
        STREAM(loop, i);
        x[i] += 0.1 * ppar_random_normal();
        sum += x[i];
    }
    return sum;
}

static void kick(int loop)
{
#pragma ppar for
    for (int i = 0; i < N; i += 7) {
        STREAM(loop, i / 7);
        x[i] *= ppar_random();
    }
}

int main(void)
{
    static const char *const settings[][2] = {
        {"PPAR_GATE", "off"},
        {"PPAR_GATE", "on"},
        {"PPAR_STAY", "on"},
        {"PPAR_SERIAL", "1"},
    };
    for (int set = 0; set < 4; set++) {
        setenv(settings[set][0], settings[set][1], 1);
        for (int step = 0; step < STEPS; step++) {
            int loop = 2 * (STEPS * set + step);
            double sum = diffuse(loop + 1);
            kick(loop + 2);
            printf("%d %d %.12g %.17g %.17g\n", set, step, sum, x[0], x[N - 1]);
        }
    }
    SHOW("%.17g", x, N);
    return 0;
}
