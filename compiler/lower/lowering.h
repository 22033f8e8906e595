/*
 * What the files of the lowering share: one loop while its edits are made. lower.c drives, space.c
 * writes the iteration space, folds.c what reductions need.
 */
#ifndef PPCC_LOWERING_H
#define PPCC_LOWERING_H

#include "../buf.h"
#include "../stages.h"

struct lowering {
    const struct unit *unit;
    const struct loop *loop;
    struct arena *arena;
    struct edits *edits;
    struct buf text;
    const char *indent; /* of the loop, and of the blocks around it */
    const char *name;   /* of the struct ppar_loop */
};

/* Adds a line to the text, DEPTH steps further in than the loop. */
void line(struct lowering *l, unsigned depth, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void lower_edit(struct lowering *l, unsigned start, unsigned end, const char *text);

/* TEXT goes on with the statement that ends at END. */
void lower_edit_behind(struct lowering *l, unsigned end, const char *text);

/* The user's text. */
const char *slice(const struct lowering *l, unsigned start, unsigned end);
const char *expr_text(const struct lowering *l, const struct expr *e);

/* TEXT as a string literal; as an operand: in parentheses unless it is a single word. */
const char *quoted(struct arena *arena, const char *text);
const char *operand(const struct lowering *l, const char *text);

/* TEXT, which is E, as an operand; a word of another name than E's is a macro. */
const char *operand_of(const struct lowering *l, const struct expr *e, const char *text);

/* What is written next holds text that stands at PLACE in the user's file. */
void keep_line(struct lowering *l, const struct place *place);

/* ---- the iteration space (space.c) ---------------------------------------------------------- */

/* Whether a serial run needs the headers as the user wrote them: counters may go round before they
 * meet their bounds, or the loop may change a bound after all, which guards rule out. */
bool keeps_headers(const struct lowering *l);

/* The variable of the generated code that says whether the headers are those. */
#define OWN_HEADERS "ppar_own"

/* Declares the ends of the outermost loop's range. */
void write_bounds(struct lowering *l);

/* Tells the runtime how many iterations there are. Loops inside open blocks of their own. */
void write_range(struct lowering *l);

/* Declares where the chunk begins and ends. */
void write_chunk(struct lowering *l);

/* Makes the headers run through the chunk; BEFORE and HOOK go around the innermost loop's step. */
void write_headers(struct lowering *l, const char *before, const char *hook);

/* What stands between the parentheses of the header of LEVEL then, without ends of lines. */
const char *header_text(const struct lowering *l, unsigned level);

/* Counters that are declared before the loop get their last values; the blocks are closed. */
void write_last_counters(struct lowering *l);

/* What the analysis calls the counter of LEVEL in iteration NUMBER of the space; at the start. */
const char *value_at(const struct lowering *l, unsigned level, const char *number);
const char *first_value(const struct lowering *l, unsigned level);

const char *relation_text(enum op relation);

/* ---- workers that stay (views.c) --------------------------------------------------------------
 */

/* Declarations of the loop's block; registration, last; and what follows the call of ppar_chunk in
 * the condition of the loop over chunks. */
void views_declare(struct lowering *l);
void views_write(struct lowering *l);
const char *views_taken(const struct lowering *l);

/* ---- the expression of 'after' (after.c) ------------------------------------------------------
 */

/* Registration; in a chunk's block behind its declarations; what comes before the innermost loop's
 * step, "" for nothing. */
void after_register(struct lowering *l);
void after_write(struct lowering *l);
const char *after_step(const struct lowering *l);
/* ---- the key of a log (inputs.c) --------------------------------------------------------------
 */

/* Registration, last: what the loop reads that was there before it. */
void inputs_write(struct lowering *l);

/* ---- random numbers (random.c) --------------------------------------------------------------
 */

/* Declarations of the loop's block; behind them; declarations of a chunk's block; behind those;
 * what comes behind the innermost loop's step; behind the loop. */
void random_declare(struct lowering *l);
void random_begin(struct lowering *l);
void random_declare_in_chunk(struct lowering *l);
void random_begin_chunk(struct lowering *l);
const char *random_step(struct lowering *l);
void random_finish(struct lowering *l);

/* ---- early end (leave.c) --------------------------------------------------------------------
 */

/* Declarations of the loop's block; behind them; declarations of a chunk's block; what comes behind
 * the innermost loop's step; behind the loop over the chunk, where STEP, which follows that step
 * otherwise, is made up for; behind everything else. */
void leave_declare(struct lowering *l);
void leave_begin(struct lowering *l);
void leave_declare_in_chunk(struct lowering *l);
const char *leave_step(struct lowering *l);
void leave_end_loop(struct lowering *l, const char *step);
void leave_finish(struct lowering *l);

/* The return statements of the body. */
void leave_edit_body(struct lowering *l);
/* ---- numbers of iterations (number.c) ---------------------------------------------------------
 */

/* Declaration of the loop's block; where a chunk begins; what comes behind the innermost loop's
 * step; behind the loop. */
void number_declare(struct lowering *l);
void number_begin_chunk(struct lowering *l);
const char *number_step(const struct lowering *l);
void number_finish(struct lowering *l);

/* ---- reductions (folds.c) ------------------------------------------------------------------- */

/* Declarations of the loop's block; registration; before the first chunk, also where nothing is
 * registered; around each chunk; behind the loop. */
void folds_declare(struct lowering *l);
void folds_register(struct lowering *l);
void folds_start(struct lowering *l);
void folds_begin_chunk(struct lowering *l);
void folds_end_chunk(struct lowering *l);
void folds_finish(struct lowering *l);

/* Whether something is copied around each chunk. */
bool folds_are_copied(const struct lowering *l);

/* Whether variables that others can see are among the accumulators that are copied. */
bool folds_hide_static(const struct lowering *l);

/* Declarations of a chunk's block, and what follows its loop before anything else. */
void folds_declare_in_chunk(struct lowering *l);
void folds_leave_chunk(struct lowering *l);

/* What comes behind the innermost loop's step; "" for nothing. */
const char *folds_step(struct lowering *l);

/* The edits inside of the body. */
void folds_edit_body(struct lowering *l);

#endif
