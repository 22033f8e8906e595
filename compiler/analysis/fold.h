/* From the updates of an object to the fold that combines the chunks' parts. */
#ifndef PPCC_FOLD_H
#define PPCC_FOLD_H

#include "depend.h"
#include "plan.h"

enum { MAX_HISTOGRAM = 1 << 20 }; /* bytes of elements: every chunk sends all of them */

/* The reduction clause that names OBJECT, or NULL. */
const struct clause *reduction_clause(const struct loop *loop, const struct object *object);

/* Memory whose elements are folded, behind a pointer: COUNT elements of SIZE bytes from BASE on,
 * which is FIRST elements behind the pointer. */
struct fold_section {
    const char *base, *first, *count; /* C */
    bool is_small;                    /* for certain */
    bool is_block;                    /* all of a block; else the section that a clause names */
};

/* Finds how far OBJECT, behind a pointer, reaches, with elements of SIZE bytes. */
bool fold_section_find(const struct loop *loop, const struct object *object, int64_t size,
                       struct fold_section *section);

/* Adds the remedy to REASON that the order of USE's updates may be given up, as a fix-it where the
 * clause can name the object. */
void offer_reassociation(struct loop *loop, struct reason *reason, const struct use *use);

/* How many elements there are is the programmer's word, so there is no text to insert. */
void offer_section(struct loop *loop, struct reason *reason, const struct use *use);

/* Fills FOLD for an object whose every access is an update (USE->only_updates). Returns false after
 * adding a reason. */
bool fold_find(struct loop *loop, const struct use *use, struct fold *fold);

#endif
