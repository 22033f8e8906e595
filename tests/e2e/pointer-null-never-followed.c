/* Options that may be missing: the pointer is null, and a condition keeps all iterations from
 * following it. What the loop is told by beforehand must not follow it either. */
#include <stdio.h>
#include <stdlib.h>

struct options {
    double scale, sum;
    int stride, count;
    int *log;
    struct options *inner;
};

enum { N = 60 };
static double x[N], y[N * 8 + 8];

static void strided(struct options *o)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        if (o)
            y[i * o->stride] += o->scale + i;
}

static void summed(struct options *o)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        if (x[i] > 0)
            o->sum += x[i];
}

static void best(struct options *o)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        if (x[i] > 0)
            if (x[i] > o->scale) {
                o->scale = x[i];
                o->count = i;
            }
}

static void logged(struct options *o)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        if (o && o->inner)
            o->inner->log[i * o->inner->stride] = i;
        y[i] += i;
    }
}

int main(void)
{
    int log[N * 8] = {0};
    struct options inner = {.stride = 2, .log = log}, some = {1.5, 0, 3, 4, log, &inner};
    for (int set = 0; set < 2; set++) {
        struct options *o = set ? &some : NULL;
        for (int i = 0; i < N; i++)
            x[i] = set ? (i * 7) % 11 : 0;
        strided(o);
        summed(o);
        best(o);
        logged(o);
        some.inner = NULL;
        logged(o);
    }
    long total = 0;
    for (int i = 0; i < N * 8; i++)
        total = total * 31 % 1000003 + log[i] + (long)(2 * y[i]);
    printf("%ld %g %g %d\n", total, some.sum, some.scale, some.count);
    return 0;
}
