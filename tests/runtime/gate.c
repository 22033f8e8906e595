/*
 * Whether a loop begins in the parent, and whether it gets workers: by how long its iterations
 * take, by what earlier executions have shown, and by what the user says.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { N = 40000 };

static int *ran_here; /* of each iteration, whether the parent ran it; shared */
static pid_t parent;

static void spin(long nanoseconds)
{
    struct timespec start, now;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do
        clock_gettime(CLOCK_MONOTONIC, &now);
    while ((now.tv_sec - start.tv_sec) * 1000000000 + now.tv_nsec - start.tv_nsec < nanoseconds);
}

static void get_ready(void)
{
    parent = getpid();
    ran_here =
        mmap(NULL, N * sizeof *ran_here, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

static int count_here(int trips)
{
    int count = 0;
    for (int i = 0; i < trips; i++)
        count += ran_here[i];
    return count;
}

static void add(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

/* One place in the text is one loop to the runtime, whatever it does. Iterations take so many
 * nanoseconds, and iteration LATE takes DELAY more. */
static void execute_with(int flags, int trips, long nanoseconds, int late, long delay)
{
    const double zero = -0.0;
    double exact = 0.1, loose = 0.5, always = 0.3;
    static int result[N];
    memset(result, 0, sizeof result);
    struct ppar_loop ppar = LOOP((unsigned long long)trips, .flags = flags);
    ppar_output(&ppar, result, 0, trips * (long long)sizeof *result);
    ppar_reduction(&ppar, &exact, sizeof exact, &zero, add, PPAR_PER_ITERATION);
    ppar_reduction(&ppar, &loose, sizeof loose, &zero, add, PPAR_PER_CHUNK);
    ppar_reduction(&ppar, &always, sizeof always, &zero, add, PPAR_PER_BLOCK);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            ran_here[i] = getpid() == parent;
            if (i % 10000 == 9)
                printf("%d ", i);
            result[i] = 3 * i + 1;
            exact += 1.0 / (i + 1);
            loose += i;
            always += 1.0 / (i + 1);
            if (nanoseconds > 0 || i == late)
                spin(nanoseconds + (i == late ? delay : 0));
            ppar_step(&ppar);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    long sum = 0;
    for (int i = 0; i < trips; i++)
        sum = (sum * 31 + result[i]) % 1000003;
    printf("%ld %.17g %.17g %.17g\n", sum, exact, loose, always);
}

static void execute(int flags, int trips, long nanoseconds)
{
    execute_with(flags, trips, nanoseconds, -1, 0);
}

/* With the address sanitizer a fork costs so much that there is no saying what is worth it. */
static void check_here(int trips, int least, int most)
{
#ifdef __SANITIZE_ADDRESS__
    least = 0;
    most = trips;
#endif
    int here = count_here(trips);
    check(here >= least && here <= most, "the parent has run %d of %d iterations, not %d to %d",
          here, trips, least, most);
}

/* On a busy machine a batch may seem to take long; not again and again. */
static void light_and_short(void)
{
    int here = 0;
    get_ready();
    for (int k = 0; k < 8; k++) {
        execute(PPAR_LIGHT, 8, 0);
        here += count_here(8) == 8;
        execute(PPAR_LIGHT, 2000, 0);
        here += count_here(2000) == 2000;
    }
    check(here >= 8, "only %d of 16 short loops have been run by the parent", here);
}

static void light_and_long(void)
{
    get_ready();
    execute(PPAR_LIGHT, N, 5000);
    check_here(N, 64, N / 4);
    execute(PPAR_LIGHT, N, 5000);
    check_here(N, 0, 0);
}

static void heavy(void)
{
    get_ready();
    execute(0, 100, 20000);
    check_here(100, 0, 0);
}

/* What was short once is begun here, and found out when it is not any more. */
static void heavy_again(void)
{
    get_ready();
    execute(0, 9, 0);
    check_here(9, 0, 0);
    int here = 0;
    for (int k = 0; k < 8; k++) {
        execute(0, 9, 0);
        here += count_here(9) == 9;
    }
    check(here >= 4, "only %d of 8 short loops have been run by the parent", here);
    execute(0, 9, 30000000);
    check_here(9, 1, 1);
    execute(0, 9, 30000000);
    check_here(9, 0, 0);
    execute(0, 9, 0); /* by workers, who see how short it is */
    execute(0, 9, 0);
    check_here(9, 9, 9);
}

/* What takes long for once is no reason to start workers the next time. */
static void interrupted(void)
{
    int here = 0;
    get_ready();
    for (int k = 0; k < 6; k++) {
        execute(PPAR_LIGHT, 8, 0);
        execute(PPAR_LIGHT, 8, 0);
        execute_with(PPAR_LIGHT, 8, 0, 3, 2000000);
        execute(PPAR_LIGHT, 8, 0);
        here += count_here(8) == 8;
    }
    check(here >= 4, "only %d of 6 short loops have been run by the parent", here);
}

static void short_anyhow(void)
{
    get_ready();
    execute(PPAR_LIGHT, 8, 0);
    check_here(8, 0, 0);
}

/* Parts that start from what the accumulator was cannot be cut. */
static void best(void)
{
    get_ready();
    double largest = 0;
    struct ppar_loop ppar = LOOP(9, .flags = PPAR_LIGHT);
    ppar_reduction(&ppar, &largest, sizeof largest, NULL, add, PPAR_PER_CHUNK);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            ran_here[i] = getpid() == parent;
        ppar_commit(&ppar);
    }
    check_here(9, 0, 0);
}

/* No worker can be had when it comes to that: the rest runs here, and nothing twice. */
static void refused(void)
{
    get_ready();
    execute(PPAR_LIGHT, N, 5000);
    check_here(N, N, N);
}

int main(void)
{
    static const struct scenario scenarios[] = {
        {"light and short", light_and_short, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"light and long", light_and_long, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"heavy", heavy, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"heavy, again", heavy_again, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"interrupted", interrupted, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"workers are given", short_anyhow, "PPAR_WORKERS=3"},
        {"off", short_anyhow, "PPAR_WORKERS=3 PPAR_GATE=off"},
        {"a schedule is given", short_anyhow, "PPAR_WORKERS=3 PPAR_SCHEDULE=dynamic PPAR_GATE=off"},
        {"best", best, "PPAR_WORKERS=3 PPAR_GATE=on"},
        {"refused", refused, "PPAR_WORKERS=3 PPAR_GATE=on PPAR_MEMFREE=1000000G"},
    };
    check_scenarios(scenarios, sizeof scenarios / sizeof *scenarios);
    return check_status();
}
