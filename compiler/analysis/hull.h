/*
 * Between which bytes of an object all accesses of a loop lie, as values that are known where the
 * loop starts.
 */
#ifndef PPCC_HULL_H
#define PPCC_HULL_H

#include "trace.h"

/* The lowest byte is at the least of LOWS, the highest before the greatest of HIGHS. Every access
 * lies between; not every byte between is accessed. Both lists have at least one value, and their
 * values depend on symbols alone. */
struct hull {
    LIST_OF(const struct poly *) lows, highs;
};

/* The hull of all accesses to OBJECT in a loop that has at least one iteration; false: not known.
 */
bool hull_find(struct trace *trace, const struct object *object, struct hull *hull);

/* What of an access is bounded: from LOW to before HIGH. */
typedef void hull_part(struct trace *trace, const struct access *access, const struct poly **low,
                       const struct poly **high);

/* The same for some part of what the accesses are. */
bool hull_find_part(struct trace *trace, const struct object *object, hull_part *part,
                    struct hull *hull);

/* The same for a value that arises in CONTEXT: its least and its greatest are among the lists. */
bool hull_of_value(struct trace *trace, const struct context *context, const struct poly *value,
                   struct hull *hull);

#endif
