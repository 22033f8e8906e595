/* verdict: guarded */
#include <stdio.h>
#include <stdlib.h>

enum { N = 100, COUNT = 50 };

struct input {
    const double *table;
    int count;
    double *out;
};

static double weigh(struct input in, int i)
{
    double sum = 0;
    for (int k = 0; k < in.count; k++)
        sum += in.table[k] * i;
    return sum;
}

static void put(struct input in, int i) { in.out[i] = weigh(in, i) + (i ? in.out[i] : 0); }

static void run(struct input in)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        put(in, i);
}

int main(void)
{
    double table[COUNT], *out = calloc(N, sizeof *out);
    for (int k = 0; k < COUNT; k++)
        table[k] = 0.5 * k;
    run((struct input){table, COUNT, out});
    run((struct input){out, COUNT, out});
    run((struct input){table, COUNT / 2, out});
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += out[i] * i;
    printf("%.17g\n", sum);
    free(out);
    return 0;
}
