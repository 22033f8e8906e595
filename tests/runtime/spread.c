/*
 * Workers that start workers: where the first fork takes long, here because a handler of the
 * program's is slow. All are the parent's children, with nothing of each other's open; one that is
 * killed before it has started its share, or descriptors that do not suffice, change no result.
 */
#include "check.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 400, SLOW = 4000 /* microseconds */ };

static int forks;  /* of this process */
static int doomed; /* the number of the fork whose child is killed at once; 0: none */

static void before_fork(void)
{
    forks++;
    usleep(SLOW);
}

static void in_child(void)
{
    if (forks == doomed)
        raise(SIGKILL);
}

static void start_slowly(void)
{
    if (pthread_atfork(before_fork, NULL, in_child) != 0)
        abort();
}

static void is_alone(const char *where)
{
    check(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD, "%s: a process is left", where);
}

/* Results, text and a sum. */
static void compute(int flags, int schedule)
{
    static int results[N];
    long sum = 0;
    const long zero = 0;
    int descriptors = count_descriptors();
    struct ppar_loop ppar = LOOP(N, .flags = flags, .schedule = schedule);
    extern void spread_add(void *acc, const void *part);
    ppar_output(&ppar, results, 0, sizeof results);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, spread_add, PPAR_PER_CHUNK);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = 3 * i + 1;
            sum += i;
            printf("%d\n", i);
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        check(results[i] == 3 * i + 1, "results[%d] is %d", i, results[i]);
    printf("%ld\n", sum);
    check(count_descriptors() == descriptors, "a descriptor is left");
    is_alone("compute");
}

void spread_add(void *acc, const void *part)
{
    *(long *)acc += *(const long *)part;
}

static void computes(void)
{
    start_slowly();
    compute(0, PPAR_AUTO);
}

static void computes_in_order(void)
{
    start_slowly();
    compute(PPAR_ORDERED, PPAR_DYNAMIC);
}

static void computes_by_blocks(void)
{
    start_slowly();
    compute(0, PPAR_STATIC);
}

static void with_one_killed(void)
{
    doomed = 2;
    start_slowly();
    compute(0, PPAR_AUTO);
}

static void with_few_descriptors(void)
{
    const struct rlimit few = {60, 60};
    start_slowly();
    setrlimit(RLIMIT_NOFILE, &few);
    compute(0, PPAR_AUTO);
}

/* What each worker finds. */
struct seen {
    int worker, parent, descriptors, thread_is_known;
};

/* The library has the thread's id: what it does to the thread is done to this one. */
static int finds_itself(void)
{
    cpu_set_t one, found;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    return pthread_setaffinity_np(pthread_self(), sizeof one, &one) == 0 &&
           sched_getaffinity(0, sizeof found, &found) == 0 && CPU_EQUAL(&one, &found);
}

static void looks_around(void)
{
    static struct seen seen[N];
    start_slowly();
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_STATIC);
    ppar_output(&ppar, seen, 0, sizeof seen);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            seen[i] = (struct seen){ppar_worker(), getppid(), count_descriptors(), finds_itself()};
        ppar_put(&ppar, 0, (long long)(sizeof *seen * ppar.first),
                 (long long)(sizeof *seen * (ppar.last - ppar.first)));
        ppar_commit(&ppar);
    }
    int workers = 0;
    for (int i = 0; i < N; i++) {
        workers += i == 0 || seen[i].worker != seen[i - 1].worker;
        check(seen[i].parent == getpid(), "worker %d has another parent", seen[i].worker);
        check(seen[i].descriptors == seen[0].descriptors, "worker %d has %d descriptors, not %d",
              seen[i].worker, seen[i].descriptors, seen[0].descriptors);
        check(seen[i].thread_is_known, "worker %d does not know its thread", seen[i].worker);
    }
    check(workers == 40, "there were %d workers", workers);
    check(forks < 20, "the program itself has forked %d of them", forks);
    is_alone("looks_around");
}

static void check_killed(void)
{
    struct outcome *serial = run(with_one_killed, "PPAR_SERIAL=1");
    struct outcome *outcome = run(with_one_killed, "PPAR_WORKERS=20");
    check(outcome->status == 0, "with one killed: status %#x", (unsigned)outcome->status);
    check_text("with one killed", outcome->out, serial->out);
    check_text("with one killed", outcome->err, "");
}

static void check_descriptors(void)
{
    struct outcome *serial = run(with_few_descriptors, "PPAR_SERIAL=1");
    struct outcome *outcome = run(with_few_descriptors, "PPAR_WORKERS=64");
    check(outcome->status == 0, "with few descriptors: status %#x", (unsigned)outcome->status);
    check_text("with few descriptors", outcome->out, serial->out);
    check(strstr(outcome->err, "of 64 workers could be started: ") != NULL,
          "with few descriptors: \"%s\"", outcome->err);
}

int main(void)
{
    check_equivalent("computes", computes, "PPAR_GATE=off");
    check_equivalent("computes in order", computes_in_order, "PPAR_GATE=off");
    check_equivalent("computes by blocks", computes_by_blocks, "PPAR_GATE=off");
    struct outcome *outcome = run(looks_around, "PPAR_WORKERS=40 PPAR_GATE=off");
    check(outcome->status == 0 && outcome->err_length == 0, "looks around: status %#x, \"%s\"",
          (unsigned)outcome->status, outcome->err);
    check_killed();
    check_descriptors();
    return check_status();
}
