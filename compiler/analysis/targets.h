/*
 * Where a pointer may point, seen from inside one function and without regard to order: the value
 * of an expression, or everything that a variable ever holds. A set only grows; empty is a null
 * pointer, an uninitialised one, or a value that holds no pointer.
 */
#ifndef PPCC_TARGETS_H
#define PPCC_TARGETS_H

#include "../ir.h"

struct targets {
    uint64_t params;              /* bit k: where parameter k, or a pointer in it, pointed when the
                                     function was called; anywhere in that object */
    LIST_OF(struct var *) vars;   /* variables of static storage, by id */
    LIST_OF(const char *) states; /* memory of the library, by the state's name (effects.h) */
    LIST_OF(const struct expr *) fresh; /* calls that allocate; each stands for all of its blocks */
    bool unknown;  /* anything whose address can be known somewhere, parameters' targets included */
    bool local;    /* automatic variables of the function */
    bool constant; /* string literals, functions, and other memory that nobody writes */
    bool inside;   /* some of the pointers may not be the start of their block */
};

/* Adds FROM to INTO; returns whether INTO grew. */
bool targets_join(struct arena *arena, struct targets *into, const struct targets *from);

/* The same for single members of the set. */
bool targets_add_param(struct targets *into, size_t index); /* from 64 on: unknown */
bool targets_add_var(struct arena *arena, struct targets *into, struct var *var);
bool targets_add_state(struct arena *arena, struct targets *into, const char *name);
bool targets_add_fresh(struct arena *arena, struct targets *into, const struct expr *call);

/* Whether all of it is memory that did not exist before the call, or that nobody writes. */
bool targets_are_own(const struct targets *targets);

/* Whether some allocation is in both. */
bool targets_share_fresh(const struct targets *a, const struct targets *b);

#endif
