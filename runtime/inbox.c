/*
 * From the bytes of a worker's pipe to whole records.
 *
 * Small records are taken out of a buffer of fixed size that is filled by large reads. One that
 * does not fit gets a stage of its own as soon as its header is there, and is read straight into
 * it.
 *
 * When there is no room for a record, its worker is held: nothing is read from it until something
 * has been merged, its pipe fills, and it waits in write. That cannot stop the loop. Let n be the
 * first iteration that is not merged. If the chunk of n is still being computed, its worker goes on
 * without us. If its record is on the way, it is the next one in its worker's pipe, because ranges
 * of one worker ascend and everything before n is merged; and the record with n in it is always
 * given room. Once it is merged, all held workers are looked at again. So if all workers that are
 * left are held, n was lost with one that has died (merge.c).
 */
#include "checkpoint.h"
#include "journal.h"
#include "merge.h"
#include "run.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static int is_arriving(const struct child *child)
{
    return child->stage.size != 0;
}

static ssize_t read_once(int fd, char *to, size_t size)
{
    ssize_t got = read(fd, to, size);
    return got < 0 ? -errno : got;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Into the stage, through the inbox if the stage is in a file. The inbox is empty. */
static ssize_t receive_staged(struct ppar_run *run, struct child *child)
{
    struct stage *stage = &child->stage;
    size_t missing = stage->size - stage->filled;
    if (stage->bytes != NULL) {
        ssize_t got = read_once(child->fd, stage->bytes + stage->filled, missing);
        stage->filled += got > 0 ? (size_t)got : 0;
        return got;
    }
    ssize_t got = read_once(child->fd, child->inbox, smaller(INBOX_BYTES, missing));
    int error = got > 0 ? stage_fill(&run->merge.store, stage, child->inbox, (size_t)got) : 0;
    if (error != 0) {
        merge_abort(run, "results that wait could not be written to a file: %s", strerror(-error));
        merge_stop(run, child);
    }
    return got;
}

static ssize_t receive(struct ppar_run *run, struct child *child)
{
    if (is_arriving(child))
        return receive_staged(run, child);
    if (child->length > 0 && child->start > 0)
        memmove(child->inbox, child->inbox + child->start, child->length);
    child->start = 0;
    ssize_t got = read_once(child->fd, child->inbox + child->length, INBOX_BYTES - child->length);
    child->length += got > 0 ? (size_t)got : 0;
    return got;
}

ssize_t inbox_receive(struct ppar_run *run, struct child *child)
{
    ssize_t got = receive(run, child);
    run->merge.received += got > 0 ? (uint64_t)got : 0;
    return got;
}

static void consume(struct child *child, size_t length)
{
    child->start += length;
    child->length -= length;
    if (child->length == 0)
        child->start = 0;
}

/* The record is too large for the inbox: a place for it, and what there is of it. */
static int start_stage(struct ppar_run *run, struct child *child, const struct wire_header *header)
{
    struct store *store = &run->merge.store;
    size_t size = sizeof *header + header->length;
    unsigned flags = (header->first == run->merge.next ? STAGE_MUST : 0) |
                     (header->events != 0 ? STAGE_PRINTED : 0);
    int error = stage_open(store, &child->stage, size, flags);
    child->held = error == -EAGAIN;
    if (child->held)
        return 0;
    if (error == 0)
        error = stage_fill(store, &child->stage, child->inbox + child->start, child->length);
    if (error != 0) {
        merge_abort(run, "no room for %zu bytes of results: %s", size, strerror(-error));
        merge_stop(run, child);
        return 0;
    }
    child->arriving = (struct range){header->first, header->last};
    consume(child, child->length);
    return 1;
}

/* Before it is merged, for then it is gone; once, also when there is no room for it yet. */
static void note(struct ppar_run *run, struct child *child, struct arrival *arrival)
{
    int is_there = arrival->bytes != NULL || stage_load(&run->merge.store, &arrival->stage) == 0;
    const char *bytes = arrival->bytes != NULL ? arrival->bytes : arrival->stage.bytes;
    if (is_there && !child->is_logged)
        checkpoint_note(run, bytes, arrival->size);
    child->is_logged = 1;
}

static int deliver(struct ppar_run *run, struct child *child, struct arrival *arrival)
{
    struct event event = {.began = journal_now(),
                          .first = arrival->range.first,
                          .last = arrival->range.last,
                          .bytes = arrival->size,
                          .worker = child->number};
    if (run->checkpoint != NULL)
        note(run, child, arrival);
    child->held = !order_deliver(run, child, arrival);
    if (!child->held) {
        child->is_logged = 0;
        journal_merged(&event);
        run->merge.arrived += arrival->range.last - arrival->range.first;
        child->seen = arrival->range.last;
        if (child->task_left == arrival->range.first && child->task_left < child->task.last)
            child->task_left = arrival->range.last;
        atomic_store_explicit(&run->share->slots[child->number].taken, ++child->taken,
                              memory_order_release);
        run->merge.fruitless = 0;
    }
    return !child->held;
}

static int take_staged(struct ppar_run *run, struct child *child)
{
    if (child->stage.filled < child->stage.size)
        return 0;
    if (child->arriving.first >= run->merge.limit) {
        merge_stop(run, child);
        return 0;
    }
    struct arrival arrival = {
        .range = child->arriving, .size = child->stage.size, .stage = child->stage};
    child->stage = (struct stage){0};
    int taken = deliver(run, child, &arrival);
    if (!taken)
        child->stage = arrival.stage;
    return taken;
}

int inbox_holds(const struct child *child, uint64_t *first)
{
    struct wire_header header;
    if (child->fd < 0 || !child->held)
        return 0;
    if (is_arriving(child)) {
        *first = child->arriving.first;
    } else {
        memcpy(&header, child->inbox + child->start, sizeof header);
        *first = header.first;
    }
    return 1;
}

/* The header at the front of the inbox, checked. Whether the record is to be gone on with. */
static int accept(struct ppar_run *run, struct child *child, struct wire_header *header)
{
    struct wire_limits limits = merge_limits(run);
    memcpy(header, child->inbox + child->start, sizeof *header);
    const char *wrong = wire_check_header(header, &limits);
    if (wrong == NULL && header->kind != WIRE_END && header->first < run->merge.next)
        wrong = "its iterations have come before";
    if (wrong != NULL) {
        merge_abort(run, "worker %u sent a record that cannot be right: %s", child->number, wrong);
        merge_stop(run, child);
        return 0;
    }
    if (header->kind != WIRE_END && header->first >= run->merge.limit) {
        merge_stop(run, child);
        return 0;
    }
    if (header->kind == WIRE_EXIT || header->kind == WIRE_LEFT)
        merge_lower_limit(run, header->last);
    return 1;
}

int inbox_take(struct ppar_run *run, struct child *child)
{
    if (is_arriving(child))
        return take_staged(run, child);
    struct wire_header header;
    if (child->length < sizeof header || !accept(run, child, &header))
        return 0;
    if (header.kind == WIRE_END) {
        child->done = 1;
        consume(child, sizeof header);
        return 1;
    }
    if (header.length > INBOX_BYTES - sizeof header)
        return start_stage(run, child, &header);
    size_t size = sizeof header + header.length;
    if (child->length < size)
        return 0;
    struct arrival arrival = {
        .range = {header.first, header.last},
        .bytes = child->inbox + child->start,
        .size = size,
    };
    if (!deliver(run, child, &arrival))
        return 0;
    consume(child, size);
    return 1;
}
