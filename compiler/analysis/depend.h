/*
 * The dependence test. For each object that the loop writes, which pairs of an earlier and a later
 * iteration meet in it:
 *
 *   flow    the earlier one writes an element that the later one reads before it writes it itself
 *   anti    the earlier one reads an element that the later one writes
 *   output  both write an element
 *
 * Only flow dependences keep iterations from running side by side. Anti and output dependences say
 * how results have to be merged.
 */
#ifndef PPCC_DEPEND_H
#define PPCC_DEPEND_H

#include "relation.h"

/* A write that may reach a read in a later iteration. */
struct flow {
    const struct access *write, *read;
    bool write_known, read_known; /* the address can be told */
};

/* What a loop does with one object. Updates of reductions are left out. The maps go from earlier to
 * later iterations; NULL: not known, and then the flag is set. */
struct use {
    struct object *object;
    bool is_read, is_written;
    bool is_lost;    /* rows of which it is not known which are touched; this has been reported */
    bool is_exposed; /* an iteration may read a value from before it */
    bool has_layout;
    struct layout layout;
    bool flow, anti, output; /* there may be such pairs */
    isl_map *flow_pairs, *anti_pairs, *output_pairs;
    bool is_vouched; /* by the programmer, independent(...), and it was needed */
    const struct reduction_update *update; /* one of the updates of the object, or NULL */
    bool only_updates;                     /* and it is accessed in no other way: a reduction */
    bool same_place;                       /* at one place, the same in all iterations */
    bool sums_elements;                    /* it would be a reduction with a clause for it */
    bool lacks_section;                    /* the same, with one that says how many elements */
    LIST_OF(struct flow) flows;            /* in the order of the reads; empty: not known */
    bool is_appended; /* it is an array that iterations append to, or a counter of one (append.h) */
    const struct partition *partition; /* a guard sees to it that iterations have parts of their
                                          own; NULL: none */
};

struct dependences {
    struct trace *trace;
    LIST_OF(struct use) uses; /* one for each object, in order of appearance */
};

/* Tests every object, and adds to REASONS of the loop a reason for each read that a flow dependence
 * reaches and for each pair of objects that may overlap where one is written. Objects in the
 * loop's trusted list are tested, but give no reasons. */
struct dependences *depend(struct loop *loop);

void dependences_release(struct dependences *dependences);

/* Whether WRITE, a write of USE's object as it is in the trace or with another context, may touch
 * an element that another iteration writes. */
bool write_may_share(struct trace *trace, const struct use *use, const struct access *write);

struct use *find_use(const struct dependences *dependences, const struct object *object);

#endif
