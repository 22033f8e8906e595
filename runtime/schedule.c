/*
 * The order in which iterations are handed out.
 *
 * dynamic, guided and auto share one counter, the first iteration that nobody has claimed. A worker
 * computes the range that it would take and moves the counter with one compare-and-swap. The
 * counter only grows, so every range is claimed once. The swap never moves the counter beyond the
 * trip count, which may be as large as the type.
 *
 * What is claimed is the worker's stock. It runs it piece by piece, and those who find the counter
 * at its end take from the stocks of others (claim.c). So large claims do no harm; how large they
 * are matters for the size of records and for the order in which results come:
 *
 *     auto      a quarter of a worker's fair share of what is left
 *     guided    that share
 *     dynamic   one piece where iterations are long: they begin in order, one by one
 *
 * Where the loop may end early, iterations far ahead may be done in vain. Then auto claims what
 * fits in some milliseconds: single iterations at first, and no more than were done before.
 *
 * A piece of dynamic has the size that the user wants, 1 if he says nothing: long iterations may
 * lie side by side. Else it is what fits in some microseconds; towards the end of a stock pieces
 * become smaller, so that less is left to one worker alone if the last iterations are long ones.
 * Where all iterations do the same work (`grain`), none is longer than others, and dynamic's pieces
 * are as large; compilers may compute several iterations at once, so there are some in each piece,
 * however long they take.
 *
 * Where an iteration may take far longer than those beside it, pieces are as dynamic's, and grow
 * while they are run (claim.c).
 *
 * static needs no counter: block b belongs to worker b modulo W, and each walks through its own.
 * Without a chunk size there are W blocks of equal size; the mapping of iterations to workers
 * depends on nothing but the numbers, so it is the same each time the loop is run.
 *
 * `most` splits what would become too large to hold; that changes how often a worker asks, not
 * which one runs what. Where reductions have a part for each block, every chunk is a block, whoever
 * runs it.
 */
#include "schedule.h"
#include "api.h"

#define TAPER 8 /* pieces in what is left of a stock, at least */

static uint64_t smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t larger(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

static uint64_t divide_up(uint64_t a, uint64_t b)
{
    return a / b + (a % b != 0);
}

/* To a multiple of UNIT, if there is one. */
static uint64_t round_up(uint64_t value, uint64_t unit)
{
    uint64_t more = (unit - value % unit) % unit;
    return more > UINT64_MAX - value ? UINT64_MAX : value + more;
}

void schedule_cut(struct schedule *schedule, uint64_t count)
{
    uint64_t size = larger(divide_up(schedule->trips, count), 1);
    schedule->block = smaller(size, schedule->most);
    schedule->most = schedule->block;
}

uint64_t schedule_block_end(const struct schedule *schedule, uint64_t k)
{
    uint64_t left = schedule->trips - k, rest = schedule->block - k % schedule->block;
    return k + smaller(left, rest);
}

uint64_t schedule_size(const struct schedule *schedule, uint64_t left, uint64_t fit)
{
    uint64_t least = larger(schedule->chunk, 1), size = least, share = left / schedule->workers;
    if (schedule->block != 0)
        size = schedule->block;
    else if (schedule->kind == PPAR_GUIDED)
        size = larger(least, divide_up(left, schedule->workers));
    else if (schedule->kind == PPAR_AUTO && schedule->may_stop)
        size = larger(least, smaller(fit, share / 4));
    else if (schedule->kind == PPAR_AUTO)
        size = larger(larger(least, share / 4), smaller(schedule->grain, share / 2));
    else if (!schedule->whole)
        size = least * larger(smaller(fit, share / 4) / least, 1);
    return smaller(smaller(size, schedule->most), left);
}

uint64_t schedule_piece(const struct schedule *schedule, uint64_t left, uint64_t fit)
{
    uint64_t size = larger(schedule->chunk, 1);
    if (schedule->whole)
        size = left;
    else if (schedule->grows)
        size = larger(schedule->chunk, 1);
    else if (schedule->kind != PPAR_DYNAMIC || schedule->grain != 0)
        size = larger(larger(size, schedule->grain), smaller(fit, left / TAPER));
    return smaller(smaller(size, schedule->most), left);
}

struct range schedule_static(const struct schedule *schedule, unsigned worker, struct lane *lane)
{
    uint64_t trips = schedule->trips - schedule->first, workers = schedule->workers;
    uint64_t block = schedule->chunk != 0 ? schedule->chunk : divide_up(trips, workers);
    if (schedule->block != 0)
        block = round_up(block, schedule->block);
    uint64_t count = divide_up(trips, block); /* blocks of all workers */
    for (;;) {
        if (worker >= count || lane->blocks > (count - 1 - worker) / workers)
            return (struct range){schedule->trips, schedule->trips};
        uint64_t start = (worker + lane->blocks * workers) * block;
        uint64_t length = smaller(block, trips - start);
        if (lane->done < length) {
            uint64_t first = schedule->first + start + lane->done;
            uint64_t size = smaller(length - lane->done, schedule->most);
            lane->done += size;
            return (struct range){first, first + size};
        }
        lane->blocks++;
        lane->done = 0;
    }
}

struct range schedule_propose(const struct schedule *schedule, const _Atomic uint64_t *next,
                              uint64_t limit, uint64_t fit)
{
    uint64_t first = atomic_load_explicit(next, memory_order_relaxed);
    if (first >= smaller(limit, schedule->trips))
        return (struct range){first, first};
    return (struct range){first, first + schedule_size(schedule, schedule->trips - first, fit)};
}

int schedule_claim(_Atomic uint64_t *next, struct range range)
{
    uint64_t expected = range.first;
    return atomic_compare_exchange_strong_explicit(next, &expected, range.last,
                                                   memory_order_relaxed, memory_order_relaxed);
}
