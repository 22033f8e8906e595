/* Pool.map, parfor with a sliced result, mclapply, parallel: one result for each value, in order.
 */
#include <math.h>
#include <stdio.h>

enum { N = 1000 };

int main(void)
{
    static double x[N], result[N];
    for (int i = 0; i < N; i++)
        x[i] = 0.01 * i;
#pragma ppar for
    for (int i = 0; i < N; i++)
        result[i] = sin(x[i]) * exp(-x[i]);
    for (int i = 0; i < N; i += 100)
        printf("%.6f\n", result[i]);
    return 0;
}
