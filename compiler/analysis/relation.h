/*
 * The trace as sets and relations of integers (isl). isl's types stay in the files that include
 * this header.
 *
 * An instance of an access is a vector: the counters of the trace's levels first, then the counters
 * of the loops inside that hold the access, from the outside in, then the opaque values that its
 * address and its conditions depend on. Symbols are parameters. An access becomes a relation from
 * its instances to the elements that it touches.
 *
 * Every function here answers "not known" by NULL or false: when a value is not affine, when isl
 * fails or takes too long. Not known never means independent.
 */
#ifndef PPCC_RELATION_H
#define PPCC_RELATION_H

#include "trace.h"

#include <isl/ctx.h>
#include <isl/map.h>
#include <isl/set.h>

enum { MAX_DIMS = 32 };

/* Which dimension of a vector stands for which atom. A dimension may stand for no atom's current
 * value, e.g. for an earlier iteration of a loop. */
struct instance {
    struct trace *trace;
    unsigned count;  /* dimensions of the vector */
    unsigned mapped; /* entries below */
    struct atom *atoms[MAX_DIMS];
    unsigned dims[MAX_DIMS];
    bool failed; /* too many dimensions */
};

/* Adds a dimension for ATOM, and lets ATOM mean it from now on. */
void instance_add(struct instance *instance, struct atom *atom);
bool instance_has(const struct instance *instance, const struct atom *atom);
/* Adds a dimension for each opaque atom in VALUE that has none. */
void instance_add_opaque(struct instance *instance, const struct poly *value);

/* The atom that numbers the iterations of a loop inside. */
struct atom *loop_atom(const struct inner_loop *loop);

/* The vector of an access that happens in CONTEXT, at an address and with a length that depend on
 * the two values (NULL: on nothing). */
struct instance instance_of(struct trace *trace, struct context *context, const struct poly *offset,
                            const struct poly *length);

/* VALUE over the vectors of INSTANCE. NULL when it is not affine. */
isl_pw_aff *affine_value(const struct instance *instance, const struct poly *value);

/* All vectors, restricted by the types' ranges and by the range of the annotated loop. */
isl_set *instance_universe(const struct instance *instance);

/* SET, restricted to the values that the types of VALUE's symbols allow. */
isl_set *restrict_to_symbols(const struct instance *instance, __isl_take isl_set *set,
                             const struct poly *value);

/* SET, restricted by the links of CONTEXT down to, without, OUTER. *EXACT becomes false when a link
 * is not known or not affine and is left out. */
isl_set *restrict_to_context(const struct instance *instance, __isl_take isl_set *set,
                             const struct context *context, const struct context *outer,
                             bool *exact);

/* ---- elements ------------------------------------------------------------------------------- */

/*
 * How the bytes of an object are numbered. When the strides are constants, an element is one
 * number, the byte offset divided by unit. Where offsets hold products with symbols (img[y * w +
 * x]), an element is a vector: one number for each symbolic stride, from the largest down, and the
 * rest. The layout is only used when every access's rest stays within its stride, so that different
 * vectors are different bytes.
 */
enum { MAX_STRIDES = 3 };

struct stride {
    int64_t coefficient;
    unsigned degree; /* symbols in the product */
    struct atom *symbols[POLY_MAX_DEGREE];
};

struct layout {
    unsigned count; /* symbolic strides */
    struct stride strides[MAX_STRIDES];
    int64_t unit; /* bytes: all constants, coefficients and lengths are multiples of it */
};

/* What a layout takes for granted: VALUE is never below 0 in CONTEXT. */
struct assumption {
    struct context *context;
    const struct poly *value;
};

struct assumptions {
    LIST_OF(struct assumption) list;
};

/* The layout in which all accesses to OBJECT can be told apart, or false. Accesses at an unknown
 * offset are left out: they are everywhere in any layout. What cannot be proven is added to
 * ASSUMPTIONS; with NULL nothing is assumed. */
bool find_element_layout(struct trace *trace, const struct object *object, struct layout *layout,
                         struct assumptions *assumptions);

/* The elements that an access at OFFSET of LENGTH bytes touches, from vectors of INSTANCE. An
 * unknown offset is everywhere, an unknown length goes on to the end. *KNOWN: the offset could be
 * told. */
isl_map *elements_of(const struct instance *instance, const struct layout *layout,
                     const struct poly *offset, const struct poly *length, bool *known);

/* ---- queries -------------------------------------------------------------------------------- */

/* The processor time of this process so far. */
double seconds_used(void);

/* Whether the analysis of the loop has taken too long. */
bool query_is_late(struct trace *trace);

/* Whether at least half of the time is left, for what only makes a message better. */
bool query_has_time(const struct trace *trace);

/* Start a query with a fresh quota and no error. */
void query_begin(struct trace *trace);

/* Whether VALUE lies in the range of TYPE in every instance of CONTEXT. False when not known. */
bool value_fits(struct trace *trace, struct context *context, const struct poly *value,
                const struct type *type);

/* Whether 0 <= VALUE in every instance of CONTEXT. False when not known. */
bool value_is_natural(struct trace *trace, struct context *context, const struct poly *value);

#endif
