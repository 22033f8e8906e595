/*
 * From a decided loop to running workers.
 *
 * Everything that a worker needs (its pipe, its output file, the parent's buffer for it) is made
 * before its fork, where a refusal only means that there will be fewer workers. At the first
 * refusal no more are tried. The descriptors of the worker's ends are closed right after the fork,
 * so that no later worker inherits them: the end of a pipe is the end of its worker.
 *
 * The parent's buffers are mappings that a fork leaves out: thousands of them would make each next
 * fork slower by their page tables.
 *
 * Where a fork takes long, workers start workers (spread.c).
 *
 * A static schedule divides the iterations by the number of workers, which is not known before the
 * last fork; its workers wait at a gate until then.
 */
#include "launch.h"
#include "clock.h"
#include "inplace.h"
#include "io.h"
#include "journal.h"
#include "message.h"
#include "process.h"
#include "quota.h"
#include "replay.h"
#include "spread.h"
#include "worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int allocate(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    store_init(&merge->store, STAGE_LIMIT);
    merge->limit = run->schedule.trips;
    merge->next = run->gate.done;
    merge->arrived = merge->next + gaps_total(&run->gaps);
    merge->last_words = -1;
    run->share = share_new(run->slots + SPARE);
    if (run->share == NULL)
        return -errno;
    atomic_store(&run->share->limit, merge->limit);
    atomic_store(&run->share->next, merge->next);
    merge->children = calloc(run->slots + SPARE, sizeof *merge->children);
    merge->polled = calloc(run->slots + SPARE, sizeof *merge->polled);
    return merge->children == NULL || merge->polled == NULL ? -ENOMEM : 0;
}

static char *new_inbox(void)
{
    char *inbox =
        mmap(NULL, INBOX_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (inbox == MAP_FAILED)
        return NULL;
    (void)madvise(inbox, INBOX_BYTES, MADV_DONTFORK);
    return inbox;
}

static void free_inbox(char *inbox)
{
    munmap(inbox, INBOX_BYTES);
}

void launch_release(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    signals_unwatch(run);
    int error = inplace_end(run);
    for (unsigned k = 0; k < merge->count; k++) {
        if (merge->children[k].inbox != NULL)
            free_inbox(merge->children[k].inbox);
        io_close(&merge->children[k].printed);
    }
    io_close(&merge->last_words);
    free(merge->children);
    free(merge->polled);
    merge->children = NULL;
    merge->polled = NULL;
    merge->count = 0;
    store_release(&merge->store);
    share_free(run->share, run->slots + SPARE);
    run->share = NULL;
    if (error == 0)
        return;
    message("results in shared memory could not be made private: %s", strerror(-error));
    exit(EXIT_FAILURE);
}

static int prepare(const struct ppar_run *run, struct prepared *prepared)
{
    prepared->capture = -1;
    int error = io_pipe(prepared->ends);
    if (error != 0 || !run->captured)
        return error;
    error = prepared->capture = io_scratch();
    if (error >= 0)
        return 0;
    io_close(&prepared->ends[0]);
    io_close(&prepared->ends[1]);
    return error;
}

/* The child's process. 1: this is the worker; 0: it runs; or -errno. Signals are
 * held: a handler knows of the worker as soon as there is one. */
static int start(struct ppar_run *run, struct child *child, int again)
{
    struct prepared prepared;
    int error = prepare(run, &prepared);
    if (error != 0)
        return error;
    struct birth birth = {.number = child->number,
                          .pipe = prepared.ends[1],
                          .capture = prepared.capture,
                          .again = again,
                          .task = child->task,
                          .single_to = child->single_to,
                          .only_task = child->only_task};
    pid_t pid = worker_fork(run, &birth);
    if (pid == 0) {
        io_close(&prepared.ends[0]);
        return 1;
    }
    io_close(&prepared.ends[1]);
    if (pid < 0 || !again)
        io_close(&prepared.capture);
    child->printed = prepared.capture;
    if (pid < 0) {
        io_close(&prepared.ends[0]);
        return (int)pid;
    }
    child->pid = pid;
    child->fd = prepared.ends[0];
    return 0;
}

static int start_one(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    sigset_t before;
    struct child child = {.number = merge->count, .fd = -1, .printed = -1, .inbox = new_inbox()};
    if (child.inbox == NULL)
        return -ENOMEM;
    signals_hold(&before);
    int64_t began = journal_now();
    int outcome = start(run, &child, 0);
    if (outcome == 0) {
        journal_forked(EVENT_FORK, child.number, began);
        merge->children[merge->count++] = child;
    }
    signals_release(&before);
    if (outcome < 0)
        free_inbox(child.inbox);
    return outcome;
}

static int start_again(struct ppar_run *run, struct child *child)
{
    sigset_t before;
    signals_hold(&before);
    int64_t began = journal_now();
    int outcome = start(run, child, 1);
    if (outcome == 0)
        journal_forked(EVENT_AGAIN, child->number, began);
    signals_release(&before);
    return outcome;
}

/* The slot of the dead worker is the new one's, which must not be taken for dead by what stands
 * there. */
int launch_again(struct ppar_run *run, struct child *child)
{
    struct held_text held;
    child->done = child->stopped = child->held = child->eof = child->overdue = child->evicted = 0;
    child->taken = 0;
    child->start = child->length = 0;
    child->again = 1;
    io_close(&child->printed);
    if (child->inbox == NULL)
        child->inbox = new_inbox();
    if (child->inbox == NULL)
        return -ENOMEM;
    slot_renew(&run->share->slots[child->number], child->rest);
    child->rest = (struct range){0, 0};
    crash_prepare();
    signals_enter();
    int outcome = replay_hold(&held);
    if (outcome == 0)
        outcome = start_again(run, child);
    if (outcome == 1) {
        replay_forget(&held);
        return 1;
    }
    replay_release(&held);
    signals_leave();
    run->merge.alive += outcome == 0;
    return outcome;
}

/* Workers that are to be started together. 0, also with fewer of them than there is room for; or
 * -errno: there is none. */
static int prepare_spread(struct ppar_run *run, struct spread *spread)
{
    struct merge *merge = &run->merge;
    int error = 0;
    spread->first = spread->end = merge->count;
    while (error == 0 && spread->end < run->slots && spread->end - spread->first < SPREAD_MOST) {
        struct child child = {.number = spread->end, .fd = -1, .printed = -1, .inbox = new_inbox()};
        error = child.inbox == NULL ? -ENOMEM
                                    : prepare(run, &spread->prepared[spread->end - spread->first]);
        if (error == 0)
            merge->children[spread->end++] = child;
        else if (child.inbox != NULL)
            free_inbox(child.inbox);
    }
    return spread->end > spread->first ? 0 : error;
}

/* A worker whose number is not wanted, because one before it could not be started. */
static void dismiss(struct child *child, pid_t pid, int *pipe)
{
    int waited;
    if (pid > 0) {
        kill(pid, SIGKILL);
        do
            waited = waitpid(pid, NULL, 0);
        while (waited < 0 && errno == EINTR);
    }
    io_close(pipe);
    free_inbox(child->inbox);
}

/* Those that have been started, up to the first that could not be. */
static int take_in(struct ppar_run *run, struct spread *spread, int64_t began)
{
    struct merge *merge = &run->merge;
    int error = 0;
    for (unsigned k = spread->first; k < spread->end; k++) {
        struct child *child = &merge->children[k];
        struct prepared *prepared = &spread->prepared[k - spread->first];
        pid_t pid = atomic_load(&run->share->slots[k].id);
        io_close(&prepared->ends[1]);
        io_close(&prepared->capture);
        if (pid == 0)
            error = -EAGAIN;
        if (error != 0) {
            dismiss(child, pid, &prepared->ends[0]);
            continue;
        }
        child->pid = pid;
        child->fd = prepared->ends[0];
        merge->count++;
    }
    journal_spread(spread->first, merge->count, began);
    share_admit(run->share, merge->count);
    return error;
}

/* Many at once: they start each other. */
static int start_many(struct ppar_run *run)
{
    sigset_t before;
    struct spread spread;
    int outcome = prepare_spread(run, &spread);
    if (outcome != 0)
        return outcome;
    signals_hold(&before);
    int64_t began = journal_now();
    outcome = spread_start(run, &spread);
    if (outcome == 0)
        outcome = take_in(run, &spread, began);
    signals_release(&before);
    return outcome;
}

static int is_memory_low(const struct ppar_run *run)
{
    return run->memory != 0 && quota_memory() < run->memory;
}

static int start_all(struct ppar_run *run)
{
    int outcome = 0, many = 0;
    int64_t began = clock_now();
    while (run->merge.count < run->slots && outcome == 0 && process.ending == 0) {
        if (run->merge.count == 1)
            many = spread_pays(run, clock_now() - began);
        outcome = is_memory_low(run) ? MEMORY_LOW : many ? start_many(run) : start_one(run);
    }
    if (outcome != 1)
        gate_note_launch(run->merge.count, clock_now() - began);
    return outcome;
}

const char *launch_error(int error)
{
    return error == MEMORY_LOW ? "less memory is free than PPAR_MEMFREE says" : strerror(-error);
}

enum launch launch_workers(struct ppar_run *run, int *error)
{
    struct held_text held;
    memset(&run->merge, 0, sizeof run->merge);
    run->parent = getpid();
    signals_watch(run);
    *error = allocate(run);
    if (*error != 0) {
        launch_release(run);
        return REFUSED;
    }
    if (run->checkpoint == NULL)
        inplace_begin(run);
    signals_enter();
    int outcome = replay_hold(&held);
    if (outcome == 0)
        outcome = start_all(run);
    if (outcome == 1) {
        replay_forget(&held);
        return IS_WORKER;
    }
    replay_release(&held);
    signals_leave();
    *error = outcome;
    if (run->merge.count == 0) {
        launch_release(run);
        return REFUSED;
    }
    run->merge.alive = run->merge.count;
    run->schedule.workers = run->merge.count;
    share_open_gate(run->share, run->merge.count);
    return LAUNCHED;
}
