/*
 * Statements that fold a value into a variable: x += e, x = x * e, if (e > m) m = e, m = fmax(m,
 * e). Recognised by their form; that the variable is used in no other way is for the roles to show.
 */
#ifndef PPCC_UPDATE_H
#define PPCC_UPDATE_H

#include "../model.h"

enum { UPDATE_MORE = 8 };

struct update {
    enum reduction op;
    struct expr *target;  /* x */
    struct expr *operand; /* e; NULL: the constant 1 */
    bool is_exact;        /* folding e into any value of x gives the bits that folding it into the
                             identity and the result into x gives */
    bool by_function;     /* fmax or fmin */
    bool is_lazy;         /* x && e, x || e: C evaluates e only when x does not decide */
    struct expr *more[UPDATE_MORE]; /* further operands, of x = x + e + f on integers */
    size_t more_count;
    bool takes_equal; /* a maximum or minimum: e == x makes it e, too */
};

/* Whether E, an assignment, a compound assignment or a step, is an update. */
bool update_match(const struct expr *e, struct update *update);

/* Whether STMT, an if statement, is a maximum or minimum. */
bool update_match_if(const struct stmt *stmt, struct update *update);

/* Whether CONDITION, when true, chooses OPERAND over TARGET: target becomes the greater or the
 * smaller of the two. */
bool update_match_choice(struct expr *condition, struct expr *target, struct expr *operand,
                         struct update *update);

/* Whether two expressions are the same text in effect: no calls and no side effects, the same
 * operations on the same variables. */
bool expr_equal(const struct expr *a, const struct expr *b);

#endif
