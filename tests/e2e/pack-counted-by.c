/* verdict: trusted */
/* The attribute counted_by says how much memory the members own. */
#include <stdio.h>
#include <stdlib.h>

struct run {
    unsigned short length;
    int *step __attribute__((counted_by(length)));
};

struct pair {
    struct run run[2];
    double weight;
};

static struct pair made[300];

static struct run walk(int from, int length)
{
    struct run run = {.length = (unsigned short)length};
    run.step = malloc(sizeof(int) * (size_t)(length + 1));
    for (int k = 0; k < length; k++)
        run.step[k] = from = (from * 31 + 7) % 1009;
    return run;
}

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 300; i++) {
        made[i].run[0] = walk(i, i % 40);
        made[i].run[1] = walk(2 * i, i % 7);
        made[i].weight = i * 0.5;
    }
    long sum = 0;
    for (int i = 0; i < 300; i++)
        for (int r = 0; r < 2; r++) {
            for (int k = 0; k < made[i].run[r].length; k++)
                sum = (sum * 3 + made[i].run[r].step[k]) % 1000003;
            free(made[i].run[r].step);
        }
    printf("%ld %g\n", sum, made[299].weight);
    return 0;
}
