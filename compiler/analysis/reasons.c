/*
 * A reason is made with its message, and gets notes and fix-its afterwards.
 */
#include "reasons.h"

#include "trace.h"

struct reason *add_reason(struct loop *loop, enum diag_id id, const struct place *place,
                          unsigned end, const char *format, ...)
{
    struct arena *arena = loop->trace->arena;
    va_list args;
    va_start(args, format);
    struct reason reason = {.id = id, .place = *place, .end = end};
    reason.message = arena_vprintf(arena, format, args);
    va_end(args);
    LIST_PUSH(arena, loop->reasons, reason);
    return &loop->reasons.items[loop->reasons.count - 1];
}

void add_note(struct loop *loop, struct reason *reason, const struct place *place, unsigned end,
              const char *format, ...)
{
    struct arena *arena = loop->trace->arena;
    va_list args;
    va_start(args, format);
    struct diag_note note = {.end = end, .message = arena_vprintf(arena, format, args)};
    va_end(args);
    note.place = place ? *place : loop->pragma->place;
    LIST_PUSH(arena, reason->notes, note);
}
