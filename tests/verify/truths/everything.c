/* Results of all kinds, with scratch that keeps other values in a parallel run. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 400 };

struct summary {
    double best;
    int where;
};

static double scratch[64], result[N], sum;
static char line[80], names[N][32];
static int histogram[10], counter, found[N], founds;
static struct summary summary = {-1, -1};

static const char *format(int k)
{
    static char text[40];
    snprintf(text, sizeof text, "%*d", k % 20 + 1, k);
    return text;
}

static int lookup(int k)
{
    static int table[16], is_filled;
    if (!is_filled) {
        for (int i = 0; i < 16; i++)
            table[i] = i * i;
        is_filled = 1;
    }
    return table[k % 16];
}

int main(void)
{
    double *block = malloc(N * sizeof *block), last = 0;
    int *small = malloc(3 * sizeof *small);
    if (!block || !small)
        return 1;
    free(malloc(100));
    free(malloc(20));
    memset(small, 0, 3 * sizeof *small);
    printf("begins, ");

#pragma ppar for
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < 64; k++)
            scratch[k] = sin(i + k);
        result[i] = scratch[i % 64];
        block[i] = 2 * result[i] + lookup(i);
        sum += result[i];
        last = block[i];
        histogram[i % 10]++;
        sprintf(names[i], "%s", format(i));
        if (result[i] > 0.999)
            found[founds++] = i;
    }

#pragma ppar for
    for (counter = 0; counter < N; counter++) {
        char *own = malloc(64);
        if (!own)
            abort();
        sprintf(own, "%d", counter < N - 1 ? 100000 + counter : 7);
        strcpy(line, own);
        free(own);
        if (result[counter] > summary.best) {
            summary.best = result[counter];
            summary.where = counter;
        }
        if (counter % 50 == 0)
            printf("%s at %d\n", line, counter);
    }

    printf("%.17g %.17g %d %s %s %d %g %d %d\n", sum, last, histogram[3], names[7], line,
           summary.where, summary.best, counter, founds);
    free(block);
    free(small);
    return 3 - 3 + founds % 7;
}
