/*
 * The stages between the frontend and the text, one call each; translate.c calls them in this
 * order. What they hand on is in model.h.
 */
#ifndef PPCC_STAGES_H
#define PPCC_STAGES_H

#include "buf.h"
#include "model.h"

#define ANALYSIS_LIMIT 1.0 /* seconds of processor time for a loop, by default */

/* The loop behind a `#pragma ppar for`; NULL, with diagnostics, when it is no canonical loop. */
struct loop *loop_model(struct unit *unit, struct pragma *pragma, struct diags *diags);

/* Stage effects: a summary for each function that the unit defines. */
void summarise(struct unit *unit);

/* Stages roles, depend, types and verdict: what becomes of the loop, and why. */
void analyse_loop(struct unit *unit, struct loop *loop);

/* Stage lower: the edits that make an accepted loop parallel. */
void lower_loop(const struct unit *unit, const struct loop *loop, struct edits *edits);

/* The same stage: the functions that pack and unpack the results of COUNT loops of the file. */
void lower_packers(const struct unit *unit, struct loop *const *loops, size_t count,
                   struct edits *edits);

/* Stage rewrite: the text of the unit with the edits made, beginning with a #line. */
void rewrite(const struct unit *unit, const struct edits *edits, struct buf *out);

#endif
