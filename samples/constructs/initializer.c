/* Pool(initializer=...), clusterExport, parallel.pool.Constant: what was set up before the loop is
 * there in every worker. A table that is filled on first use is filled in each. */
#include <math.h>
#include <stdio.h>

static double weights[64];
static double roots[1000];

static double root(int n)
{
    static int is_filled;
    if (!is_filled) {
        for (int k = 0; k < 1000; k++)
            roots[k] = sqrt(k);
        is_filled = 1;
    }
    return roots[n];
}

int main(void)
{
    static double result[1000];
    for (int k = 0; k < 64; k++)
        weights[k] = 1.0 / (k + 1);
#pragma ppar for
    for (int i = 0; i < 1000; i++)
        result[i] = weights[i % 64] * root(i);
    printf("%.6f %.6f\n", result[10], result[999]);
    return 0;
}
