/* verdict: proven */
/* Integer updates in an inner loop, any number of them. */
#include "show.h"

int main(void)
{
    long sum = 0;
    int largest = 0;

#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int k = 0; k < i; k++) {
            sum += i * k;
            if (i * k % 91 > largest)
                largest = i * k % 91;
        }
    printf("%ld %d\n", sum, largest);
    return 0;
}
