/* parallel --keep-order, fprintf in parfor, cat in mclapply: text in the order of the iterations.
 */
#include <stdio.h>

static int collatz(long n)
{
    int steps = 0;
    for (; n != 1; steps++)
        n = n % 2 ? 3 * n + 1 : n / 2;
    return steps;
}

int main(void)
{
#pragma ppar for
    for (int n = 1; n <= 200; n++)
        printf("%d takes %d steps\n", n, collatz(n));
    return 0;
}
