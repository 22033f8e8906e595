/* break in for, parallel --halt now,success=1, pool.terminate() at the first hit: the first one in
 * iteration order, as in the serial loop. */
#include <stdio.h>

static long steps_of(long n)
{
    long steps = 0;
    for (; n != 1; steps++)
        n = n % 2 ? 3 * n + 1 : n / 2;
    return steps;
}

int main(void)
{
    long found = 0;
#pragma ppar for
    for (long n = 1; n < 1000000; n++)
        if (steps_of(n) >= 260) {
            found = n;
            break;
        }
    printf("%ld takes %ld steps\n", found, steps_of(found));
    return 0;
}
