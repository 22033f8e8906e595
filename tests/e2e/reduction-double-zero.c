/* verdict: proven */
/* -0.0 + -0.0 is -0.0: a sum must not start from +0.0 behind the programmer's back. */
#include "show.h"

int main(void)
{
    double sum = -0.0, product = -1.0, x[9];

    FILL(x, 9, -0.0);
#pragma ppar for
    for (int k = 0; k < 9; k++)
        sum += x[k];
#pragma ppar for
    for (int k = 0; k < 9; k++)
        product *= x[k];
    printf("%a %a\n", sum, product);
    return 0;
}
