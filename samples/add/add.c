/*
 * Ten additions that are slow, with 1, 2, 5 and 10 workers: once they sleep, once they compute.
 * Sleeping costs no CPU, so ten workers sleep at the same time on any machine; computing gets
 * faster up to the number of CPUs and no further.
 *
 *     add [seconds to sleep [million steps to compute]]
 *
 * The sums go to stdout, the table of times to stderr.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ADDITIONS 10

enum way { SLEEPING, COMPUTING };

static const int worker_counts[] = {1, 2, 5, 10};
#define COUNTS (int)(sizeof worker_counts / sizeof worker_counts[0])

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int add_sleeping(int a, int b, double seconds)
{
    struct timespec t;

    t.tv_sec = (time_t)seconds;
    t.tv_nsec = (long)((seconds - (double)t.tv_sec) * 1e9);
    nanosleep(&t, NULL);
    return a + b;
}

/* Runs a generator from A for so many steps, forwards and back: the sum of A and B, the long way.
 */
static int add_computing(int a, int b, double millions)
{
    const unsigned forward = 1664525u, back = 4276115653u; /* their product is 1 modulo 2^32 */
    unsigned x = (unsigned)a;
    long steps = (long)(millions * 1e6 / 2);

    for (long k = 0; k < steps; k++)
        x = (x ^ x >> 16) * forward;
    for (long k = 0; k < steps; k++) {
        x *= back;
        x ^= x >> 16;
    }
    return (int)x + b;
}

static int add(enum way way, int a, int b, double amount)
{
    return way == SLEEPING ? add_sleeping(a, b, amount) : add_computing(a, b, amount);
}

static double timed(enum way way, int workers, double amount)
{
    int a[ADDITIONS], b[ADDITIONS], sum[ADDITIONS];
    double start, seconds;

    for (int i = 0; i < ADDITIONS; i++) {
        a[i] = 10 * i;
        b[i] = i * i;
    }

    start = now();
#pragma ppar for workers(workers)
    for (int i = 0; i < ADDITIONS; i++)
        sum[i] = add(way, a[i], b[i], amount);

    seconds = now() - start;
    printf("%2d workers, %s:", workers, way == SLEEPING ? "sleeping" : "computing");
    for (int i = 0; i < ADDITIONS; i++)
        printf(" %d", sum[i]);
    printf("\n");
    return seconds;
}

int main(int argc, char **argv)
{
    double seconds = argc > 1 ? atof(argv[1]) : 0.2;
    double millions = argc > 2 ? atof(argv[2]) : 100;

    fprintf(stderr, "%s\n", argv[0]);
    fprintf(stderr, "workers   sleeping   computing\n");
    for (int k = 0; k < COUNTS; k++) {
        double sleeping = timed(SLEEPING, worker_counts[k], seconds);
        double computing = timed(COMPUTING, worker_counts[k], millions);

        fprintf(stderr, "%7d %8.2f s  %8.2f s\n", worker_counts[k], sleeping, computing);
    }
    return 0;
}
