/*
 * The trap, mended: the slow part alone in the parallel loop, the running total after it.
 *
 *     mended [customers]
 *
 * Compare with trap.c: invoice() is the same, and so is what is printed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

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
    long *amt = malloc((size_t)(customers > 0 ? customers : 1) * sizeof *amt);
    long total = 0;
    double start = now();

    if (amt == NULL) {
        perror("mended");
        return 1;
    }

#pragma ppar for
    for (int i = 0; i < customers; i++)
        amt[i] = invoice(i);
    fprintf(stderr, "%s: %d invoices in %.2f s\n", argv[0], customers, now() - start);

    for (int i = 0; i < customers; i++) {
        total += amt[i];
        printf("customer %3d: %9.2f, in all %12.2f\n", i, 0.01 * amt[i], 0.01 * total);
    }
    printf("total %.2f\n", 0.01 * total);
    free(amt);
    return 0;
}
