/* From the updates of an object to the fold that combines the chunks' parts. */
#ifndef PPCC_FOLD_H
#define PPCC_FOLD_H

#include "depend.h"
#include "plan.h"

/* The reduction clause that names OBJECT, or NULL. */
const struct clause *reduction_clause(const struct loop *loop, const struct object *object);

/* Fills FOLD for an object whose every access is an update (USE->only_updates). Returns false after
 * adding a reason. */
bool fold_find(struct loop *loop, const struct use *use, struct fold *fold);

#endif
