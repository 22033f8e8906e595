/*
 * The trap: this loop looks as if its iterations were independent, and is refused.
 *
 *     trap [customers]
 *
 * The slow part, invoice(), is. But each line prints the running total, so each iteration needs
 * what the one before it added. Threads would print some total or other; ppcc builds nothing and
 * says which two iterations collide. mended.c stands beside it.
 */
#include <stdio.h>
#include <stdlib.h>

/* What a customer owes, in cents: slow, and a function of the customer alone. */
static long invoice(int customer)
{
    unsigned x = 2463534242u + (unsigned)customer;

    for (int day = 0; day < 4000000; day++) {
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
    }
    return 1000 + (long)(x % 90000);
}

int main(int argc, char **argv)
{
    int customers = argc > 1 ? atoi(argv[1]) : 100;
    long total = 0;

#pragma ppar for
    for (int i = 0; i < customers; i++) {
        long amt = invoice(i);

        total += amt;
        printf("customer %3d: %9.2f, in all %12.2f\n", i, 0.01 * amt, 0.01 * total);
    }
    printf("total %.2f\n", 0.01 * total);
    return 0;
}
