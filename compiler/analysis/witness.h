/*
 * Reasons with evidence: which two iterations collide, where, and what the source says there.
 */
#ifndef PPCC_WITNESS_H
#define PPCC_WITNESS_H

#include "depend.h"

/* Adds the reason that the use's writer reaches its reader in a later iteration. */
void report_flow(struct loop *loop, const struct use *use);

/* Adds the reason that two objects may be the same memory. */
void report_rows(struct loop *loop, const struct use *use);
void report_overlap(struct loop *loop, const struct use *one, const struct use *two);

/* Adds the reason that a write goes to memory of which nothing is known. */
void report_unknown_write(struct loop *loop, const struct use *use);

/* Adds a reason with a message to the loop, and returns it for notes. */
struct reason *add_reason(struct loop *loop, enum diag_id id, const struct place *place,
                          unsigned end, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Adds a note to the reason. Without a place (NULL) it is a remedy, and stands at the pragma. */
void add_note(struct loop *loop, struct reason *reason, const struct place *place, unsigned end,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Whether the programmer vouched for the object with independent(...); then this is noted. */
bool is_vouched_independent(struct loop *loop, const struct object *object);

#endif
