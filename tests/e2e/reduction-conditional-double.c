/* The one floating-point update of an iteration is under a condition. */
#include "show.h"

#include <math.h>

int main(void)
{
    double sum = 0.0;
    int count = 0;

#pragma ppar for
    for (int k = 0; k < 3000; k++) {
        double x = sin(k) * exp(0.01 * k);

        if (x > 0.0) {
            sum += x;
            count++;
        }
    }
    printf("%a %d\n", sum, count);
    return 0;
}
