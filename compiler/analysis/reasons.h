/*
 * Why a loop is rejected: messages with their notes and remedies.
 */
#ifndef PPCC_REASONS_H
#define PPCC_REASONS_H

#include "../model.h"

/* Adds a reason with a message to the loop, unless it has the same one at the same place, and
 * returns it for notes. It may move when another one is added. */
struct reason *add_reason(struct loop *loop, enum diag_id id, const struct place *place,
                          unsigned end, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

bool same_place(const struct place *a, const struct place *b);

/* The reason with that message, wherever; NULL: there is none. */
struct reason *find_reason(struct loop *loop, enum diag_id id, const char *message);

/* Adds a note to the reason, once. Without a place (NULL) it is a remedy, and stands at the pragma.
 */
void add_note(struct loop *loop, struct reason *reason, const struct place *place, unsigned end,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Adds a fix-it for the user to choose: CLAUSE at the end of the loop's pragma, where that can be
 * told. */
void add_clause(struct loop *loop, struct reason *reason, const char *clause);

/* Brings the reasons into the order of their places, the file of the loop last, and the remedies
 * among their notes behind the others. */
void sort_reasons(struct loop *loop);

#endif
