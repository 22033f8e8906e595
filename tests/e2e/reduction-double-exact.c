/* verdict: proven */
/* Sums of doubles, to the last bit as they are serially. */
#include "show.h"

#include <math.h>

int main(void)
{
    double sum = 0.1, less = -0.0, product = 1.0;
    float single = 0.0f;

#pragma ppar for
    for (int k = 0; k < 5000; k++)
        sum += exp(20.0 * sin(k)) * cos(3.0 * k);
#pragma ppar for
    for (int k = 0; k < 5000; k++)
        less -= 1.0 / (k + 1);
#pragma ppar for
    for (int k = 0; k < 5000; k++)
        product *= 1.0 + 0.01 * sin(k);
#pragma ppar for
    for (int k = 0; k < 5000; k++)
        single += 1.0f / (float)(k + 1);
    printf("%a %a %a %a\n", sum, less, product, single);
    return 0;
}
