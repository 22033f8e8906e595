/*
 * The calls of the generated code: one loop from its registration to its end.
 *
 *     ppar_output, ppar_in_place, ppar_output_deep,
 *     ppar_reduction,
 *     ppar_replay                    note what the loop writes
 *     ppar_chunk                     first call: decides, and forks or does not
 *         parent                     merges until all workers have ended; 0
 *         worker                     a chunk at each call; the process ends inside the last one
 *         parent, with 'after'       iterations that workers have run, at each call; then 0
 *         serial                     the whole range at the first call, or a block at each; then 0
 *         perhaps serial (gate.c)    a batch at each call, in the parent; then 0, or workers
 *     ppar_put, ppar_step,
 *     ppar_note, ppar_commit         in a worker; elsewhere they do nothing (body.c)
 *
 * The way a loop runs is told by loop->run and loop->last alone: a run with a worker is in a
 * worker; one with an open gate runs in batches; otherwise loop->last != 0 says that the serial
 * range is out. So a loop can run serially with no memory at all; it keeps its run only for
 * reductions that are folded block by block even then. The loop structure is the caller's, is never
 * copied and lies at the same address in every worker.
 *
 * A loop is serial when the caller says so, in a worker (nested), on request, when one worker is
 * all there would be (and its death would be the program's as well), and when the process has other
 * threads: fork copies the calling one alone, and whatever lock another one holds, malloc's for
 * one, would stay locked in the workers for ever.
 *
 * errno is afterwards what it was, whatever happened in between.
 */
#include "loop.h"
#include "after.h"
#include "api.h"
#include "append.h"
#include "checkpoint.h"
#include "clock.h"
#include "config.h"
#include "crew.h"
#include "failure.h"
#include "gate.h"
#include "io.h"
#include "journal.h"
#include "launch.h"
#include "maps.h"
#include "message.h"
#include "only.h"
#include "process.h"
#include "report.h"
#include "threads.h"
#include "verify.h"
#include "watch.h"
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#define REDUCE_MOST ((uint64_t)1 << 20) /* bytes of the parts of a chunk's iterations */
#define GRAIN       8                   /* iterations: two of the widest vectors of doubles */
#define NEARBY      4096                /* bytes from the loop's structure, on its stack */
#define BLOCKS      256                 /* of a loop, at most, for reductions in blocks */

/* ---- registration ------------------------------------------------------------------------- */

static const char no_memory[] = "no memory";
static const char one_worker[] = "there would be one worker";
static const char in_handler[] = "it is called by a signal handler";

/* Once refused, it is not asked for again: a run must not know of a part of the registrations. */
static struct ppar_run *get_run(struct ppar_loop *loop)
{
    if (loop->run == NULL && loop->serial != no_memory && loop->serial != in_handler) {
        loop->run = run_new(loop);
        if (loop->run == NULL)
            loop->serial = signals_in_handler() ? in_handler : no_memory;
    }
    return loop->run;
}

static void free_run(struct ppar_loop *loop)
{
    run_free(loop->run);
    loop->run = NULL;
}

/* The same for what has to be allocated. */
struct ppar_run *loop_get_roomy_run(struct ppar_loop *loop)
{
    struct ppar_run *run = get_run(loop);
    if (run == NULL || run_may_allocate(run))
        return run;
    free_run(loop);
    loop->serial = in_handler;
    return NULL;
}

/* Inside of other loops this one is serial, and its outputs do not matter. */
static int is_inside(void)
{
    return process.in_worker || process.in_iteration || process.folding;
}

static int add_output(struct ppar_loop *loop, const struct output *output)
{
    int error = run_add_output(loop->run, output);
    if (error == -ENOMEM)
        loop->run->no_memory = 1;
    if (error == -EAGAIN) {
        free_run(loop);
        loop->serial = in_handler;
    }
    return error;
}

static struct output *find_output(const struct ppar_run *run, int number)
{
    return run != NULL && !run->no_memory && (size_t)number < run->output_count
               ? &run->outputs[number]
               : NULL;
}

PPAR_API void ppar_output(struct ppar_loop *loop, void *base, long long low, long long high)
{
    int saved = errno;
    struct output output = {.base = base, .low = low, .high = high > low ? high : low};
    if (!is_inside() && get_run(loop) != NULL)
        (void)add_output(loop, &output);
    errno = saved;
}

PPAR_API long long ppar_output_rows(struct ppar_loop *loop, struct ppar_rows rows)
{
    int saved = errno;
    struct ppar_run *run = is_inside() || loop->serial != NULL ? NULL : loop_get_roomy_run(loop);
    struct row_table *table = run != NULL ? rows_new(&rows) : NULL;
    struct output output = {.rows = table};
    long long pitch = table != NULL ? output_set_rows(&output) : 0;
    if (run != NULL && table == NULL)
        run->no_memory = 1;
    else if (run != NULL && add_output(loop, &output) != 0)
        rows_free(table);
    errno = saved;
    return pitch;
}

PPAR_API void ppar_output_deep(struct ppar_loop *loop, int output, long long stride, long long at,
                               const struct ppar_member *member)
{
    int saved = errno;
    struct deep deep = {.stride = stride, .at = at, .member = member};
    struct output *owner = find_output(loop->run, output);
    if (owner != NULL && output_add_deep(owner, &deep) != 0)
        loop->run->no_memory = 1;
    errno = saved;
}

PPAR_API void ppar_text(struct ppar_loop *loop, int output)
{
    struct output *owner = find_output(loop->run, output);
    if (owner != NULL)
        owner->is_text = true;
}

PPAR_API void ppar_in_place(struct ppar_loop *loop, int output, long long low, long long high,
                            int descends)
{
    struct output *whole = find_output(loop->run, output);
    if (whole != NULL && high > low)
        whole->place = (struct place){.low = low, .high = high, .descends = descends};
}

PPAR_API void ppar_reduction(struct ppar_loop *loop, void *acc, size_t size, const void *identity,
                             ppar_combine *combine, enum ppar_fold fold)
{
    ppar_elements(loop, acc, size, 1, identity, combine, fold);
}

PPAR_API void ppar_elements(struct ppar_loop *loop, void *acc, size_t size, long long count,
                            const void *identity, ppar_combine *combine, enum ppar_fold fold)
{
    if (loop->serial != NULL)
        return; /* it may be large */
    int saved = errno;
    struct reduction reduction = {.acc = acc,
                                  .size = count > 0 ? size * (size_t)count : 0,
                                  .element = size,
                                  .combine = combine,
                                  .each = fold == PPAR_PER_ITERATION,
                                  .blocks = fold == PPAR_PER_BLOCK};
    struct ppar_run *run = loop_get_roomy_run(loop);
    if (run != NULL && reduce_add(&run->reductions, &reduction, identity) != 0)
        run->no_memory = 1;
    errno = saved;
}

PPAR_API void ppar_replay(struct ppar_loop *loop, void *base, size_t length, size_t target,
                          size_t part, ppar_combine *combine)
{
    int saved = errno;
    struct replay replay = {
        .base = base, .length = length, .target = target, .part = part, .combine = combine};
    struct ppar_run *run = loop_get_roomy_run(loop);
    if (run != NULL && replays_add(&run->replays, &replay) != 0)
        run->no_memory = 1;
    errno = saved;
}

PPAR_API void ppar_counter(struct ppar_loop *loop, void *counter, enum ppar_number type)
{
    int saved = errno;
    struct ppar_run *run = loop_get_roomy_run(loop);
    if (run != NULL && append_register(run, counter, type) != 0)
        run->no_memory = 1;
    errno = saved;
}

PPAR_API void ppar_append(struct ppar_loop *loop, int output, int counter, long long stride)
{
    if (find_output(loop->run, output) != NULL)
        append_bind(loop->run, output, counter, stride, false);
}

PPAR_API void ppar_append_at(struct ppar_loop *loop, int output, int counter, long long stride)
{
    if (find_output(loop->run, output) != NULL)
        append_bind(loop->run, output, counter, stride, true);
}

/* ---- the decision ------------------------------------------------------------------------- */

static unsigned choose_workers(const struct ppar_loop *loop, const struct config *config)
{
    char place[256];
    unsigned long long workers = config->workers;
    if (loop->workers_given && loop->workers < 1 && process_first_time(SAID_WORKERS_VALUE))
        message("%s: workers(%lld) makes no sense and is ignored: it wants a number from 1 on",
                failure_place(loop, place, sizeof place), loop->workers);
    if (workers == 0 && loop->workers_given && loop->workers >= 1)
        workers = (unsigned long long)loop->workers;
    if (workers == 0)
        workers = config_cpus(config);
    if (workers > loop->trips)
        workers = loop->trips;
    return workers > INT_MAX ? INT_MAX : (unsigned)workers;
}

/* One alone would see what all its iterations have left. */
static void choose_verifiers(struct ppar_run *run)
{
    unsigned least = run->slots_are_cpus ? VERIFY_WORKERS : 2;
    if (run->slots < least)
        run->slots = least < run->loop->trips ? least : (unsigned)run->loop->trips;
    run->schedule.workers = run->slots;
    run->slots_are_cpus = 0;
}

static void choose_schedule(struct ppar_run *run, const struct config *config)
{
    const struct ppar_loop *loop = run->loop;
    uint64_t each_bytes = run->reductions.each_bytes + replays_bytes(&run->replays);
    run->schedule = (struct schedule){
        .kind = config->schedule_given ? config->schedule : loop->schedule,
        .chunk = config->schedule_given ? config->chunk : loop->chunk,
        .trips = loop->trips,
        .most = UINT64_MAX,
        .may_stop = (loop->flags & PPAR_LEAVES) != 0,
        .grain = (loop->flags & PPAR_UNIFORM) != 0 ? GRAIN : 0,
    };
    if (each_bytes != 0)
        run->schedule.most = each_bytes < REDUCE_MOST ? REDUCE_MOST / each_bytes : 1;
    if (watch_is_on(&run->policy) || loop->after == PPAR_ONE_BY_ONE)
        run->schedule.most = 1;
    if (reduce_has_blocks(&run->reductions))
        schedule_cut(&run->schedule, BLOCKS); /* the same at any number of workers */
    run->schedule.whole = run->schedule.kind == PPAR_STATIC || run->schedule.block != 0 ||
                          run->has_counters || watch_is_on(&run->policy);
    run->schedule.grows = (loop->flags & PPAR_GROWS) != 0 && !run->schedule.whole &&
                          !run->schedule.may_stop && run->schedule.most == UINT64_MAX;
}

static void choose_policy(struct ppar_run *run, const struct config *config)
{
    const struct ppar_loop *loop = run->loop;
    long long retries = loop->retries > 0 ? loop->retries : 0;
    run->policy = (struct policy){
        .on_failure = config->policy_given ? config->on_failure : loop->on_failure,
        .retries = config->retries_given ? config->retries
                   : retries < INT_MAX   ? (unsigned)retries
                                         : INT_MAX,
        .seconds = config->timeout_given ? config->seconds : loop->seconds,
        .medians = config->timeout_given ? config->medians : loop->medians,
    };
}

/* Whether it makes a difference if an iteration runs, or fails, in a worker or in the parent. */
static int needs_worker(const struct ppar_run *run)
{
    const struct policy *policy = &run->policy;
    return run->checkpoint != NULL || policy->on_failure != PPAR_STOP || policy->retries > 0 ||
           watch_is_on(policy);
}

static void choose_output(struct ppar_run *run, const struct config *config)
{
    int leaves = (run->loop->flags & PPAR_LEAVES) != 0;
    int live = config->live || ((run->loop->flags & PPAR_LIVE) != 0 && !config->ordered);
    run->verbose = config->verbose;
    run->live = live && !leaves;
    run->captured = !run->live && (run->loop->flags & PPAR_SILENT) == 0;
    run->ordered = (run->loop->flags & PPAR_ORDERED) != 0 || leaves || run->has_counters ||
                   run->policy.on_failure == PPAR_SERIAL;
    run->wide = (run->loop->flags & PPAR_WIDE) != 0 || fwide(stdout, 0) > 0;
    after_choose(run);
}

static void warn_of_threads(const struct ppar_loop *loop)
{
    char place[256], names[128];
    if (process_first_time(SAID_THREADS))
        message("%s: the process has more than one thread, so its loops run serially: workers "
                "would wait for ever for locks that the others hold (%s)",
                failure_place(loop, place, sizeof place), threads_names(names, sizeof names));
}

/* Why the loop has to run serially, or NULL. */
static const char *find_obstacle(struct ppar_loop *loop, const struct config *config)
{
    if (loop->serial != NULL)
        return loop->serial;
    if (loop->goes_round)
        return "its counter wraps round before it meets its first bound";
    if (process.in_worker)
        return "it is nested in a parallel loop";
    if (process.in_iteration)
        return "it is nested in an iteration that the parent runs";
    if (process.folding)
        return "it is called for a reduction of a parallel loop";
    if (process.run != NULL)
        return in_handler;
    if (config->serial)
        return "PPAR_SERIAL=1";
    if (get_run(loop) == NULL)
        return loop->serial;
    if (loop->run->no_memory)
        return no_memory;
    return NULL;
}

static void tell(const struct ppar_loop *loop, unsigned workers, const char *why)
{
    char place[256];
    failure_place(loop, place, sizeof place);
    if (why == NULL && loop->left != PPAR_TO_THE_END)
        message("%s: %u workers, %llu trips, left in iteration %llu", place, workers, loop->trips,
                loop->left_at);
    else if (why == NULL)
        message("%s: %u workers, %llu trips", place, workers, loop->trips);
    else if (loop->goes_round)
        message("%s: ran serially: %s", place, why);
    else
        message("%s: ran serially, %llu trips: %s", place, loop->trips, why);
}

/* ---- the end ------------------------------------------------------------------------------ */

/* With results in their places, in this process. */
static void check_end(const struct ppar_loop *loop)
{
    if (process.verify.role == VERIFY_OFF)
        return;
    verify_serial_end(loop);
    verify_end(loop);
}

PPAR_API void ppar_finish(const struct ppar_loop *loop)
{
    int saved = errno;
    check_end(loop);
    errno = saved;
}

static int end(struct ppar_loop *loop)
{
    free_run(loop);
    loop->first = loop->last = 0;
    if ((loop->flags & PPAR_FINISHES) == 0)
        check_end(loop);
    return 0;
}

/* ---- running ------------------------------------------------------------------------------ */

static void say_fewer(const struct ppar_run *run, int error)
{
    char place[256];
    failure_place(run->loop, place, sizeof place);
    if (run->merge.count == 0 && process_first_time(SAID_NO_WORKER))
        message("%s: no worker could be started, the loop runs serially: %s", place,
                launch_error(error));
    if (run->merge.count != 0 && process_first_time(SAID_FEWER))
        message("%s: only %u of %u workers could be started: %s", place, run->merge.count,
                run->slots, launch_error(error));
}

/* Iterations behind the one that has left the loop have not failed: they did not take place. */
static void leave(struct ppar_loop *loop, const struct early_end *left)
{
    loop->left = left->way;
    loop->left_at = left->k;
    if (left->way == PPAR_TO_THE_END || loop->status == NULL || loop->status_count <= 0)
        return;
    for (uint64_t k = left->k + 1; k < loop->trips && k < (uint64_t)loop->status_count; k++)
        loop->status[k] = 0;
}

/* An iteration has ended the loop, or the program, and its worker has died before it could say all;
 * when the iteration was run again, it did not. */
static void check_limit(struct ppar_run *run)
{
    const struct merge *merge = &run->merge;
    if (!merge->failure.happened && !merge->exit.happened && merge->left.way == PPAR_TO_THE_END &&
        merge->limit < run->schedule.trips)
        merge_abort(run, "an iteration has ended the loop, and does not when it is run again");
}

/* Whether the loop is over, the way it should be: all of it, or up to its early end or an exit.
 * Else the program ends here. */
static int finish_in_parent(struct ppar_loop *loop)
{
    struct ppar_run *run = loop->run;
    check_limit(run);
    struct failure failure = run->merge.failure;
    struct exit_call exit_call = run->merge.exit;
    struct early_end left = run->merge.left;
    int is_cut = exit_call.happened || left.way != PPAR_TO_THE_END;
    struct losses losses = {run->merge.first, run->merge.deaths, run->merge.given_up, run->policy};
    uint64_t limit = run->merge.limit;
    unsigned workers = run->schedule.workers;
    int verbose = run->verbose, last_words = run->merge.last_words;
    run->merge.last_words = -1;
    struct balance balance = report_balance_of(run);
    progress_end(loop, run->merge.arrived);
    journal_loop_end(loop);
    gate_learn(run);
    checkpoint_end(run);
    launch_release(run);
    free_run(loop);
    leave(loop, &left);
    if ((failure.happened && !is_cut) || exit_call.happened)
        verify_cancel();
    if (failure.happened && !is_cut)
        failure_end(loop, &failure, last_words);
    io_close(&last_words);
    if (!is_cut || losses.first.range.first < limit)
        report_losses(loop, &losses);
    if (verbose) {
        tell(loop, workers, NULL);
        report_balance(loop, &balance);
    }
    if (exit_call.happened)
        exit(exit_call.status);
    return end(loop);
}

/* The parent runs one iteration with the state of the serial program: what is before it is merged,
 * and nothing behind it. */
static int run_here(struct ppar_loop *loop)
{
    loop->first = loop->run->merge.next;
    loop->last = loop->first + 1;
    loop->run->merge.here_since = journal_now();
    process.in_iteration = 1;
    signals_enter();
    reduce_serial_start(&loop->run->reductions);
    return 1;
}

static void ran_here(struct ppar_loop *loop)
{
    reduce_serial_end(&loop->run->reductions);
    process.in_iteration = 0;
    signals_leave();
    journal_here(loop->run->merge.here_since, loop->first, loop->last);
    order_ran_here(loop->run);
    if (loop->left == PPAR_TO_THE_END)
        return;
    loop->run->merge.left = (struct early_end){.way = loop->left, .k = loop->left_at};
    merge_lower_limit(loop->run, loop->left_at + 1);
}

/* The parent evaluates the expression of 'after' for iterations that workers have run. It may
 * print, and use loops: so the same holds as for an iteration. */
static int begin_after(struct ppar_loop *loop)
{
    struct range due = after_take(loop->run);
    loop->first = due.first;
    loop->last = due.last;
    loop->is_after = 1;
    loop->run->merge.here_since = journal_now();
    process.in_iteration = 1;
    signals_enter();
    return 1;
}

static void end_after(struct ppar_loop *loop)
{
    process.in_iteration = 0;
    loop->is_after = 0;
    signals_leave();
    journal_after(loop->run->merge.here_since, loop->first, loop->last);
}

static int merge_in_parent(struct ppar_loop *loop)
{
    enum merge_end end = merge_run(loop->run);
    if (end == MERGE_AFTER)
        return begin_after(loop);
    if (end == MERGE_HERE)
        return run_here(loop);
    if (end == MERGED)
        return finish_in_parent(loop);
    worker_next(loop->run);
    return 1;
}

/* A loop that is told to run serially by the generated code may do so under a header of its own. */
static int has_blocks(const struct ppar_loop *loop)
{
    return loop->run != NULL && loop->run->schedule.block != 0 && loop->serial == NULL &&
           !loop->goes_round && !loop->run->no_memory;
}

/* From iteration FROM on: those before have been run. */
static int run_serially(struct ppar_loop *loop, int verbose, const char *why, uint64_t from)
{
    if (verbose)
        tell(loop, 1, why);
    if (loop->run != NULL && loop->run->checkpoint != NULL)
        checkpoint_miss(loop->run, why);
    journal_decide(loop, MANNER_SERIAL, 1, why);
    loop->first = from;
    loop->last = loop->trips;
    if (!has_blocks(loop)) {
        free_run(loop);
        return 1;
    }
    loop->run->in_blocks = 1;
    loop->last = schedule_block_end(&loop->run->schedule, from);
    reduce_freeze(&loop->run->reductions);
    reduce_serial_start(&loop->run->reductions);
    return 1;
}

static int end_serially(struct ppar_loop *loop)
{
    progress_end(loop, ppar_left_at(loop));
    journal_loop_end(loop);
    return end(loop);
}

static int run_next_block(struct ppar_loop *loop)
{
    if (loop->last == loop->trips) {
        reduce_serial_end(&loop->run->reductions);
        return end_serially(loop);
    }
    reduce_serial_next(&loop->run->reductions);
    progress_look(loop, loop->last);
    loop->first = loop->last;
    loop->last = schedule_block_end(&loop->run->schedule, loop->first);
    return 1;
}

/* PPAR_ONLY: the state is that before the loop, which is as good as any for an iteration. */
static int run_only(struct ppar_loop *loop, const struct config *config)
{
    only_check(loop, config->only_k);
    process.in_iteration = 1;
    process.only = loop;
    run_serially(loop, config->verbose, "PPAR_ONLY", 0);
    loop->first = config->only_k;
    loop->last = config->only_k + 1;
    return 1;
}

/* Nothing has failed yet. */
static void clear_status(const struct ppar_loop *loop)
{
    char place[256];
    uint64_t room = loop->status_count > 0 ? (uint64_t)loop->status_count : 0;
    if (loop->status == NULL)
        return;
    if (room < loop->trips && process_first_time(SAID_STATUS))
        message("%s: the array for the status has room for %llu of %llu iterations",
                failure_place(loop, place, sizeof place), (unsigned long long)room, loop->trips);
    memset(loop->status, 0, (room < loop->trips ? room : loop->trips) * sizeof *loop->status);
}

/* Each worker starts its accumulators anew, which must not be the parent's. Mostly they are
 * variables of the loop's function. */
static int are_accumulators_private(const struct ppar_run *run)
{
    char *maps = NULL;
    int are_private = 1;
    for (size_t k = 0; k < run->reductions.count && are_private; k++) {
        uintptr_t acc = (uintptr_t)run->reductions.item[k].acc, here = (uintptr_t)run->loop;
        if (acc - here + NEARBY < 2 * NEARBY)
            continue;
        if (maps == NULL)
            maps = maps_read();
        are_private =
            maps != NULL && maps_are_private(maps, acc, acc + run->reductions.item[k].size);
    }
    maps_free(maps);
    return are_private;
}

static int start_workers(struct ppar_loop *loop)
{
    struct ppar_run *run = loop->run;
    int error, verbose = run->verbose;
    uint64_t done = run->gate.done;
    if (!run_may_allocate(run))
        return run_serially(loop, verbose, in_handler, done);
    if (run_settle(run) == 1 && !needs_worker(run))
        return run_serially(loop, verbose, one_worker, done);
    if (process.crews != NULL || process.region_count != 0)
        crew_end_all(); /* as before every fork */
    if (threads_are_there()) {
        warn_of_threads(loop);
        return run_serially(loop, verbose, "the process has more than one thread", done);
    }
    if (!are_accumulators_private(run))
        return run_serially(loop, verbose, "an accumulator is in memory that processes share",
                            done);
    run->captured &= fcntl(STDOUT_FILENO, F_GETFD) >= 0;
    if (run->verify > 0) {
        int role = verify_begin(run);
        if (role != 0)
            return role == 1 ? run_serially(loop, 0, NULL, run->gate.done) : 1;
    }
    run->rate = gate_rate(run);
    reduce_freeze(&run->reductions);
    checkpoint_begin(run);
    journal_decide(loop, MANNER_WORKERS, run->slots, NULL);
    journal_here(0, 0, done);
    enum launch outcome = launch_workers(run, &error);
    if (outcome == IS_WORKER) {
        worker_next(run);
        return 1;
    }
    if (error != 0)
        say_fewer(run, error);
    if (outcome == REFUSED)
        verify_cancel();
    if (outcome == REFUSED)
        return run_serially(loop, verbose, "no worker could be started", done);
    journal_decide(loop, MANNER_WORKERS, run->merge.count, NULL);
    return merge_in_parent(loop);
}

/* Iterations that are over of a loop that workers that stay run. */
static uint64_t done_by_crew(const struct ppar_run *run)
{
    uint64_t done = 0;
    for (unsigned k = 0; k < run->slots; k++)
        done += atomic_load_explicit(&run->share->slots[k].done, memory_order_relaxed);
    return done;
}

/* Workers that stay run it, and this process is one of them. */
static int run_turn(struct ppar_loop *loop)
{
    char place[256];
    int again, verbose = loop->run->verbose;
    unsigned workers = loop->run->slots;
    if (crew_next(loop->run, &again)) {
        if (process.progress.loop == loop)
            progress_look(loop, done_by_crew(loop->run));
        return 1;
    }
    if (again)
        return run_serially(loop, verbose, "a worker that had stayed has died", 0);
    if (verbose)
        message("%s: %u workers that stay, %llu trips", failure_place(loop, place, sizeof place),
                workers, loop->trips);
    return end_serially(loop);
}

/* All of it was run here, batch by batch. */
static int end_batches(struct ppar_loop *loop)
{
    journal_decide(loop, MANNER_SERIAL, 1, "too little to do for workers");
    if (loop->run->verbose)
        tell(loop, 1, "too little to do for workers");
    return end_serially(loop);
}

/* The loop begins here, and the next batch of it runs here, too; or workers take over. */
static int run_batch(struct ppar_loop *loop)
{
    struct ppar_run *run = loop->run;
    uint64_t count = gate_next(run);
    progress_look(loop, run->gate.done);
    if (count != 0 && run->gate.done == 0)
        reduce_serial_start(&run->reductions);
    else if (count != 0)
        reduce_serial_next(&run->reductions);
    else if (run->gate.done != 0)
        reduce_serial_end(&run->reductions);
    if (count != 0) {
        loop->first = run->gate.done;
        loop->last = loop->first + count;
        return 1;
    }
    run->gate.is_open = 0;
    if (run->gate.done < loop->trips)
        return start_workers(loop);
    gate_learn(run);
    return end_batches(loop);
}

/* An iteration that ran in this process, which is no worker, has ended the loop. */
static int end_early(struct ppar_loop *loop)
{
    struct ppar_run *run = loop->run;
    int is_batch = run != NULL && run->gate.is_open;
    if (is_batch || (run != NULL && run->in_blocks))
        reduce_serial_end(&run->reductions);
    if (!is_batch)
        return end_serially(loop);
    gate_stop(run);
    return end_batches(loop);
}

/* CALLER: where ppar_chunk returns to. */
static int first_chunk(struct ppar_loop *loop, const void *caller)
{
    struct config config;
    config_read(&config);
    clear_status(loop);
    if (!is_inside()) {
        process.loops++;
        journal_loop(loop, &config);
        progress_begin(loop, &config);
    }
    if (config.only && !is_inside() && process.loops == config.only_loop)
        return run_only(loop, &config);
    const char *obstacle = find_obstacle(loop, &config);
    struct ppar_run *run = loop->run;
    if (run != NULL) {
        choose_policy(run, &config);
        if (config.verify > 0 && verify_wants(run, config.verify))
            verify_schedule(loop, &config);
        else
            config.verify = 0;
        choose_schedule(run, &config);
    }
    if (obstacle != NULL)
        return run_serially(loop, config.verbose, obstacle, 0);
    run->slots = run->schedule.workers = choose_workers(loop, &config);
    run->slots_are_cpus = config.workers == 0 && !(loop->workers_given && loop->workers >= 1);
    run->verify = config.verify;
    if (run->verify > 0)
        choose_verifiers(run);
    if (run->slots == 1 && !needs_worker(run))
        return run_serially(loop, config.verbose, one_worker, 0);
    choose_output(run, &config);
    run->bind = config.bind;
    run->memory = config.memory;
    run->caller = caller;
    if (run->verify > 0 || needs_worker(run))
        return start_workers(loop);
    if (crew_may(run, &config)) {
        run->began = clock_now();
        if (crew_begin(run, &config, caller) != CREW_NONE)
            return run_turn(loop);
    }
    return gate_opens(run, &config) ? run_batch(loop) : start_workers(loop);
}

static int next_chunk(struct ppar_loop *loop, const void *caller)
{
    if (loop->run != NULL && loop->run->crew != NULL)
        return run_turn(loop);
    if (loop->run != NULL && loop->run->worker != NULL) {
        worker_next(loop->run);
        return 1;
    }
    if (loop->is_after) {
        end_after(loop);
        return merge_in_parent(loop);
    }
    if (loop->run != NULL && loop->run->merge.here) {
        ran_here(loop);
        return merge_in_parent(loop);
    }
    if (process.only == loop)
        only_end(loop);
    if (verify_is_stepping(loop))
        return witness_next(loop);
    if (loop->left != PPAR_TO_THE_END)
        return end_early(loop);
    if (loop->run != NULL && loop->run->gate.is_open)
        return run_batch(loop);
    if (loop->run != NULL && loop->run->in_blocks)
        return run_next_block(loop);
    if (loop->trips == 0 || loop->last != 0)
        return end_serially(loop);
    return first_chunk(loop, caller);
}

PPAR_API int ppar_chunk(struct ppar_loop *loop)
{
    int saved = errno;
    if (loop->abi != PPAR_ABI) {
        message("the program was built for another version of libppar");
        exit(EXIT_FAILURE);
    }
    int more = next_chunk(loop, __builtin_return_address(0));
    errno = saved;
    return more;
}
