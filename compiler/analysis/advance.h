/*
 * Statements that write to the element which a counter numbers, and those that advance the counter.
 */
#ifndef PPCC_ADVANCE_H
#define PPCC_ADVANCE_H

#include "../ir.h"

/* The expressions that add one to a counter, and in no other way is it changed. */
struct increments {
    LIST_OF(const struct expr *) list;
};

bool is_one_of(const struct increments *increments, const struct expr *e);

/* Whether E adds 1 to an integer: n++, ++n, n += 1, n = n + 1. Its args[0] is the integer. */
bool is_increment(const struct expr *e);

/* Whether everything in ROOT that changes the pointer VAR by its name advances it by one. */
bool only_advances(struct stmt *root, const struct var *var);

/* The expression, without conversions that keep its value, that PLACE, which is assigned to, has
 * for the subscript of the outermost array, a[e][2].x or *(a + e). ELEMENT becomes the type of the
 * array's elements. NULL: PLACE has another form. */
const struct expr *subscript_of(const struct expr *place, const struct type **element);

/* The same for the pointer that PLACE follows: (*e).x[2]. */
const struct expr *pointer_of(const struct expr *place, const struct type **element);

/* Whether E is the expression of a statement of BODY. */
bool is_statement(const struct stmt *body, const struct expr *e);

/*
 * The increment that comes next behind the statement WRITE of BODY, provided that whenever WRITE
 * happens it does, too, that the counter is not advanced between, and that no jump leads into what
 * is between. NULL: there is none. *IS_SURE: and WRITE happens whenever the increment does.
 */
const struct expr *next_increment(const struct stmt *body, const struct expr *write,
                                  const struct increments *increments, bool *is_sure);

#endif
