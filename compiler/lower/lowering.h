/*
 * The inside of lowering: one loop while its edits are made. lower.c drives, folds.c writes what
 * reductions need.
 */
#ifndef PPCC_LOWERING_H
#define PPCC_LOWERING_H

#include "../buf.h"
#include "../model.h"

#include <stdarg.h>

struct lowering {
    const struct unit *unit;
    const struct loop *loop;
    struct arena *arena;
    struct edits *edits;
    struct buf text;
    const char *indent; /* of the loop */
    const char *name;   /* of the struct ppar_loop */
};

/* A line of C, DEPTH levels in from the loop, to the end of l->text. */
void lower_line(struct lowering *l, unsigned depth, const char *format, va_list args);

void lower_edit(struct lowering *l, unsigned start, unsigned end, const char *text);

/* TEXT goes on with the statement that ends at END. */
void lower_edit_behind(struct lowering *l, unsigned end, const char *text);

/* folds.c: declarations of the loop's block; registration; around each chunk; behind the loop. */
void folds_declare(struct lowering *l);
void folds_register(struct lowering *l);
void folds_begin_chunk(struct lowering *l);
void folds_end_chunk(struct lowering *l);
void folds_finish(struct lowering *l);

/* The edits inside of the body. */
void folds_edit_body(struct lowering *l);

#endif
