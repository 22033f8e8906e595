/* status: 1 */
/* It would be a reduction if its value were not used in the loop. */
#include <stdio.h>

int f(const int *amount, int n)
{
    int total = 0;

#pragma ppar for
    for (int i = 0; i < n; i++) {
        total += amount[i];
        printf("so far: %d\n", total);
    }
    return total;
}
