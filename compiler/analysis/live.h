/*
 * Whether a variable still matters behind a loop.
 */
#ifndef PPCC_LIVE_H
#define PPCC_LIVE_H

#include "../ir.h"

/*
 * Whether, on some path from the end of LOOP, a statement anywhere in FUNCTION's body, the
 * automatic VAR may be read before it is written whole. LOOP_READS says whether LOOP itself, its
 * header included, may read what VAR held before it; that counts where another round of an
 * enclosing loop comes back to it. A variable that is declared in LOOP is dead behind it.
 *
 * Needs the summaries, for functions that are lent VAR's address. Clauses of other loops are no
 * part of the body: whether one of them names VAR is for the caller to see.
 */
bool var_is_live_after(const struct function *function, const struct stmt *loop,
                       const struct var *var, bool loop_reads);

#endif
