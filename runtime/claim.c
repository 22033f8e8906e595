/*
 * Which iterations a worker runs next: the first of
 *
 *   1. its task, if it takes the place of a dead worker (retry.c);
 *   2. its own stock;
 *   3. what nobody has claimed yet (schedule.c), which becomes its stock;
 *   4. half of what another worker has in stock, which becomes its own. It takes from the largest.
 *      Where iterations overwrite what earlier ones read, or have written, a worker never goes
 * back: in its memory are the results of those that it has run.
 *
 * What was done before the loop (gaps.c) is passed over at 3, where claims are cut at its borders:
 * a stock has nothing of it.
 *
 * So at the end of a loop whoever has nothing to do shares what is left with those who have, down
 * to single iterations, however wrong the guess was that made the claims.
 *
 *     worker 0    | 0 1 2 3 .  .  .  .  .  .  .  .  |
 *     worker 1    | 12 13 14 15 | 4 5 6 7 | 10 |
 *     worker 0                  | 8 9 | 11 |
 *
 * What a worker runs in a row, piece after piece, is one record. Records of one worker come in the
 * order of iterations as long as it takes from its stock and the counter. One that helps another
 * goes back to earlier iterations, and that is a danger: where the parent has no room for a record
 * it reads no more from that pipe until earlier iterations are merged, and if those were behind it
 * in the same pipe nothing would ever move. So a worker goes back only when the parent has taken
 * all that it has sent: at any time what is in a pipe ascends. A worker that has to wait for this
 * has nothing else to do; it sleeps, and looks again whether there still is something to help with.
 *
 * One word tells where a stock begins, so a worker may take the next iteration of its own without
 * leaving the user's loop, and with no more than that (ppar_grow). So pieces of loops in which
 * some iterations take far longer than others begin with one iteration.
 *
 * A record costs something, and one with parts of reductions that are large arrays costs much: the
 * more it costs, the more iterations it is to be for.
 *
 * How many iterations are taken at once depends on how long they take. The clock is looked at a few
 * times in the time of a piece, not at each of them: there may be a million pieces of one
 * iteration.
 */
#include "claim.h"
#include "clock.h"
#include "worker.h"

#include <time.h>

#define PIECE_TIME  30000 /* nanoseconds */
#define CLAIM_TIME  4000000
#define LOOK_TIME   10000
#define PER_BYTE    50   /* twenty times what a byte takes on its way */
#define MOST_PIECES 4096 /* between two looks */
#define NAP_LEAST   20000
#define NAP_MOST    1000000

static const struct range nothing;

/* ---- pace --------------------------------------------------------------------------------- */

void pace_start(struct pace *pace)
{
    pace->looked = clock_now();
    pace->iterations = 0;
    pace->pieces = 1;
}

/* Where another worker is so late, iterations may be longer than elsewhere. */
static void pace_forget(struct pace *pace)
{
    pace->rate = 0;
    pace->done = 0;
}

static void look(struct pace *pace)
{
    int64_t time = clock_now(), passed = time - pace->looked;
    double each = (double)passed / (double)pace->iterations;
    double pieces = (double)LOOK_TIME / (double)(passed + 1);
    pace->rate = each < 0.01 ? 0.01 : each;
    pace->pieces = pieces >= MOST_PIECES ? MOST_PIECES : pieces <= 1 ? 1 : (unsigned)pieces;
    pace->looked = time;
    pace->iterations = 0;
}

void pace_step(struct pace *pace, uint64_t iterations)
{
    pace->iterations += iterations;
    pace->done += iterations;
    if (--pace->pieces == 0)
        look(pace);
}

/* Iterations in so many nanoseconds; at first one, and then not more than were done before. */
static uint64_t fit(const struct pace *pace, double nanoseconds)
{
    double iterations = pace->rate > 0 ? nanoseconds / pace->rate : 1;
    return iterations < (double)pace->done ? (uint64_t)iterations : pace->done;
}

double claim_time(const struct ppar_run *run)
{
    return CLAIM_TIME + PER_BYTE * (double)run->reductions.chunk_bytes;
}

/* ---- where they come from ----------------------------------------------------------------- */

static int is_empty(struct range range)
{
    return range.first == range.last;
}

/* Iterations of the range are all done before the loop, or none is. */
static int is_done(const struct ppar_run *run, struct range range)
{
    return !is_empty(range) && gaps_are_done(&run->gaps, range.first);
}

static uint64_t limit_of(const struct ppar_run *run)
{
    return atomic_load_explicit(&run->share->limit, memory_order_relaxed);
}

/* Without blocks, iterations of a task are all single. */
static struct range claim_of_task(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    struct range *task = &worker->task;
    uint64_t first = task->first, last = first + 1;
    if (first >= limit_of(run))
        return nothing;
    if (first >= worker->single_to)
        last = schedule_block_end(&run->schedule, first);
    task->first = last < task->last ? last : task->last;
    return (struct range){first, task->first};
}

/* Those before the task were a dead worker's. */
static struct range claim_static(const struct ppar_run *run)
{
    struct worker *worker = run->worker;
    struct range range;
    do {
        range = schedule_static(&run->schedule, worker->number, &worker->lane);
        uint64_t border = gaps_border(&run->gaps, range.first, range.last);
        worker->lane.done -= range.last - border;
        range.last = border;
    } while ((range.first < worker->task.last || is_done(run, range)) && !is_empty(range));
    return range.first < limit_of(run) ? range : nothing;
}

static struct range claim_unclaimed(struct ppar_run *run)
{
    struct share *share = run->share;
    uint64_t wanted = fit(&run->worker->pace, claim_time(run));
    for (;;) {
        struct range range = schedule_propose(&run->schedule, &share->next, limit_of(run), wanted);
        int done = is_done(run, range);
        if (!is_empty(range))
            range.last =
                gaps_border(&run->gaps, range.first, done ? run->schedule.trips : range.last);
        if (is_empty(range) || (schedule_claim(&share->next, range) && !done))
            return range;
    }
}

struct range claim_from_stock(struct ppar_run *run, uint64_t most)
{
    const struct worker *worker = run->worker;
    struct range stock = stock_look(worker->slot);
    if (is_empty(stock) || stock.first >= limit_of(run))
        return nothing;
    uint64_t size =
        schedule_piece(&run->schedule, stock.last - stock.first, fit(&worker->pace, PIECE_TIME));
    return stock_take(worker->slot, 0, size < most ? size : most);
}

/* The last one of a stock is left: with it the stock ends, which takes more than a moment. */
void claim_growth(struct ppar_run *run)
{
    struct ppar_loop *loop = run->loop;
    const struct worker *worker = run->worker;
    struct range stock = stock_look(worker->slot);
    uint64_t most = fit(&worker->pace, LOOK_TIME);
    loop->grows_to = 0;
    if (!run->schedule.grows || worker->in_task || is_empty(stock) || stock.first != loop->last)
        return;
    loop->grows_to = stock.last - 1 - stock.first < most ? stock.last - 1 : stock.first + most;
    loop->grows_by = run->schedule.chunk > 0 ? run->schedule.chunk : 1;
    loop->next = (uint64_t *)&worker->slot->next;
    loop->in_hand = (uint64_t *)&worker->slot->last;
}

void claim_grown(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    worker->range.last = run->loop->last;
    if (worker->ahead < worker->range.last)
        worker->ahead = worker->range.last;
}

/* ---- help --------------------------------------------------------------------------------- */

/* How many iterations are worth help. Where it costs next to nothing, one: it may be a long one. */
static uint64_t least_help(const struct ppar_run *run)
{
    double worth = PER_BYTE * (double)run->reductions.chunk_bytes;
    return worth < LOOK_TIME ? 1 : 1 + fit(&run->worker->pace, worth);
}

/* Whose stock is the largest of those that begin at FROM or later; NULL: there is none that is
 * worth it. */
static struct slot *find_largest(struct ppar_run *run, uint64_t from)
{
    struct slot *largest = NULL;
    uint64_t most = least_help(run) - 1, limit = limit_of(run);
    for (unsigned k = 0; k < run->slots; k++) {
        struct slot *slot = &run->share->slots[k];
        struct range stock = stock_look(slot);
        if (stock.last - stock.first > most && stock.first >= from && stock.first < limit) {
            most = stock.last - stock.first;
            largest = slot;
        }
    }
    return largest;
}

static int is_drained(const struct worker *worker)
{
    return atomic_load_explicit(&worker->slot->taken, memory_order_acquire) == worker->sent;
}

static void nap(long *nanoseconds)
{
    const struct timespec time = {.tv_nsec = *nanoseconds};
    nanosleep(&time, NULL);
    if (*nanoseconds < NAP_MOST)
        *nanoseconds *= 2;
}

static struct range claim_of_another(struct ppar_run *run)
{
    const struct worker *worker = run->worker;
    long pause = NAP_LEAST;
    for (;;) {
        uint64_t from = run->ordered || !is_drained(worker) ? worker->ahead : 0;
        struct slot *slot = find_largest(run, from);
        if (slot != NULL) {
            struct range stock = stock_look(slot);
            struct range range = stock_take(slot, from, (stock.last - stock.first + 1) / 2);
            if (!is_empty(range))
                return range;
        } else if (from == 0 || run->ordered || find_largest(run, 0) == NULL) {
            return nothing;
        } else {
            nap(&pause);
        }
    }
}

/* What the worker runs first of it; the rest becomes its stock, which is empty. */
static struct range begin(struct ppar_run *run, struct range range)
{
    const struct worker *worker = run->worker;
    uint64_t left = range.last - range.first;
    uint64_t size = schedule_piece(&run->schedule, left, fit(&worker->pace, PIECE_TIME));
    struct range rest = {range.first + size, range.last};
    if (!is_empty(rest))
        stock_fill(worker->slot, rest);
    return (struct range){range.first, rest.first};
}

struct range claim(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    worker->in_task = !is_empty(worker->task);
    if (worker->in_task)
        return claim_of_task(run);
    if (worker->only_task)
        return nothing;
    if (run->schedule.kind == PPAR_STATIC)
        return claim_static(run);
    struct range range = claim_from_stock(run, UINT64_MAX);
    if (!is_empty(range))
        return range;
    range = claim_unclaimed(run);
    if (is_empty(range) && !run->schedule.whole) {
        range = claim_of_another(run);
        pace_forget(&worker->pace);
    }
    return is_empty(range) ? nothing : begin(run, range);
}
