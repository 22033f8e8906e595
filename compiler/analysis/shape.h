/*
 * The canonical form of a for statement: a counter that goes from a start to a bound by a constant
 * amount. Recognised from the header alone; that the body changes neither counter nor bound is for
 * others to show.
 */
#ifndef PPCC_SHAPE_H
#define PPCC_SHAPE_H

#include "../model.h"

/* What keeps a header from being canonical, in the user's terms. */
struct shape_problem {
    struct place place;
    unsigned end;
    const char *message;
};

/* Returns whether STMT, a for statement, is canonical, and then fills SHAPE; else PROBLEM. */
bool shape_find(const struct stmt *stmt, struct loop_shape *shape, struct shape_problem *problem);

/* The same for a loop inside, whose header may do more: set or step other variables, too. SHAPE has
 * no start: the counter's value when the loop begins is that. */
bool shape_find_inner(const struct stmt *stmt, struct loop_shape *shape);

/* Whether C defines what becomes of a counter that is moved beyond the values of its type. */
bool shape_wraps(const struct loop_shape *shape, bool wraps_signed);

/* Whether the counter always comes to its bound, if need be by wrapping round: != and single steps,
 * in an unsigned type. */
bool shape_goes_round(const struct loop_shape *shape);

/* E without the conversions around it that keep every value of an integer. */
const struct expr *strip_widening(const struct expr *e);

/* The value of an integer constant expression that is a literal, with signs, conversions, sums and
 * products around it. */
bool constant_value(const struct expr *e, int64_t *value);

#endif
