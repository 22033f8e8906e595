/*
 * Iteration order.
 *
 * merge.next is the first iteration that is not merged. A record that starts there is merged at
 * once; a later one waits in its child's queue. Queues ascend, so the record whose turn it is, if
 * it has arrived, is at the head of one of them.
 *
 * Not everything has to wait. Results of iterations that write different bytes are copied as they
 * come, and only what is left of the record (output, parts of reductions, often nothing) is kept.
 * Where iterations overwrite each other's results (run->ordered) the whole record waits.
 */
#include "after.h"
#include "append.h"
#include "apply.h"
#include "checkpoint.h"
#include "merge.h"
#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The bytes may have moved since the record was opened. */
static void rebase(struct record *record, const char *from, const char *to)
{
    record->events = to + (record->events - from);
    record->parts = to + (record->parts - from);
    record->notes = to + (record->notes - from);
    record->text = to + (record->text - from);
    record->end = to + (record->end - from);
}

static int open_record(struct ppar_run *run, struct record *record, const char *bytes)
{
    struct wire_limits limits = merge_limits(run);
    const char *wrong = wire_open(record, bytes, &limits);
    if (wrong != NULL)
        merge_abort(run, "a worker sent a record that cannot be right: %s", wrong);
    return wrong == NULL;
}

static int put_in_place(struct ppar_run *run, const struct record *record)
{
    const char *wrong = apply_data(run, record);
    if (wrong != NULL)
        merge_abort(run, "the results of iterations %llu to %llu cannot be put in place: %s",
                    (unsigned long long)record->header.first,
                    (unsigned long long)record->header.last - 1, wrong);
    return wrong == NULL;
}

static int load(struct ppar_run *run, struct stage *stage)
{
    int error = stage_load(&run->merge.store, stage);
    if (error != 0)
        merge_abort(run, "results that waited could not be read back: %s", strerror(-error));
    return error == 0;
}

/* A new, empty place in the queue, if there is room for it. */
static struct waiting *new_waiting(struct ppar_run *run, struct range range)
{
    struct store *store = &run->merge.store;
    if (store->used > store->limit)
        return NULL;
    struct waiting *waiting = calloc(1, sizeof *waiting);
    if (waiting == NULL)
        return NULL;
    store->used += sizeof *waiting;
    waiting->range = range;
    return waiting;
}

static void free_waiting(struct ppar_run *run, struct waiting *waiting)
{
    stage_close(&run->merge.store, &waiting->stage);
    run->merge.store.used -= sizeof *waiting;
    free(waiting);
}

/* Mostly at the end. Only a worker that stands in for a dead one may have an earlier range than one
 * that the same child has sent before. */
static void enqueue(struct child *child, struct waiting *waiting)
{
    struct waiting **place = &child->first;
    if (child->first != NULL && child->last->range.first < waiting->range.first)
        place = &child->last->next;
    while (*place != NULL && (*place)->range.first < waiting->range.first)
        place = &(*place)->next;
    waiting->next = *place;
    *place = waiting;
    if (waiting->next == NULL)
        child->last = waiting;
}

int order_give_up(struct ppar_run *run, struct child *child, uint64_t k, enum fate fate)
{
    struct waiting *waiting = calloc(1, sizeof *waiting);
    if (waiting == NULL)
        return -ENOMEM;
    run->merge.store.used += sizeof *waiting;
    waiting->range = (struct range){k, k + 1};
    waiting->fate = fate;
    enqueue(child, waiting);
    run->merge.arrived++;
    return 0;
}

static int copy_to_stage(struct ppar_run *run, struct stage *stage, const char *bytes, size_t size)
{
    struct store *store = &run->merge.store;
    if (size == 0)
        return 1;
    if (stage_open(store, stage, size, STAGE_PRINTED) != 0)
        return 0;
    if (stage_fill(store, stage, bytes, size) == 0)
        return 1;
    stage_close(store, stage);
    return 0;
}

/* The whole record waits, not looked into. */
static int queue_whole(struct ppar_run *run, struct child *child, struct arrival *arrival)
{
    struct waiting *waiting = new_waiting(run, arrival->range);
    if (waiting == NULL)
        return 0;
    if (arrival->bytes == NULL) {
        waiting->stage = arrival->stage;
    } else if (!copy_to_stage(run, &waiting->stage, arrival->bytes, arrival->size)) {
        free_waiting(run, waiting);
        return 0;
    }
    enqueue(child, waiting);
    return 1;
}

/* The results are merged, the rest of the record waits. */
static int queue_tail(struct ppar_run *run, struct child *child, const struct record *record,
                      struct range range)
{
    struct waiting *waiting = new_waiting(run, range);
    if (waiting == NULL)
        return 0;
    size_t length = apply_tail_length(record);
    if (!copy_to_stage(run, &waiting->stage, record->events, length)) {
        free_waiting(run, waiting);
        return 0;
    }
    waiting->opened = 1;
    waiting->record = *record;
    waiting->origin = record->events;
    if (!put_in_place(run, record)) {
        free_waiting(run, waiting);
        return 1;
    }
    enqueue(child, waiting);
    if (record->header.kind != WIRE_EXIT)
        after_note_early(run, range);
    return 1;
}

static void merge_now(struct ppar_run *run, const struct record *record, struct range range)
{
    if (!put_in_place(run, record))
        return;
    apply_tail(run, record);
    run->merge.next = range.last;
    if (record->header.kind != WIRE_EXIT)
        after_note(run, range);
}

int order_deliver(struct ppar_run *run, struct child *child, struct arrival *arrival)
{
    int turn = arrival->range.first == run->merge.next;
    if (!turn && run->ordered)
        return queue_whole(run, child, arrival);
    if (arrival->bytes == NULL && !load(run, &arrival->stage)) {
        stage_close(&run->merge.store, &arrival->stage);
        return 1;
    }
    const char *bytes = arrival->bytes != NULL ? arrival->bytes : arrival->stage.bytes;
    struct record record;
    int taken = 1;
    if (open_record(run, &record, bytes)) {
        if (turn)
            merge_now(run, &record, arrival->range);
        else
            taken = queue_tail(run, child, &record, arrival->range);
    }
    if (taken)
        stage_close(&run->merge.store, &arrival->stage);
    return taken;
}

static void merge_waiting(struct ppar_run *run, struct waiting *waiting)
{
    if (!load(run, &waiting->stage))
        return;
    struct record record = waiting->record;
    if (!waiting->opened) {
        if (open_record(run, &record, waiting->stage.bytes))
            merge_now(run, &record, waiting->range);
        return;
    }
    if (waiting->stage.bytes != NULL) /* else the tail is empty, as that of a silent exit */
        rebase(&record, waiting->origin, waiting->stage.bytes);
    apply_tail(run, &record);
    run->merge.next = waiting->range.last;
    if (record.header.kind != WIRE_EXIT)
        after_note_late(run, waiting->range);
}

/* After a loss nothing from the limit on is merged; after an abort, nothing at all. */
static struct child *find_turn(struct ppar_run *run)
{
    if (run->merge.next >= run->merge.limit)
        return NULL;
    for (unsigned k = 0; k < run->merge.count; k++) {
        struct child *child = &run->merge.children[k];
        if (child->first != NULL && child->first->range.first == run->merge.next)
            return child;
    }
    return NULL;
}

static void drop_first(struct ppar_run *run, struct child *child)
{
    struct waiting *waiting = child->first;
    child->first = waiting->next;
    free_waiting(run, waiting);
}

int order_advance(struct ppar_run *run)
{
    int merged = 0;
    struct child *child;
    while (!run->merge.here && !after_holds(run) && (child = find_turn(run)) != NULL) {
        struct waiting *waiting = child->first;
        if (waiting->fate != FATE_MERGED && after_is_due(run))
            break;
        run->merge.here = waiting->fate == FATE_HERE;
        if (run->merge.here)
            break;
        if (waiting->fate == FATE_MERGED)
            merge_waiting(run, waiting);
        else
            run->merge.next = waiting->range.last;
        drop_first(run, child);
        merged = 1;
    }
    return merged;
}

void order_ran_here(struct ppar_run *run)
{
    struct child *child = find_turn(run);
    run->merge.here = 0;
    run->merge.next++;
    drop_first(run, child);
    append_move(run);
}

uint64_t order_first_waiting(const struct ppar_run *run)
{
    uint64_t first = run->merge.limit, held;
    if (checkpoint_next(run) < first)
        first = checkpoint_next(run);
    for (unsigned k = 0; k < run->merge.count; k++) {
        const struct child *child = &run->merge.children[k];
        if (child->first != NULL && child->first->range.first < first)
            first = child->first->range.first;
        if (inbox_holds(child, &held) && held < first)
            first = held;
    }
    return first;
}

void order_discard(struct ppar_run *run, struct child *child)
{
    while (child->first != NULL)
        drop_first(run, child);
}
