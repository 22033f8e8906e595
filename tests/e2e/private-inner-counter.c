/* verdict: proven */
/* Inner counters declared outside, and temporaries of the inner loop: the C of 1989. */
#include "show.h"

int main(void)
{
    int i, j, k;
    double sum;
    double a[6][6], b[6][6], c[8][8];

    for (i = 0; i < 6; i++)
        for (j = 0; j < 6; j++) {
            a[i][j] = i + j;
            b[i][j] = i - j;
        }
    FILL(&c[0][0], 64, -1.0);
#pragma ppar for
    for (i = 0; i < 6; i++)
        for (j = 0; j < 6; j++) {
            sum = 0.0;
            for (k = 0; k < 6; k++)
                sum += a[i][k] * b[k][j];
            c[i + 1][j + 1] = sum;
        }
    SHOW("%g", &c[0][0], 64);
    return 0;
}
