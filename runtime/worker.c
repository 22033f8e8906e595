/*
 * A worker's life:
 *
 *   1. forked inside the user's function, it has every variable as it stands;
 *   2. it ties its life to the parent's, and makes descriptor 1 its own file;
 *   3. it takes a piece of the loop (claim.c) and says so in its slot (share.c);
 *   4. it comes back out of ppar_chunk and runs the user's loop over the piece;
 *   5. pieces that follow each other are one chunk. When it is long enough, or there is no next
 *      piece, its record is sent (commit.c) and the slot is empty; back to 3;
 *   6. when nothing is left it sends the end, flushes what it has written, and leaves by _exit: no
 *      handler of the host runs, no stream that is read is moved.
 *
 * Where an iteration leaves the loop, the chunk ends with it, and so does the worker, for whatever
 * it could claim is behind that.
 *
 * If the parent dies the kernel kills the worker; the parent may be dead before the worker has
 * asked for that, which a look at the parent's id afterwards tells.
 *
 * A body that calls exit() would run the host's exit handlers in the wrong process. The last
 * handler to be registered runs first, so ours, registered here, sends what the iteration has
 * printed until then (WIRE_EXIT) and leaves by _exit before the host's turn; the parent calls exit
 * when everything before that is merged. Handlers are to find what earlier iterations have stored,
 * so in a chunk of several the worker leaves, and another one runs them one by one (retry.c) and
 * comes to the same exit; unless what they have printed is out already. A process that the body
 * itself has forked passes through.
 *
 * A body that jumps out of the loop (longjmp) would have the worker go on as if it were the parent;
 * it comes here, too, at the program's end, and has failed.
 *
 * The handler finds a record half sent if a signal handler of the host calls exit while we write.
 * Then the chunk is lost with this worker, and its status stands in the slot.
 */
#include "worker.h"
#include "affinity.h"
#include "append.h"
#include "checkpoint.h"
#include "coverage.h"
#include "crash.h"
#include "process.h"
#include "random.h"
#include "spread.h"
#include "watch.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORD_BYTES ((uint64_t)1 << 18) /* of results */

/* The libraries that start a thread for every CPU, in each of our workers. */
static void limit_threads(void)
{
    static const char *const names[] = {
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
    };
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        setenv(names[k], "1", 0);
}

/* What the body has written to streams of its own that it has left open would wait in their buffers
 * for ever. Those of the host had nothing in them at the fork. */
static _Noreturn void leave(int status)
{
    fflush(NULL);
    coverage_end();
    _exit(status);
}

static _Noreturn void end_as(struct slot *slot, enum ending ending, int status)
{
    slot->status = status;
    atomic_store(&slot->ending, ending);
    leave(status);
}

_Noreturn void worker_fail(struct ppar_run *run, const char *what, int error)
{
    struct slot *slot = run->worker->slot;
    if (error != 0)
        snprintf(slot->why, sizeof slot->why, "%s: %s", what, strerror(-error));
    else
        snprintf(slot->why, sizeof slot->why, "%s", what);
    end_as(slot, ENDING_FAILED, EXIT_FAILURE);
}

/* Whether exit was called by a function that was there before the loop: then the body has jumped
 * out of it (longjmp), and the worker has run the rest of the program without the others' results.
 * The stack grows downwards, and there is nothing above it. */
static int has_left_loop(const struct ppar_run *run)
{
    return (uintptr_t)__builtin_frame_address(0) > (uintptr_t)run->loop;
}

static _Noreturn void leave_by_exit(struct ppar_run *run, int status)
{
    const struct worker *worker = run->worker;
    if (worker->range.first != worker->range.last && has_left_loop(run))
        worker_fail(run, "the body has jumped out of the loop", 0);
    if (worker->in_piece)
        claim_grown(run);
    if (!worker->sending && worker->range.last - worker->range.first > 1 &&
        (run->captured || run->after != PPAR_NEVER))
        end_as(worker->slot, ENDING_AGAIN, status);
    if (!worker->sending && worker->range.first != worker->range.last)
        worker_send_exit(run, status);
    end_as(worker->slot, ENDING_EXIT, status);
}

#ifdef __GLIBC__

static void at_exit(int status, void *unused)
{
    (void)unused;
    if (getpid() == process.worker_pid)
        leave_by_exit(process.worker_run, status);
}

static int catch_exit(void)
{
    return on_exit(at_exit, NULL);
}

#else

/* The status cannot be had here. */
static void at_exit(void)
{
    if (getpid() == process.worker_pid)
        leave_by_exit(process.worker_run, EXIT_FAILURE);
}

static int catch_exit(void)
{
    return atexit(at_exit);
}

#endif

/* The pipes to the parent's other workers: held open here, they would hide the parent's death from
 * them. Mostly they are numbered one after the other, with the host's own descriptors between, so
 * that thousands of them are a few calls. The list is not written to: that would copy its pages
 * into each of thousands of workers. */
static void close_siblings(const struct ppar_run *run)
{
    const struct child *children = run->merge.children;
    unsigned count = run->merge.count;
    for (unsigned k = 0, start = 0; k < count; k++) {
        if (k + 1 < count && children[k].fd >= 0 && children[k + 1].fd == children[k].fd + 1)
            continue;
        if (children[k].fd >= 0)
            io_close_range(children[start].fd, children[k].fd);
        start = k + 1;
    }
}

static void set_up(struct ppar_run *run, struct worker *worker, const struct birth *birth)
{
    worker->number = birth->number;
    worker->slot = &run->share->slots[birth->number];
    worker->task = birth->task;
    worker->single_to = birth->single_to;
    worker->only_task = birth->only_task;
    worker->scratch = -1;
    worker->pace.rate = run->rate;
    sink_init(&worker->sink, birth->pipe);
    run->worker = worker;
    process.in_worker = 1;
    process.worker = (int)(birth->number % run->slots);
    process.worker_pid = getpid();
    process.worker_run = run;
    process.run = NULL;
    signals_in_worker(run);
    coverage_start();
    close_siblings(run);
    checkpoint_forget(run);
    if (catch_exit() != 0)
        worker_fail(run, "it could not register an exit handler", -ENOMEM);
    int error = capture_init(&worker->capture);
    if (error != 0)
        worker_fail(run, "stdout could not be captured", error);
    limit_threads();
    affinity_set(run->bind, birth->number, run->slots);
    append_forget(run);
    random_in_worker();
    if (birth->again)
        crash_catch();
    if (run->schedule.kind == PPAR_STATIC)
        run->schedule.workers = share_wait_at_gate(run->share);
}

static pid_t fork_or_error(void)
{
    pid_t pid = fork();
    return pid < 0 ? -errno : pid;
}

static void free_worker(struct worker *worker)
{
    if (worker != NULL)
        free(worker->last_puts);
    free(worker);
}

/* The sink's bytes are left alone: a fork makes each page that is written before it, and again for
 * the next one, a page that is copied. */
static struct worker *new_worker(const struct ppar_run *run)
{
    struct worker *worker = malloc(sizeof *worker);
    if (worker != NULL)
        memset(worker, 0, offsetof(struct worker, sink.bytes));
    if (worker != NULL)
        worker->last_puts = calloc(2 * run->output_count + 1, sizeof *worker->last_puts);
    if (worker != NULL && worker->last_puts != NULL)
        return worker;
    free_worker(worker);
    return NULL;
}

/* All that a worker needs is allocated before the fork, where a refusal means one worker less. */
pid_t worker_fork(struct ppar_run *run, const struct birth *birth)
{
    struct worker *worker = new_worker(run);
    if (worker == NULL)
        return -ENOMEM;
    pid_t pid = capture_prepare(&worker->capture, birth->capture, run->wide);
    if (pid == 0)
        pid =
            birth->by_worker ? spread_fork(&run->share->slots[birth->number].id) : fork_or_error();
    if (pid == 0) {
        process_end_with(run->parent);
        if (birth->starts_to != 0 && spread_on(run, birth)) {
            capture_release(&worker->capture);
            free_worker(worker);
        } else {
            set_up(run, worker, birth);
        }
        return 0;
    }
    capture_release(&worker->capture);
    free_worker(worker);
    return pid;
}

static _Noreturn void end(struct ppar_run *run)
{
    struct wire_header header = {.magic = WIRE_MAGIC, .version = WIRE_VERSION, .kind = WIRE_END};
    struct sink *sink = &run->worker->sink;
    sink_write(sink, &header, sizeof header);
    int error = sink_flush(sink);
    if (error != 0)
        worker_fail(run, "it could not say that it is done", error);
    leave(EXIT_SUCCESS);
}

static int is_empty(struct range range)
{
    return range.first == range.last;
}

/* The most iterations that the record may have which begins with the piece. */
static uint64_t find_room(const struct ppar_run *run, struct range piece)
{
    struct range stock = stock_look(run->worker->slot);
    uint64_t room = piece.last - piece.first;
    if (!run->worker->in_task && !is_empty(stock) && stock.first == piece.last)
        room = stock.last - piece.first;
    return room < run->schedule.most ? room : run->schedule.most;
}

static uint64_t room_left(const struct worker *worker)
{
    return worker->room - (worker->range.last - worker->range.first);
}

static void start_record(struct ppar_run *run, struct range piece)
{
    struct worker *worker = run->worker;
    watch_start(run);
    pace_start(&worker->pace);
    worker->range = (struct range){piece.first, piece.first};
    worker->room = find_room(run, piece);
    int error = reduce_start(&run->reductions, &worker->parts, worker->room);
    if (error != 0)
        worker_fail(run, "no memory for the reductions", error);
    capture_start(&worker->capture);
}

/* Whether the record goes on with what is next in stock. It should not wait for long, nor become
 * large. */
static int goes_on(const struct ppar_run *run)
{
    const struct worker *worker = run->worker;
    struct range stock = stock_look(worker->slot);
    return !is_empty(stock) && stock.first == worker->range.last && room_left(worker) > 0 &&
           worker->put_bytes < RECORD_BYTES &&
           (double)(worker->pace.looked - worker->started) < claim_time(run);
}

/* The next piece, with its record open. Another worker may have been faster than the look at the
 * stock. */
static struct range next_piece(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    struct range piece = {0, 0};
    if (!is_empty(worker->range)) {
        piece = claim_from_stock(run, room_left(worker));
        if (!is_empty(piece) && piece.first == worker->range.last)
            return piece;
        worker_send(run);
    }
    if (is_empty(piece))
        piece = claim(run);
    if (is_empty(piece))
        end(run);
    start_record(run, piece);
    return piece;
}

void worker_next(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    if (worker->in_piece)
        worker_fail(run, "the chunk was not committed", 0);
    struct range piece = next_piece(run);
    worker->range.last = piece.last;
    worker->in_piece = 1;
    if (worker->ahead < piece.last)
        worker->ahead = piece.last;
    slot_set(worker->slot, worker->range);
    run->loop->first = piece.first;
    run->loop->last = piece.last;
    run->loop->sends = 1;
    run->loop->steps = run->reductions.each_bytes != 0;
    run->loop->parts = reduce_next(&run->reductions, &worker->parts);
    claim_growth(run);
}

/* What is behind the iteration that has left the loop is no part of the chunk. */
static void cut(struct ppar_run *run)
{
    run->worker->range.last = run->loop->last;
    slot_set(run->worker->slot, run->worker->range);
}

void worker_commit(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    worker->in_piece = 0;
    claim_grown(run);
    if (run->loop->left != PPAR_TO_THE_END)
        cut(run);
    if (reduce_kept(&run->reductions, &worker->parts, run->loop->parts) != 0)
        worker_fail(run, "its chunk has more iterations than it should", 0);
    pace_step(&worker->pace, run->loop->last - run->loop->first);
    if (run->loop->left != PPAR_TO_THE_END || !goes_on(run))
        worker_send(run);
    if (run->loop->left != PPAR_TO_THE_END)
        end(run);
}
