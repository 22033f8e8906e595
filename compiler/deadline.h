/*
 * The end of the time that something has which may never end by itself: the reading of a file, the
 * analysis of a loop. The analysis looks at the clock between its questions to the integer library
 * (analysis/relation.h); the deadline is for the question that is being answered when the time is
 * up. A timer of the process's own time goes off then, and its handler has the library give up: the
 * question fails, as all later ones do, and what is not known is never taken for independent.
 *
 * A computation that does not notice that for DEADLINE_GRACE seconds ends the program with a
 * message.
 */
#ifndef PPCC_DEADLINE_H
#define PPCC_DEADLINE_H

#include <stdbool.h>

#define DEADLINE_GRACE 5.0 /* seconds of processor time */

struct isl_ctx;

/* The time is up after SECONDS of processor time from now. MESSAGE is what the program says when it
 * has to end; a very long one is cut off. There is one deadline at a time. */
void deadline_start(double seconds, const char *message);
void deadline_stop(void);

bool deadline_has_passed(void);

/* Questions are from now on asked of ISL. NULL: of nobody, as before it is freed. */
void deadline_watch(struct isl_ctx *isl);

#endif
