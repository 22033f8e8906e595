/*
 * Rows behind a table of pointers: everything that the pointers point to is one object, in which
 * byte b of row k is at PITCH * k + b. The pitch is a symbol that stands for no number in the
 * analysis; at run time it is what ppar_output_rows returns.
 *
 *     m[i][j]             row i, byte 8 * j       (double **m)
 *     body[i].name[j]     row i, byte j           (struct { ...; char *name; } *body)
 *
 * Different rows are different bytes as long as they do not overlap, which guard_rows has tested
 * before the loop, and the loop does not change the table.
 */
#ifndef PPCC_ROWS_H
#define PPCC_ROWS_H

#include "trace.h"

/* The value of the pointer of TYPE that lies AT a place which differs between iterations. False:
 * it is not one of a table. */
bool rows_find(struct trace *trace, const struct pointer *at, struct type *type,
               struct pointer *value);

/* Whether the loop writes to the pointers, as far as the trace goes. */
bool rows_move(struct trace *trace, const struct object *rows);

/* Which byte of which row. */
struct row_place {
    const struct poly *row, *byte;
};

/* False: the two cannot be told. */
bool rows_split(struct arena *arena, const struct object *rows, const struct poly *offset,
                struct row_place *place);

/* Whether AT, if it is in some rows, says in which. */
bool rows_are_told(const struct pointer *at);

/* Where the pointer to the row lies, in the table. */
const struct poly *rows_pointer(struct arena *arena, const struct object *rows,
                                const struct poly *row);

/* C for all the rows that the loop touches, as a struct ppar_rows; NULL: they are not known before
 * the loop. */
const char *rows_text(struct loop *loop, const struct object *rows);

/* "the rows of m" */
const char *rows_name(struct arena *arena, const struct object *rows);

/* The guard that no two rows overlap; false: how far they reach is not known. */
bool guard_rows(struct loop *loop, const struct object *rows);

#endif
