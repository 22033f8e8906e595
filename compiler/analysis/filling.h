/*
 * What fills variables when they are first used (lazy.h): the bodies of the checks, and the
 * functions that only they call.
 */
#ifndef PPCC_FILLING_H
#define PPCC_FILLING_H

#include "../ir.h"

/* if (!flag) ...: statement number INDEX of FUNCTION's body. */
struct check {
    struct function *function;
    size_t index;
    struct stmt *stmt;
    struct var *flag;
};

struct filling {
    struct unit *unit;
    struct var *flag;
    LIST_OF(struct check) checks;
    LIST_OF(struct function *) functions; /* that belong to it, besides the checks' bodies */
    LIST_OF(struct var *) vars;           /* that it writes, of static storage */
    const struct check *check;            /* in whose body we are, or NULL */
    struct function *function;            /* whose body we are looking at */
    bool reads_vars;                      /* what it writes depends on what the variables were */
    bool has_failed, found_part;
};

/* Finds what belongs to the filling whose flag and checks are given, and whether it computes the
 * same at any time, in any copy of the variables: then HAS_FAILED stays false. */
void filling_examine(struct filling *filling);

/* Whether the filling writes VAR. */
bool is_filled(const struct filling *filling, const struct var *var);

/* Whether FUNCTION belongs to the filling. */
bool is_filler(const struct filling *filling, const struct function *function);

/* Whether STMT is VAR = e, and e does not depend on VAR. */
bool stmt_sets(const struct stmt *stmt, const struct var *var);

#endif
