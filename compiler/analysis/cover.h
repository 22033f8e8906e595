/*
 * Which reads see a value from before the iteration.
 */
#ifndef PPCC_COVER_H
#define PPCC_COVER_H

#include "relation.h"

/* The elements that ACCESS touches, from its vectors, in the layout of its object. */
isl_map *touched_elements(struct trace *trace, const struct layout *layout,
                          const struct access *access, bool *known);

/* Those elements of READ that no earlier write of the same iteration surely has written. */
isl_map *exposed_elements(struct trace *trace, const struct layout *layout,
                          const struct access *read, bool *known);

/* Whether WRITE leaves no byte of its range as it was, for an iteration's own later reads. */
bool write_is_whole(const struct access *write);

#endif
