/*
 * Why a loop is rejected: messages with their notes.
 */
#ifndef PPCC_REASONS_H
#define PPCC_REASONS_H

#include "../model.h"

/* Adds a reason with a message to the loop, and returns it for notes. */
struct reason *add_reason(struct loop *loop, enum diag_id id, const struct place *place,
                          unsigned end, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Adds a note to the reason. Without a place (NULL) it is a remedy, and stands at the pragma. */
void add_note(struct loop *loop, struct reason *reason, const struct place *place, unsigned end,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
