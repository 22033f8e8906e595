/*
 * What a chunk has written, from the user's memory into one record on the pipe; or, when the body
 * calls exit, what it has printed.
 *
 * ppar_put only notes where; the bytes are read when the chunk is done, and large stretches are
 * written to the pipe from where they lie. A stretch that touches the last one of the same output
 * becomes one with it, so a loop that puts element by element, or a chunk of many pieces, costs one
 * segment for each output.
 *
 * Bytes that a loop may not have written may not be readable either: the body would have written
 * them only behind some condition that does not hold. They are probed a page at a time before the
 * record's length is computed. The probe writes one byte of each page to a file by system
 * call: where a load would kill the process, the call says EFAULT. What is not readable was not
 * written, and is left out.
 */
#include "io.h"
#include "journal.h"
#include "watch.h"
#include "worker.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define PROBES       256  /* pages a system call */
#define COMPACT_FROM 4096 /* puts */

static int compare_puts(const void *a, const void *b)
{
    const struct wire_segment *one = a, *two = b;
    if (one->output != two->output)
        return one->output < two->output ? -1 : 1;
    if (one->flags != two->flags)
        return one->flags < two->flags ? -1 : 1;
    return (one->offset > two->offset) - (one->offset < two->offset);
}

static void forget_last_puts(struct ppar_run *run)
{
    memset(run->worker->last_puts, 0, 2 * run->output_count * sizeof *run->worker->last_puts);
}

/* Makes one of two that overlap or touch; else does nothing and returns 0. */
static int join(struct wire_segment *last, const struct wire_segment *put)
{
    uint64_t behind = (uint64_t)put->offset - (uint64_t)last->offset;
    uint64_t before = (uint64_t)last->offset - (uint64_t)put->offset;
    if (behind <= last->length) {
        if (behind + put->length > last->length)
            last->length = behind + put->length;
        return 1;
    }
    if (before > put->length)
        return 0;
    last->offset = put->offset;
    last->length = before + last->length > put->length ? before + last->length : put->length;
    return 1;
}

/* A loop may write the same places again and again. As the bytes are read when the chunk is done,
 * the order of the puts does not matter, and those that touch each other are one. */
static void compact_puts(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    struct wire_segment *puts = worker->puts;
    size_t kept = 0;
    qsort(puts, worker->put_count, sizeof *puts, compare_puts);
    for (size_t k = 1; k < worker->put_count; k++) {
        struct wire_segment *last = &puts[kept], *put = &puts[k];
        if (put->output != last->output || put->flags != last->flags || !join(last, put))
            puts[++kept] = *put;
    }
    worker->put_count = kept + 1;
    forget_last_puts(run);
}

static int reserve_put(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    if (worker->put_count < worker->put_room)
        return 0;
    if (worker->put_count >= COMPACT_FROM)
        compact_puts(run);
    if (worker->put_count < worker->put_room / 2)
        return 0;
    size_t room = worker->put_room ? 2 * worker->put_room : 16;
    struct wire_segment *puts = realloc(worker->puts, room * sizeof *puts);
    if (puts == NULL)
        return -ENOMEM;
    worker->puts = puts;
    worker->put_room = room;
    return 0;
}

void worker_put(struct ppar_run *run, const struct wire_segment *put)
{
    struct worker *worker = run->worker;
    int is_maybe = (put->flags & WIRE_MAYBE) != 0;
    size_t *last = &worker->last_puts[2 * put->output + (size_t)is_maybe];
    worker->put_bytes += put->length;
    worker->has_maybe |= is_maybe;
    if (*last != 0 && join(&worker->puts[*last - 1], put))
        return;
    if (reserve_put(run) != 0)
        worker_fail(run, "no memory for the list of results", -ENOMEM);
    worker->puts[worker->put_count++] = *put;
    *last = worker->put_count;
}

static char *address(const struct ppar_run *run, const struct wire_segment *put)
{
    return output_address(&run->outputs[put->output], put->offset);
}

/* How many of the COUNT pages from the one that AT is in can be read, before the first that cannot.
 */
static int probe(struct ppar_run *run, char *at, size_t page, int count)
{
    struct worker *worker = run->worker;
    struct iovec bytes[PROBES];
    bytes[0] = (struct iovec){.iov_base = at, .iov_len = 1};
    at -= (uintptr_t)at % page;
    for (int k = 1; k < count; k++)
        bytes[k] = (struct iovec){.iov_base = at + (size_t)k * page, .iov_len = 1};
    if (worker->scratch < 0)
        worker->scratch = io_scratch();
    if (worker->scratch < 0)
        worker_fail(run, "no file to probe memory with", worker->scratch);
    ssize_t readable;
    do
        readable = writev(worker->scratch, bytes, count);
    while (readable < 0 && errno == EINTR);
    if (readable < 0 && errno != EFAULT)
        worker_fail(run, "memory could not be probed", -errno);
    int error = io_empty(worker->scratch);
    if (error != 0)
        worker_fail(run, "memory could not be probed", error);
    return readable < 0 ? 0 : (int)readable;
}

/* Puts the parts of a segment that lie in readable pages. */
static void put_readable(struct ppar_run *run, const struct wire_segment *whole)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *start = address(run, whole), *end = start + whole->length, *at = start;
    while (at < end) {
        char *boundary = at - (uintptr_t)at % page;
        size_t pages = ((size_t)(end - boundary) + page - 1) / page;
        int good = probe(run, at, page, pages < PROBES ? (int)pages : PROBES);
        char *next = boundary + (size_t)good * page;
        if (next > end)
            next = end;
        if (good > 0) {
            struct wire_segment part = *whole;
            part.offset += at - start;
            part.length = (uint64_t)(next - at);
            worker_put(run, &part);
            at = next;
        } else {
            at = boundary + page;
        }
    }
}

static void leave_out_unreadable(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    if (!worker->has_maybe)
        return;
    struct wire_segment *puts = worker->puts;
    size_t count = worker->put_count;
    worker->puts = NULL;
    worker->put_count = worker->put_room = 0;
    forget_last_puts(run);
    for (size_t k = 0; k < count; k++) {
        if ((puts[k].flags & WIRE_MAYBE) != 0)
            put_readable(run, &puts[k]);
        else
            worker_put(run, &puts[k]);
    }
    free(puts);
    worker->has_maybe = 0;
}

static void pack_deep(struct ppar_run *run)
{
    const char *wrong = deep_pack(run);
    if (wrong != NULL)
        worker_fail(run, wrong, run->worker->packer.error);
}

static uint64_t add_lengths(const struct wire_segment *puts, size_t count)
{
    uint64_t length = 0;
    for (size_t k = 0; k < count; k++)
        length += puts[k].length;
    return length;
}

static struct wire_header make_header(const struct ppar_run *run)
{
    const struct worker *worker = run->worker;
    const struct reductions *reductions = &run->reductions;
    struct wire_header header = {
        .magic = WIRE_MAGIC,
        .version = WIRE_VERSION,
        .kind = run->loop->left != PPAR_TO_THE_END ? WIRE_LEFT : WIRE_CHUNK,
        .status = run->loop->left,
        .first = worker->range.first,
        .last = worker->range.last,
        .puts = (uint32_t)worker->put_count,
        .events = (uint32_t)worker->capture.count,
        .notes = worker->notes.length,
        .deep = worker->packer.length,
    };
    header.length =
        worker->put_count * sizeof *worker->puts + add_lengths(worker->puts, worker->put_count) +
        worker->capture.count * sizeof *worker->capture.events +
        (header.last - header.first) * reductions->each_bytes + reductions->chunk_bytes +
        worker->packer.length + worker->notes.length + capture_length(&worker->capture);
    return header;
}

static void send_data(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    sink_write(&worker->sink, worker->puts, worker->put_count * sizeof *worker->puts);
    for (size_t k = 0; k < worker->put_count; k++) {
        const struct wire_segment *put = &worker->puts[k];
        sink_write(&worker->sink, address(run, put), put->length);
    }
    sink_write(&worker->sink, worker->packer.bytes, worker->packer.length);
}

static int send_rest(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    capture_send_events(&worker->capture, &worker->sink);
    int error = reduce_send(&run->reductions, &worker->parts,
                            worker->range.last - worker->range.first, &worker->sink);
    if (error == 0 && worker->notes.length != 0)
        sink_write(&worker->sink, worker->notes.bytes, worker->notes.length);
    if (error == 0)
        error = capture_send_text(&worker->capture, &worker->sink);
    return error;
}

static void finish_output(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    if (capture_is_wide(&worker->capture))
        worker_fail(run,
                    "the body prints wide characters, and the program was not built for that; with "
                    "live output it can",
                    0);
    int error = capture_finish(&worker->capture);
    if (error != 0)
        worker_fail(run, "its output could not be kept", error);
    if (worker->put_count > UINT32_MAX || worker->capture.count > UINT32_MAX)
        worker_fail(run, "a chunk has more results than a record can hold", 0);
}

static void note_sent(const struct worker *worker, uint64_t bytes)
{
    struct event event = {.began = worker->started,
                          .ended = worker->ended,
                          .sent = journal_now(),
                          .first = worker->range.first,
                          .last = worker->range.last,
                          .bytes = bytes,
                          .worker = worker->number};
    journal_add(EVENT_CHUNK, &event);
}

void worker_send(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    worker->sending = 1;
    watch_end(run);
    leave_out_unreadable(run);
    pack_deep(run);
    finish_output(run);
    struct wire_header header = make_header(run);
    sink_write(&worker->sink, &header, sizeof header);
    send_data(run);
    int error = send_rest(run);
    if (error == 0)
        error = sink_flush(&worker->sink);
    if (error != 0)
        worker_fail(run, "its results could not be sent", error);
    note_sent(worker, sizeof header + header.length);
    worker->put_count = 0;
    worker->put_bytes = 0;
    forget_last_puts(run);
    worker->notes.length = 0;
    capture_clear(&worker->capture);
    worker->sent++;
    worker->range = (struct range){0, 0};
    slot_set(worker->slot, worker->range);
    worker->sending = 0;
}

void worker_send_exit(struct ppar_run *run, int status)
{
    struct worker *worker = run->worker;
    worker->sending = 1;
    finish_output(run);
    struct wire_header header = {
        .magic = WIRE_MAGIC,
        .version = WIRE_VERSION,
        .kind = WIRE_EXIT,
        .length = worker->capture.count * sizeof *worker->capture.events +
                  capture_length(&worker->capture),
        .first = worker->range.first,
        .last = worker->range.last,
        .events = (uint32_t)worker->capture.count,
        .status = status,
    };
    sink_write(&worker->sink, &header, sizeof header);
    capture_send_events(&worker->capture, &worker->sink);
    int error = capture_send_text(&worker->capture, &worker->sink);
    if (error == 0)
        error = sink_flush(&worker->sink);
    if (error != 0)
        worker_fail(run, "its output could not be sent", error);
}
