/* A maximum whose comparison is in one type and whose value is in another. */
#include "show.h"

int main(void)
{
    double x[12] = {1.5, 1.9, 1.2, 7.7, 7.1, 7.9, 3.0, 7.99, 7.5, 0.0, 7.0, 7.95};
    int largest = 0;

#pragma ppar for
    for (int k = 0; k < 12; k++)
        if ((int)x[k] > largest)
            largest = (int)x[k];
    printf("%d\n", largest);
    return 0;
}
