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
 * A static schedule divides the iterations by the number of workers, which is not known before the
 * last fork; its workers wait at a gate until then.
 */
#include "launch.h"
#include "io.h"
#include "message.h"
#include "process.h"
#include "replay.h"
#include "worker.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int allocate(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    memset(merge, 0, sizeof *merge);
    store_init(&merge->store, STAGE_LIMIT);
    merge->limit = run->schedule.trips;
    run->share = share_new(run->slots);
    if (run->share == NULL)
        return -errno;
    atomic_store(&run->share->limit, merge->limit);
    merge->children = calloc(run->slots, sizeof *merge->children);
    merge->polled = calloc(run->slots, sizeof *merge->polled);
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
    for (unsigned k = 0; k < merge->count; k++)
        free_inbox(merge->children[k].inbox);
    free(merge->children);
    free(merge->polled);
    merge->children = NULL;
    merge->polled = NULL;
    merge->count = 0;
    store_release(&merge->store);
    share_free(run->share, run->slots);
    run->share = NULL;
}

/* What there is of a worker before there is the worker. */
struct prepared {
    char *inbox;
    int ends[2]; /* of its pipe */
    int capture; /* the file for its output, or -1 */
};

static int prepare(const struct ppar_run *run, struct prepared *prepared)
{
    int error = -ENOMEM;
    prepared->capture = -1;
    prepared->inbox = new_inbox();
    if (prepared->inbox == NULL)
        return error;
    error = io_pipe(prepared->ends);
    if (error != 0)
        goto no_pipe;
    if (!run->captured)
        return 0;
    error = prepared->capture = io_scratch();
    if (error >= 0)
        return 0;
    io_close(&prepared->ends[0]);
    io_close(&prepared->ends[1]);
no_pipe:
    free_inbox(prepared->inbox);
    return error;
}

/* 1: this is the worker; 0: one more runs; or -errno. */
static int start_one(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    struct prepared prepared;
    int error = prepare(run, &prepared);
    if (error != 0)
        return error;
    struct birth birth = {
        .number = merge->count, .pipe = prepared.ends[1], .capture = prepared.capture};
    pid_t pid = worker_fork(run, &birth);
    if (pid == 0) {
        io_close(&prepared.ends[0]);
        return 1;
    }
    io_close(&prepared.ends[1]);
    io_close(&prepared.capture);
    if (pid < 0) {
        io_close(&prepared.ends[0]);
        free_inbox(prepared.inbox);
        return (int)pid;
    }
    merge->children[merge->count++] = (struct child){
        .pid = pid, .number = birth.number, .fd = prepared.ends[0], .inbox = prepared.inbox};
    return 0;
}

static int start_all(struct ppar_run *run)
{
    int outcome = 0;
    while (run->merge.count < run->slots && outcome == 0)
        outcome = start_one(run);
    return outcome;
}

enum launch launch_workers(struct ppar_run *run, int *error)
{
    struct held_text held;
    *error = allocate(run);
    if (*error != 0) {
        launch_release(run);
        return REFUSED;
    }
    run->parent = getpid();
    replay_hold(&held);
    int outcome = start_all(run);
    if (outcome == 1) {
        replay_forget(&held);
        return IS_WORKER;
    }
    replay_release(&held);
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
