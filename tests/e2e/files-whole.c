/* verdict: proven */
/* Scratch memory with external linkage, as old programs have it, in a file that the loop's does not
 * know; it is written before it is read again behind the loop, too. */
#include <stdio.h>
double middle(const double *, int);
double again(void);
double in[120][9], out[120];

int main(void)
{
    for (int i = 0; i < 120; i++)
        for (int k = 0; k < 9; k++)
            in[i][k] = (i * 31 + k * 17) % 23;
#pragma ppar for
    for (int i = 0; i < 120; i++)
        out[i] = middle(in[i], i);
    double sum = 0;
    for (int i = 0; i < 120; i++)
        sum = sum / 3 + out[i];
    printf("%.17g %.17g\n", sum, again());
    return 0;
}
