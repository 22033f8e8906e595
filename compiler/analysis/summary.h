/*
 * What a call of a function does, taken as a whole: which memory it reads and writes, whatever the
 * order and the conditions. The walk (walk.h) uses it where it cannot go into a call because it is
 * in it already: recursion.
 *
 * Everything is an upper bound. Memory that begins to exist with the call (its automatic variables,
 * what it allocates) is left out, also where a callee is handed a pointer to it. Whoever takes a
 * summary has to take "unknown" for all memory whose address can be known anywhere: what is reached
 * through a pointer that was loaded from memory is unknown, also when that memory belongs to an
 * argument.
 */
#ifndef PPCC_SUMMARY_H
#define PPCC_SUMMARY_H

#include "../buf.h"
#include "../diag.h"
#include "targets.h"

/* Why a function must not be called in an iteration. */
struct summary_reason {
    enum diag_id id;
    struct place place;
    const char *message;
};

/* In the masks, bit k stands for parameter k. The memory of a parameter is the whole object that
 * its value, or a pointer inside of it when it is a record, points into. */
struct summary {
    uint64_t params_read, params_written;
    uint64_t params_freed; /* may free that memory: the caller must own it */
    uint64_t params_kept;  /* the pointer may be stored somewhere and outlive the call there */
    uint64_t params_given; /* pointers, also to memory of the iteration's own, may be stored in that
                              memory */
    bool stores_pointers;  /* the same for variables of static storage and unknown memory */
    LIST_OF(struct var *) reads, writes; /* variables of static storage, by id */
    bool reads_unknown, writes_unknown;
    LIST_OF(const char *) states_read, states_written; /* of the library, as in effects.h */
    bool prints;                                       /* to stdout */
    bool may_exit;                                     /* may end the program */
    bool reads_world, changes_world; /* clocks, files by their name, other programs */
    bool returns_fresh;    /* a block that nothing else points to, from its start, or null */
    struct targets result; /* where the returned value, or a pointer in it, may point */
    LIST_OF(struct summary_reason) reasons; /* not empty: it must not be called. The first few */
};

/* Fills the summary of each function that has a body. */
void summarise(struct unit *unit);

bool summary_reads_param(const struct summary *summary, size_t index);
bool summary_writes_param(const struct summary *summary, size_t index);
bool summary_frees_param(const struct summary *summary, size_t index);
bool summary_keeps_param(const struct summary *summary, size_t index); /* from 64 on: true */

/* Whether FUNCTION is an allocator, of the library or of the unit: its result is null or the start
 * of a block that did not exist before the call and that nothing but the result points to. */
bool function_returns_fresh(const struct function *function);

/* Of the call expression CALL: whether the pointer passed as argument INDEX may live on somewhere
 * when the call is over, its result apart; whether the result may point to the same object. */
bool call_keeps_argument(const struct expr *call, size_t index);
bool call_returns_argument(const struct expr *call, size_t index);

/* The summary of FUNCTION on one line, for --dump=effects and for tests:
 * "reads *a, table; writes *b, unknown memory; prints". */
void summary_write(struct buf *out, const struct function *function);

#endif
