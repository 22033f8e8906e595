/* The update converts: a double accumulator with a float operand. */
#include "show.h"

int main(void)
{
    double d = 1.0;

#pragma ppar for
    for (int k = 0; k < 3000; k++)
        d += 0.1f * (float)k;
    printf("%a\n", d);
    return 0;
}
