/* Sums of long doubles. */
#include "show.h"

int main(void)
{
    long double sum = 0.0L;

#pragma ppar for
    for (int k = 1; k < 3000; k++)
        sum += 1.0L / k;
    printf("%La\n", sum);
    return 0;
}
