/*
 * Whether workers are worth their start.
 *
 * Two forks cost what a processor computes in a third of a millisecond, and results go through
 * pipes. A loop with less to do than that would be slower in parallel. So a loop whose iterations
 * are known to be short begins in the parent, a few iterations at a time, and what these take tells
 * what the rest would take here (S) and with W workers:
 *
 *     start + S / W + bytes that come back / speed of their way
 *
 * Workers are started for the rest if that is clearly less. As the iterations before are done by
 * then, as in the serial program, it is a loop that begins later.
 *
 * Iterations are known to be short when ppcc has seen that one is over in a tenth of a millisecond
 * (PPAR_LIGHT), or when the loop has been executed before, as one of a program's time steps, say.
 * Otherwise a single one may take hours, and nothing is tried. What an earlier execution has shown
 * need not hold any more: the first batches are short unless ppcc has seen that iterations are, and
 * each is looked at before the next.
 *
 * The process may be interrupted: a batch that takes longer than the one before is not believed at
 * once (site.c).
 *
 * Reductions whose parts start from what the accumulator was before the loop, and calls that are
 * repeated, cannot be cut here: generated code tells by that value what a chunk has changed.
 *
 * The start of workers is measured whenever there is one. Before the first it is guessed from the
 * memory that this process has in use, for its page tables are copied. They are torn down at a
 * worker's end, too; and a worker reads each page for the first time, which costs more than the
 * copy. How much of the memory a loop reads is not known: all of it, at the worst.
 */
#include "gate.h"
#include "clock.h"
#include "config.h"
#include "inplace.h"
#include "process.h"
#include "quota.h"
#include "run.h"

#include <stdio.h>
#include <unistd.h>

#define FORK_LEAST     60000.0 /* nanoseconds, of a process with little memory, */
#define FORK_PER_BYTE  0.02    /*  and more for each byte of memory in use */
#define START_FACTOR   2       /* a worker's start and end, in its forks, */
#define TOUCH_FACTOR   3.5     /*  and, of all workers together, when all memory is first read */
#define START_LEAST    100000  /* nanoseconds more for all of them together */
#define BANDWIDTH      0.4     /* bytes a nanosecond, from the worker's memory to the parent's, */
#define IN_PLACE       1.3     /*  and into memory that they share */
#define CLEARLY        0.9     /* of the time here */
#define TURN           15000   /* nanoseconds of a turn of workers that stay (crew.c) */
#define PER_SHARED     1.0     /* nanoseconds a byte of memory that becomes shared with them */
#define FORGOTTEN      (1.0 / 256) /* of a turn's time, at each execution without one */
#define TURNS_LEAST    4           /* for which workers that stay are worth having been started */
#define TURNS_COLD     8  /* the first ones, in which shared memory is met for the first time */
#define FAILURES_MOST  10 /* which double the pause */
#define LOOKS          8  /* batches in the time of a start */
#define UNKNOWN_OUTPUT ((int64_t)1 << 46) /* bytes: such a range is no size */

double gate_rate(const struct ppar_run *run)
{
    struct site site = site_recall(run->loop);
    return run->gate.done > 0     ? run->gate.rate.sure
           : site.worker.sure > 0 ? site.worker.sure
                                  : site.here.sure;
}

int gate_opens(const struct ppar_run *run, const struct config *config)
{
    const struct ppar_loop *loop = run->loop;
    struct site site = site_recall(loop);
    int is_told = config->schedule_given || config->workers != 0 || loop->workers_given ||
                  loop->schedule != PPAR_AUTO || loop->chunk != 0;
    if (config->gate_given ? !config->gate : is_told)
        return 0;
    if (run->schedule.kind == PPAR_STATIC || run->replays.count != 0 ||
        reduce_has_start(&run->reductions))
        return 0;
    return (loop->flags & PPAR_LIGHT) != 0 || site_rate(&site) > 0;
}

/* Of this process, in bytes. */
static double memory_in_use(void)
{
    char text[64];
    unsigned long long pages;
    if (quota_read_file("/proc/self", "statm", text, sizeof text) != 0 ||
        sscanf(text, "%*u %llu", &pages) != 1)
        return 0;
    return (double)pages * (double)sysconf(_SC_PAGESIZE);
}

/* Nanoseconds; what the process has in use counts only when it is known. */
static double start_of(unsigned workers)
{
    double one = process.fork_time > 0 ? process.fork_time : FORK_LEAST;
    return START_LEAST + one * (START_FACTOR * workers + TOUCH_FACTOR / workers);
}

/* To find out takes longer than many a loop. */
static double known_start_of(unsigned workers)
{
    if (process.fork_time <= 0)
        process.fork_time = FORK_LEAST + FORK_PER_BYTE * memory_in_use();
    return start_of(workers);
}

void gate_note_launch(unsigned count, int64_t nanoseconds)
{
    if (count == 0)
        return;
    double one = (double)nanoseconds / count;
    process.fork_time = process.fork_time > 0 ? (process.fork_time + one) / 2 : one;
}

/* Bytes that an iteration sends, as far as it can be told before one has sent any. */
static double bytes_sent(const struct ppar_run *run)
{
    struct site site = site_recall(run->loop);
    if (site.sent > 0)
        return site.sent;
    double bytes = -(double)run->loop->trips * inplace_bytes(run);
    for (size_t k = 0; k < run->output_count; k++) {
        int64_t size = run->outputs[k].high - run->outputs[k].low;
        if (size < UNKNOWN_OUTPUT)
            bytes += (double)size;
    }
    double each = bytes / (double)run->loop->trips + (double)run->reductions.each_bytes;
    return each > 0 ? each : 0;
}

/* Nanoseconds that an iteration's results take on their way. */
static double way_of_iteration(const struct ppar_run *run)
{
    return bytes_sent(run) / BANDWIDTH + inplace_bytes(run) / IN_PLACE;
}

static int are_worth_it(const struct ppar_run *run)
{
    double left = (double)(run->loop->trips - run->gate.done);
    double here = left * run->gate.rate.sure;
    double there = here / run->slots + left * way_of_iteration(run);
    return there + start_of(run->slots) < CLEARLY * here &&
           there + known_start_of(run->slots) < CLEARLY * here;
}

static uint64_t least(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static uint64_t batch(const struct ppar_run *run)
{
    const struct gate *gate = &run->gate;
    uint64_t left = run->loop->trips - gate->done;
    if (run->schedule.block != 0)
        return least(left, run->schedule.block);
    double rate = gate->rate.last;
    if (gate->done == 0 && (rate <= 0 || (run->loop->flags & PPAR_LIGHT) == 0))
        return 1;
    double fit = start_of(run->slots) / LOOKS / (rate > 1e-3 ? rate : 1e-3);
    uint64_t wanted = fit < 1 ? 1 : fit > 1e18 ? UINT64_MAX : (uint64_t)fit;
    return least(left, gate->done == 0 ? wanted : least(wanted, 2 * gate->done));
}

/* The last batch counts: the first ones find memory and caches cold. */
static void measure(struct gate *gate, uint64_t count, int64_t time)
{
    gate->done += count;
    gate->taken += time;
    measure_note(&gate->rate, (double)time / (double)count, (double)time);
}

uint64_t gate_next(struct ppar_run *run)
{
    struct gate *gate = &run->gate;
    const struct ppar_loop *loop = run->loop;
    int64_t time = !gate->is_open && run->began != 0 ? run->began : clock_now();
    if (gate->is_open) {
        measure(gate, loop->last - loop->first, time - gate->started);
    } else {
        struct site site = site_recall(loop);
        gate->rate.last = gate->rate.sure = site_rate(&site);
    }
    gate->is_open = 1;
    gate->started = time;
    int is_known =
        gate->done == 0 ? gate->rate.sure > 0 : (double)gate->taken > start_of(run->slots) / LOOKS;
    if (gate->done == loop->trips || (is_known && are_worth_it(run)))
        return 0;
    return batch(run);
}

void gate_stop(struct ppar_run *run)
{
    measure(&run->gate, run->loop->last - run->loop->first, clock_now() - run->gate.started);
    run->gate.is_open = 0;
    gate_learn(run);
}

/* Nanoseconds that workers have spent in iterations, all together. */
static double find_busy(const struct ppar_run *run, unsigned slots)
{
    double busy = 0;
    for (unsigned k = 0; k < slots; k++)
        busy += (double)atomic_load(&run->share->slots[k].busy);
    return busy;
}

/* The whole loop in one process; 0: not known. */
static double time_alone(const struct ppar_run *run, const struct site *site)
{
    return (double)run->loop->trips * site_rate(site);
}

static double time_of_turn(const struct ppar_run *run, const struct site *site)
{
    double alone = time_alone(run, site);
    return site->gain.sure > 0 ? site->gain.sure * alone : TURN + alone / run->slots;
}

/* One that took too long is tried again, sometime. */
int gate_wants_turn(const struct ppar_run *run)
{
    struct site *site = site_claim(run->loop);
    double alone = time_alone(run, site), other = (double)run->loop->trips * site->wall.sure;
    if (alone > 0 && (other <= 0 || alone < other))
        other = alone;
    if (other <= 0 || time_of_turn(run, site) < CLEARLY * other)
        return 1;
    site->gain.sure -= FORGOTTEN * site->gain.sure;
    return 0;
}

/* Nanoseconds until workers that stay are there, if memory in use costs nothing. What of it they do
 * not need is left out (omit.c), which takes no longer than a fork. */
static double start_of_crew(const struct ppar_run *run)
{
    return START_LEAST + START_FACTOR * FORK_LEAST * run->slots;
}

int gate_has_earned(const struct ppar_run *run, double bytes)
{
    struct site site = site_recall(run->loop);
    double start = start_of_crew(run);
    if (site.missed <= start)
        return 0;
    if (process.memory <= 0)
        process.memory = memory_in_use();
    return site.missed > start + FORK_PER_BYTE * process.memory + PER_SHARED * bytes;
}

int gate_may_try_turns(const struct ppar_run *run)
{
    struct site *site = site_claim(run->loop);
    if (site->pause == 0)
        return 1;
    site->pause--;
    return 0;
}

void gate_begin_turns(const struct ppar_run *run)
{
    process.memory = 0; /* to be looked at again */
    site_claim(run->loop)->turns = 0;
}

/* A loop may use other memory each time, and its workers be of no use the next time. */
void gate_fail_turns(const struct ppar_run *run)
{
    struct site *site = site_claim(run->loop);
    site->missed = 0;
    site->pause = (1u << site->failures) - 1;
    site->failures += site->failures < FAILURES_MOST;
}

static void learn_busy(struct site *site, double busy, uint64_t iterations)
{
    if (iterations > 0 && busy > 0)
        measure_note(&site->worker, busy / (double)iterations, busy);
}

void gate_learn_turn(const struct ppar_run *run, int64_t nanoseconds)
{
    struct site *site = site_claim(run->loop);
    double time = (double)nanoseconds;
    learn_busy(site, find_busy(run, run->slots), run->loop->trips);
    site->missed = 0;
    if (++site->turns >= TURNS_LEAST)
        site->failures = 0;
    if (site->turns > TURNS_COLD && time_alone(run, site) > 0)
        measure_note(&site->gain, time / time_alone(run, site), time);
}

static void learn_wall(const struct ppar_run *run, struct site *site)
{
    double trips = (double)run->loop->trips;
    int64_t end = run->share == NULL ? run->gate.started : clock_now();
    double time = (double)(end - run->began);
    measure_note(&site->wall, time / trips, time);
    double missed = trips * site->wall.sure - time_of_turn(run, site);
    if (time_alone(run, site) > 0 && missed > 0)
        site->missed += missed;
}

void gate_learn(const struct ppar_run *run)
{
    const struct gate *gate = &run->gate;
    struct site *site = site_claim(run->loop);
    uint64_t sent = run->merge.next > gate->done ? run->merge.next - gate->done : 0;
    if (gate->done > 0)
        measure_note(&site->here, (double)gate->taken / (double)gate->done, (double)gate->taken);
    if (run->share != NULL)
        learn_busy(site, find_busy(run, run->slots + SPARE), sent);
    if (run->began != 0)
        learn_wall(run, site);
    if (run->share != NULL && sent > 0)
        site->sent = (double)run->merge.received / (double)sent;
}
