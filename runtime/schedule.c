/*
 * The order in which iterations are handed out.
 *
 * dynamic, guided and auto share one counter, the first iteration that nobody has claimed. A worker
 * computes the range that it would take and moves the counter with one compare-and-swap. The
 * counter only grows, so every range is claimed once, and those that one worker claims ascend. The
 * swap never moves the counter beyond the trip count, which may be as large as the type.
 *
 * static needs no counter: block b belongs to worker b modulo W, and each walks through its own.
 * Without a chunk size there are W blocks of equal size; the mapping of iterations to workers
 * depends on nothing but the numbers, so it is the same each time the loop is run.
 *
 * auto starts large and ends small: a quarter of a worker's fair share of what is left. The last
 * chunks are single iterations, so that no worker waits long for another.
 *
 * `most` splits what would become too large to hold; that changes how often a worker asks, not
 * which one runs what. Where reductions have a part for each block, every chunk is a block, whoever
 * runs it.
 */
#include "schedule.h"
#include "api.h"

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

uint64_t schedule_block_end(const struct schedule *schedule, uint64_t k)
{
    uint64_t left = schedule->trips - k, rest = schedule->block - k % schedule->block;
    return k + smaller(left, rest);
}

uint64_t schedule_size(const struct schedule *schedule, uint64_t left)
{
    uint64_t least = larger(schedule->chunk, 1), size = least;
    if (schedule->kind == PPAR_GUIDED)
        size = larger(least, divide_up(left, schedule->workers));
    else if (schedule->kind == PPAR_AUTO)
        size = larger(least, left / schedule->workers / 4);
    if (schedule->block != 0)
        size = schedule->block;
    return smaller(smaller(size, schedule->most), left);
}

struct range schedule_static(const struct schedule *schedule, unsigned worker, struct lane *lane)
{
    uint64_t trips = schedule->trips, workers = schedule->workers;
    uint64_t block = schedule->chunk != 0 ? schedule->chunk : divide_up(trips, workers);
    if (schedule->block != 0)
        block = round_up(block, schedule->block);
    uint64_t count = divide_up(trips, block); /* blocks of all workers */
    for (;;) {
        if (worker >= count || lane->blocks > (count - 1 - worker) / workers)
            return (struct range){trips, trips};
        uint64_t start = (worker + lane->blocks * workers) * block;
        uint64_t length = smaller(block, trips - start);
        if (lane->done < length) {
            uint64_t first = start + lane->done;
            uint64_t size = smaller(length - lane->done, schedule->most);
            lane->done += size;
            return (struct range){first, first + size};
        }
        lane->blocks++;
        lane->done = 0;
    }
}

struct range schedule_propose(const struct schedule *schedule, const _Atomic uint64_t *next,
                              uint64_t limit)
{
    uint64_t first = atomic_load_explicit(next, memory_order_relaxed);
    if (first >= smaller(limit, schedule->trips))
        return (struct range){first, first};
    return (struct range){first, first + schedule_size(schedule, schedule->trips - first)};
}

int schedule_claim(_Atomic uint64_t *next, struct range range)
{
    uint64_t expected = range.first;
    return atomic_compare_exchange_strong_explicit(next, &expected, range.last,
                                                   memory_order_relaxed, memory_order_relaxed);
}
