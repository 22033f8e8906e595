/* status: 1 */
/* The running total is printed. */
#include <stdio.h>

int amount[100];

int f(void)
{
    int total = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int amt = amount[i];

        total += amt;
        printf("%d: %d\n", i, total);
    }
    return total;
}
