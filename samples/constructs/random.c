/* A generator for each worker, RandStream's substreams, future.seed = TRUE: one stream for each
 * iteration, so the numbers do not depend on the number of workers. */
#include <ppar.h>
#include <stdio.h>

int main(void)
{
    static double mean[20];
#pragma ppar for seed(2024)
    for (int i = 0; i < 20; i++) {
        ppar_random_at(1, (unsigned long long)i); /* the same numbers by any compiler */
        double sum = 0;
        for (int k = 0; k < 1000; k++)
            sum += ppar_random();
        mean[i] = sum / 1000;
    }
    for (int i = 0; i < 20; i += 5)
        printf("%.6f\n", mean[i]);
    return 0;
}
