/* tqdm, progressr, parallel --bar: how far the loop is, on stderr. */
#include <math.h>
#include <stdio.h>

int main(void)
{
    static double result[2000];
#pragma ppar for progress("integrals")
    for (int i = 0; i < 2000; i++) {
        double sum = 0;
        for (int k = 1; k <= 1000; k++)
            sum += exp(-0.001 * i * k);
        result[i] = sum;
    }
    printf("%.6f\n", result[1999]);
    return 0;
}
