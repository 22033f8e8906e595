/* ppcc --explain ID */
#ifndef PPCC_EXPLAIN_H
#define PPCC_EXPLAIN_H

#include "arena.h"

/* Prints what the diagnostic ID means; for an unknown one, or NULL, all ids there are, with the
 * nearest first. Returns the exit status. */
int explain(struct arena *arena, const char *id);

#endif
