/* x = [x, v] in parfor, unlist(mclapply(...)), results.extend(...): as many results as there are,
 * in iteration order. */
#include <stdio.h>

static int is_prime(int n)
{
    for (int d = 2; d * d <= n; d++)
        if (n % d == 0)
            return 0;
    return n > 1;
}

int main(void)
{
    static int primes[10000];
    int count = 0;
#pragma ppar for
    for (int n = 0; n < 10000; n++)
        if (is_prime(n))
            primes[count++] = n;
    printf("%d primes, the last one is %d\n", count, primes[count - 1]);
    return 0;
}
