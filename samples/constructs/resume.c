/* parallel --resume, a results folder that is looked into, drake and targets in R: what is done is
 * not done again when the program is run again. The first run here computes, the others read
 * resume.log. */
#include <stdio.h>

int main(void)
{
    static double result[40];
#pragma ppar for checkpoint("resume.log")
    for (int i = 0; i < 40; i++) {
        double sum = 0;
        for (int k = 1; k < 20000; k++)
            sum += 1.0 / (k + i);
        result[i] = sum;
    }
    printf("%.6f %.6f\n", result[0], result[39]);
    return 0;
}
