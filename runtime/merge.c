/*
 * The parent, while its workers run: it reads what they send, merges it, and learns of their ends.
 *
 * A worker has ended well when it has said so (WIRE_END) and its pipe is at its end. It has died
 * when its pipe is at its end and it has not. A process that the body has left behind may still
 * hold the pipe, so a silent worker is also looked for among the dead a few times a second.
 *
 * When a worker dies, what was in its hands is run again by another one (retry.c). When that shows
 * that an iteration cannot be done, and the program is to end there, it becomes `limit`: what comes
 * before it is still computed and merged, as in the serial program; from it on nothing is handed
 * out, and workers that are beyond it are killed. A second failure before the limit lowers it
 * again. So the merged iterations are always a beginning of the loop, and where it ends does not
 * depend on which worker was faster.
 *
 * Which iterations were lost is read in the dead worker's slot. It may be empty although some are:
 *
 *     worker 1    claims 10 to 14 | is killed | would have named 10 to 14 in its slot
 *     worker 0                      claims 15 to 19, ...
 *
 * Then the others go on; that something is missing is seen when all have ended, or when those that
 * are left are all held, for then nobody has the next iteration (inbox.c), and it is given to one
 * more worker. To name the range before the claim would be worse: a worker that is killed there may
 * have been about to lose the race for a chunk that another one has done meanwhile, and it would be
 * run twice.
 *
 * A body that calls exit ends the loop like a shorter trip count: the limit is the end of that
 * chunk, whose record holds what was printed before the call. An exit, or a death, in an earlier
 * chunk lowers the limit further, and then that record is never merged.
 *
 * An iteration that leaves the loop by break or return does the same (WIRE_LEFT), with its results.
 * So what a failure, an exit or an early end of a later iteration has begun is called off by an
 * early end before it.
 *
 * Every worker is waited for by its own id. Where the host has made the kernel forget the status
 * (SIGCHLD ignored) or has taken it away (wait in a handler), the run is judged by what the worker
 * said, and the report says that the status is not known.
 */
#include "merge.h"
#include "after.h"
#include "checkpoint.h"
#include "evict.h"
#include "journal.h"
#include "process.h"
#include "progress.h"
#include "retry.h"
#include "run.h"
#include "watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_AFTER 200 /* milliseconds without a word */

struct wire_limits merge_limits(const struct ppar_run *run)
{
    return (struct wire_limits){
        .trips = run->schedule.trips,
        .each_bytes = run->reductions.each_bytes,
        .chunk_bytes = run->reductions.chunk_bytes,
        .replays = &run->replays,
        .outputs = run->output_count,
        .output = run->outputs,
    };
}

/* The id of a dead child whose status is taken may be another process's by now. */
void merge_signal(const struct child *child, int number)
{
    if (child->fd >= 0 && !process_is_dead(child->pid))
        kill(child->pid, number);
}

void merge_kill(const struct child *child)
{
    if (!child->stopped)
        merge_signal(child, SIGKILL);
}

/* Its end is no death. */
static void kill_child(struct child *child)
{
    merge_kill(child);
    child->stopped = 1;
}

void merge_stop(struct ppar_run *run, struct child *child)
{
    kill_child(child);
    stage_close(&run->merge.store, &child->stage);
    child->start = child->length = 0;
    child->held = 0;
    child->eof = 1;
}

void merge_lower_limit(struct ppar_run *run, uint64_t limit)
{
    if (limit < run->merge.limit)
        run->merge.limit = limit;
    atomic_store(&run->share->limit, run->merge.limit);
}

/* A worker may have claimed a chunk while the limit was on its way, so this is done again whenever
 * the parent wakes up. */
static void stop_beyond_limit(struct ppar_run *run)
{
    if (run->merge.limit == run->schedule.trips)
        return;
    for (unsigned k = 0; k < run->merge.count; k++) {
        struct child *child = &run->merge.children[k];
        struct range range = slot_get(&run->share->slots[child->number]);
        if (range.first != range.last && range.first >= run->merge.limit)
            kill_child(child);
    }
}

void merge_abort(struct ppar_run *run, const char *format, ...)
{
    struct failure *failure = &run->merge.failure;
    struct failure first = {.happened = 1};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(first.text, sizeof first.text, format, arguments);
    va_end(arguments);
    if (!failure->happened)
        *failure = first;
    merge_lower_limit(run, 0);
}

/* How the worker ended: by waitpid, or else by its own word. */
static void note_status(struct failure *failure, const struct child *child, const struct slot *slot,
                        int status, int known)
{
    failure->by_worker = 1;
    failure->worker = child->number;
    failure->status = status;
    failure->status_known = known;
    if (atomic_load(&slot->ending) == ENDING_EXIT && !known) {
        failure->status = (slot->status & 0xff) << 8;
        failure->status_known = 1;
    }
    if (atomic_load(&slot->ending) == ENDING_FAILED)
        snprintf(failure->text, sizeof failure->text, "%.*s", WHY_MOST - 1, slot->why);
}

/* A worker has ended without saying so. What it was working on is lost unless the record has come
 * whole. It does not count when nothing of it is wanted, or when the record was that of an exit. */
static void note_death(struct ppar_run *run, struct child *child, int status, int known)
{
    struct slot *slot = &run->share->slots[child->number];
    struct range range = slot_get(slot);
    child->rest = stock_take(slot, 0, UINT64_MAX);
    int lost = range.first < range.last && child->seen != range.last;
    if (lost ? range.first >= run->merge.limit : atomic_load(&slot->ending) == ENDING_EXIT)
        return;
    if (child->evicted || atomic_load(&slot->ending) == ENDING_AGAIN) {
        retry_again(run, child, lost ? range : (struct range){0, 0},
                    atomic_load(&slot->ending) == ENDING_AGAIN);
        return;
    }
    struct failure death = {.crash = slot->crash};
    note_status(&death, child, slot, status, known);
    if (lost)
        death.range = range;
    journal_death(child->number, death.range.first, death.range.last, known ? status : -1);
    death.timed_out = child->overdue && lost && range.first == child->watched.first;
    death.silent = known && run->live && WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE;
    retry_death(run, child, &death);
}

static void finish_child(struct ppar_run *run, struct child *child)
{
    int status = 0;
    pid_t waited;
    do
        waited = waitpid(child->pid, &status, 0);
    while (waited < 0 && errno == EINTR);
    if (waited == child->pid && WIFSIGNALED(status))
        signals_expect(WTERMSIG(status));
    close(child->fd);
    child->fd = -1;
    journal_worker_end(child->number);
    run->merge.alive--;
    if (!child->done && !child->stopped)
        note_death(run, child, status, waited == child->pid);
    stage_close(&run->merge.store, &child->stage);
}

static void receive(struct ppar_run *run, struct child *child)
{
    ssize_t got = inbox_receive(run, child);
    if (got == 0)
        child->eof = 1;
    if (got >= 0 || got == -EAGAIN || got == -EINTR)
        return;
    merge_abort(run, "the pipe of worker %u: %s", child->number, strerror((int)-got));
    merge_stop(run, child);
}

/* Merges what has waited. */
static void advance(struct ppar_run *run)
{
    struct event event = {.began = journal_now(), .first = run->merge.next};
    if (!order_advance(run))
        return;
    event.last = run->merge.next;
    journal_merged(&event);
}

/* Takes and merges all that can be, until nothing moves any more. */
static void digest(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    int moved;
    do {
        moved = 0;
        uint64_t next = merge->next;
        for (unsigned k = 0; k < merge->count; k++) {
            while (!after_holds(run) && inbox_take(run, &merge->children[k]))
                moved = 1;
        }
        advance(run);
        moved |= run->checkpoint != NULL && !after_holds(run) && checkpoint_deliver(run);
        moved |= merge->next != next;
    } while (moved && !after_holds(run));
}

static int is_read(const struct child *child)
{
    return child->fd >= 0 && !child->eof && !child->held;
}

/* Children whose pipe is at its end, with everything that came through it taken. Those that are
 * done need no end of the pipe. */
static void finish_ended(struct ppar_run *run)
{
    for (unsigned k = 0; k < run->merge.count; k++) {
        struct child *child = &run->merge.children[k];
        if (child->fd >= 0 && !child->held && (child->eof || child->done))
            finish_child(run, child);
    }
}

/* A process can be dead and its pipe open. */
static void look_for_dead(struct ppar_run *run)
{
    for (unsigned k = 0; k < run->merge.count; k++) {
        struct child *child = &run->merge.children[k];
        if (is_read(child) && process_is_dead(child->pid) && inbox_receive(run, child) <= 0)
            child->eof = 1;
    }
}

/* One wait for news, and the news. */
static void listen(struct ppar_run *run, struct pollfd *polled)
{
    struct merge *merge = &run->merge;
    for (unsigned k = 0; k < merge->count; k++) {
        struct child *child = &merge->children[k];
        polled[k] = (struct pollfd){.fd = is_read(child) ? child->fd : -1, .events = POLLIN};
    }
    int ready = poll(polled, merge->count, watch_patience(run, progress_patience(LOOK_AFTER)));
    watch_look(run);
    evict_look(run);
    progress_look(run->loop, run->merge.arrived);
    if (ready == 0)
        look_for_dead(run);
    for (unsigned k = 0; k < merge->count && ready > 0; k++) {
        if (polled[k].revents != 0)
            receive(run, &merge->children[k]);
    }
}

/* Whether nobody has the next iteration: all workers that are left are held, and none is about to
 * be started. It was lost with a worker that died with an empty slot. */
static int is_stuck(const struct merge *merge)
{
    for (unsigned k = 0; k < merge->count; k++) {
        const struct child *child = &merge->children[k];
        if (child->vacant || (child->fd >= 0 && !child->held))
            return 0;
    }
    return merge->next < merge->limit;
}

static int is_finished(const struct merge *merge)
{
    int vacant = 0;
    for (unsigned k = 0; k < merge->count; k++)
        vacant |= merge->children[k].vacant;
    return merge->alive == 0 && !vacant && merge->next >= merge->limit;
}

enum merge_end merge_run(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    for (;;) {
        digest(run);
        if (after_is_due(run))
            return MERGE_AFTER; /* records may be left in inboxes: no child is looked at */
        finish_ended(run);
        if (merge->here)
            return MERGE_HERE;
        if (is_stuck(merge))
            retry_missing(run);
        if (retry_fill(run))
            return MERGE_WORKER;
        stop_beyond_limit(run);
        if (is_finished(merge))
            break;
        listen(run, merge->polled);
    }
    for (unsigned k = 0; k < merge->count; k++)
        order_discard(run, &merge->children[k]);
    return MERGED;
}
