/*
 * Iterations that take too long.
 *
 * In a loop with a time limit each chunk is one iteration, so that a slot names the iteration that
 * a worker is in. The parent looks at the slots a few times in each limit, and measures by itself
 * how long it has seen the same iteration there: an iteration costs nothing more for being watched,
 * and what the parent sees is never longer than what has passed.
 *
 * The parent's clock does not go on while the parent stands still, stopped by a signal with all of
 * its workers, or without a processor for long: it is moved on by no more than the parent meant to
 * sleep and a little.
 *
 * A limit may be a multiple of the median iteration. Then the workers count how long theirs take,
 * in a histogram of the shared block whose steps are an eighth of a power of 2. It begins to hold
 * when there are a few of them, and is never so short that a busy machine could be mistaken for a
 * slow iteration.
 *
 * What is overdue is killed, and that is a death (retry.c) if the slot still names that iteration;
 * if the worker was faster, it was a stray one.
 */
#include "watch.h"
#include "clock.h"
#include "worker.h"

#define A_LITTLE     250 /* milliseconds of a sleep that was too long that count */
#define LOOKS        4   /* in each limit, at least */
#define LEAST_MEDIAN 5   /* iterations that make a median */
#define LEAST_LIMIT  200 /* milliseconds, for a multiple of a median */

int watch_is_on(const struct policy *policy)
{
    return policy->seconds > 0 || policy->medians > 0;
}

/* ---- in a worker -------------------------------------------------------------------------- */

unsigned watch_step(uint64_t nanoseconds)
{
    uint64_t value = nanoseconds < 8 ? 8 : nanoseconds;
    unsigned power = 63 - (unsigned)__builtin_clzll(value);
    return power * 8 + (unsigned)(value >> (power - 3) & 7);
}

void watch_start(struct ppar_run *run)
{
    atomic_store_explicit(&run->worker->slot->sending, 0, memory_order_relaxed);
    run->worker->started = clock_now();
}

void watch_end(struct ppar_run *run)
{
    struct share *share = run->share;
    run->worker->ended = clock_now();
    uint64_t taken = (uint64_t)(run->worker->ended - run->worker->started);
    atomic_store_explicit(&run->worker->slot->sending, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&run->worker->slot->busy, taken, memory_order_relaxed);
    if (run->policy.medians > 0)
        atomic_fetch_add_explicit(&share->durations[watch_step(taken)], 1, memory_order_relaxed);
}

/* ---- in the parent ------------------------------------------------------------------------ */

double watch_median(const _Atomic uint32_t *counts, uint64_t least)
{
    uint64_t all = 0, before = 0;
    for (unsigned k = 0; k < DURATIONS; k++)
        all += atomic_load_explicit(&counts[k], memory_order_relaxed);
    if (all < least)
        return 0;
    for (unsigned k = 0; k < DURATIONS; k++) {
        before += atomic_load_explicit(&counts[k], memory_order_relaxed);
        if (2 * before >= all)
            return (double)((uint64_t)1 << k / 8) * (1 + (k % 8 + 0.5) / 8);
    }
    return 0;
}

/* Milliseconds; 0: none now. */
static double limit_now(const struct ppar_run *run)
{
    double limit = run->policy.seconds * 1000;
    if (run->policy.medians <= 0)
        return limit;
    double median = watch_median(run->share->durations, LEAST_MEDIAN) / 1e6;
    double relative = median * run->policy.medians;
    if (median > 0 && relative < LEAST_LIMIT)
        relative = LEAST_LIMIT;
    return median > 0 && (limit <= 0 || relative < limit) ? relative : limit;
}

int watch_patience(const struct ppar_run *run, int most)
{
    double limit = watch_is_on(&run->policy) ? limit_now(run) / LOOKS : 0;
    return limit > 0 && limit < most ? (int)limit + 1 : most;
}

static void move_clock(struct merge *merge, int64_t most)
{
    int64_t time = clock_now() / 1000000, passed = merge->looked == 0 ? 0 : time - merge->looked;
    merge->clock += passed < most ? passed : most;
    merge->looked = time;
}

static void look_at(struct ppar_run *run, struct child *child, double limit)
{
    const struct slot *slot = &run->share->slots[child->number];
    struct range range = slot_get(slot);
    int is_computing =
        range.first < range.last && !atomic_load_explicit(&slot->sending, memory_order_relaxed);
    if (!is_computing || range.first != child->watched.first || range.last != child->watched.last) {
        child->watched = is_computing ? range : (struct range){0, 0};
        child->since = run->merge.clock;
    } else if (!child->overdue && (double)(run->merge.clock - child->since) > limit) {
        child->overdue = 1;
        merge_kill(child);
    }
}

void watch_look(struct ppar_run *run)
{
    if (!watch_is_on(&run->policy))
        return;
    double limit = limit_now(run);
    move_clock(&run->merge, watch_patience(run, A_LITTLE) + A_LITTLE);
    for (unsigned k = 0; k < run->merge.count && limit > 0; k++) {
        if (run->merge.children[k].fd >= 0)
            look_at(run, &run->merge.children[k], limit);
    }
}
