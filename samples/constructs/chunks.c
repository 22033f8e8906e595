/* chunksize=10, mc.preschedule, parfor's RangePartitionMethod, parallel -n 10: how iterations are
 * handed out. Seldom needed, as workers share what is left. */
#include <stdio.h>

int main(void)
{
    static long result[300];
#pragma ppar for schedule(dynamic, 10) workers(4)
    for (int i = 0; i < 300; i++) {
        long sum = 0;
        for (long k = 0; k < 100 * i; k++)
            sum += k % 7;
        result[i] = sum;
    }
    printf("%ld %ld\n", result[1], result[299]);
    return 0;
}
