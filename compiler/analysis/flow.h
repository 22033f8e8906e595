/*
 * Which functions the value of an expression may designate: everything that is ever stored where it
 * is read from, whatever the order and the conditions.
 */
#ifndef PPCC_FLOW_H
#define PPCC_FLOW_H

#include "../ir.h"

/* An expression, and in whose body it stands. */
struct spot {
    const struct function *function;
    struct expr *expr;
};

/* Where values that may be functions go, in all bodies of a program. */
struct flows {
    struct unit *unit;
    LIST_OF(struct spot) assignments; /* also of records; '++' and '+=' of function pointers */
    LIST_OF(struct spot) calls;       /* direct ones */
    LIST_OF(struct spot) returns;
    LIST_OF(struct spot) indirect;    /* calls through expressions */
    LIST_OF(struct spot) conversions; /* casts that make pointers to functions of something else */
    bool has_declared;                /* the bodies of some functions only stand for others */
};

struct callees {
    bool is_unknown; /* there may be others */
    LIST_OF(struct function *) list;
};

void flows_collect(struct flows *flows, struct unit *unit);

/* The functions that E, a pointer to a function, may designate; null pointers are left out. */
struct callees flows_find(const struct flows *flows, struct expr *e);

#endif
