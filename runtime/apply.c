/*
 * A record into the parent's memory. Everything in it has been checked (wire.c).
 *
 * What the worker may not have written is changed only where a page of it differs: it may lie in
 * memory that is not writable here, such as a string literal that some branch of the body would
 * never have touched.
 */
#include "apply.h"
#include "append.h"
#include "replay.h"
#include "verify.h"

#include <stdint.h>
#include <string.h>

#define PAGE 4096 /* no page is smaller */

/* A page one byte of which has to change can be written as a whole. */
static void copy_differing(char *to, const char *from, size_t length)
{
    while (length > 0) {
        size_t rest = PAGE - (uintptr_t)to % PAGE;
        size_t size = length < rest ? length : rest;
        if (memcmp(to, from, size) != 0)
            memcpy(to, from, size);
        to += size;
        from += size;
        length -= size;
    }
}

const char *apply_data(struct ppar_run *run, const struct record *record)
{
    const char *data = record->data;
    for (uint32_t k = 0; k < record->header.puts; k++) {
        struct wire_segment segment = wire_segment_get(record, k);
        char *to = output_address(&run->outputs[segment.output], segment.offset);
        if ((segment.flags & WIRE_MAYBE) != 0)
            copy_differing(to, data, segment.length);
        else
            memcpy(to, data, segment.length);
        data += segment.length;
    }
    return deep_unpack(run, record);
}

void apply_tail(struct ppar_run *run, const struct record *record)
{
    const struct wire_header *header = &record->header;
    signals_enter();
    if (header->kind == WIRE_EXIT) {
        run->merge.exit = (struct exit_call){.happened = 1, .status = header->status};
    } else {
        reduce_fold(&run->reductions, record->parts, header->last - header->first);
        notes_fold(&run->replays, record->notes, header->notes);
    }
    if (header->kind == WIRE_LEFT)
        run->merge.left = (struct early_end){.way = header->status, .k = header->last - 1};
    append_move(run);
    replay_record(record, run->wide);
    verify_printed(record);
    signals_leave();
}

size_t apply_tail_length(const struct record *record)
{
    return (size_t)(record->end - record->events);
}
