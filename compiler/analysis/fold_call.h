/*
 * Folds by a function of the user's, which reduction(f : x) names:
 *
 *     x = f(x, e);    f(&x, e);    f(&x, &e);
 *
 * A worker notes the part, e, and the parent makes the call.
 */
#ifndef PPCC_FOLD_CALL_H
#define PPCC_FOLD_CALL_H

#include "../model.h"

struct fold_call {
    struct function *function;
    struct expr *target;  /* x */
    bool by_address;      /* f(&x, ...): the function changes x itself */
    struct expr *part;    /* the second argument */
    bool part_by_address; /* it points to the part */
    struct type *part_type;
};

/* Whether the statement E is such a call. */
bool fold_call_match(struct arena *arena, const struct expr *e, struct fold_call *call);

/* Whether the target is ITEM, as a clause names it, or an element of it; or what ITEM, a pointer,
 * points to. */
bool fold_call_is_into(const struct fold_call *call, const struct expr *item);

/* Why calls of the function cannot be left to the parent; NULL: they can. What it reads besides its
 * arguments is for the caller to look at. */
const char *fold_call_obstacle(const struct unit *unit, const struct fold_call *call);

/* The function that CLAUSE names; NULL: it names none. */
struct function *clause_function(const struct clause *clause);

#endif
