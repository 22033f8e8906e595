/*
 * From a write access to the put that sends what it wrote.
 */
#ifndef PPCC_SECTION_H
#define PPCC_SECTION_H

#include "plan.h"

/*
 * Fills PUT for the write ACCESS (all but its output). Returns false when the bytes cannot be told
 * from the counter and invariant values. PUT->is_maybe tells whether bytes that were not written
 * are among them.
 */
/* Folds the loops of a put whose run has grown. */
void section_refold(struct trace *trace, struct put *put);

bool section_find(struct trace *trace, const struct access *access, struct put *put);

#endif
