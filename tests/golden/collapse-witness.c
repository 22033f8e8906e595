/* status: 1 */
/* The witness names the counters of all loops. */
#include <stdlib.h>

static double a[30][40];

void scan(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 1; j < 40; j++)
            a[i][j] = a[i][j - 1] + 1;
}

void fill(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            a[i][j] = rand();
}

/* Each row has its own chain, and the rows are chained. */
void two_ways(void)
{
#pragma ppar for collapse(2)
    for (int i = 1; i < 30; i++)
        for (int j = 1; j < 40; j++)
            a[i][j] = a[i - 1][j - 1] + a[i][j - 1];
}
