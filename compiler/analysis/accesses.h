/*
 * The memory that an item of a pragma means, x or a[first : count], and statements that read or
 * write it.
 */
#ifndef PPCC_ACCESSES_H
#define PPCC_ACCESSES_H

#include "build.h"

/* The memory of one item: OBJECT, or COUNT elements from BASE on; COUNT NULL: any number, in both
 * directions. All are evaluated when the function is called. */
struct listed {
    struct expr *object;
    struct var *base;
    struct var *count;
};

/* The address at which ITEM, which is base[first : count], begins, and its count. False: it makes
 * no sense, and that was reported. */
bool listed_bounds(struct builder *b, const struct clause_item *item, struct expr **address,
                   struct expr **count);

/* AT's value as an address of something that has a size: bytes, where that is not known and is not
 * needed to count elements. */
struct expr *listed_address(struct builder *b, const struct clause_expr *at, bool counts);

/* The statement that reads LISTED, or writes it, element by element. NULL: its size is unknown. */
struct stmt *listed_access(struct builder *b, const struct listed *listed, bool writes);

bool expr_is_place(const struct expr *e);
bool expr_has_address(const struct expr *e);
bool type_is_constant(const struct type *type); /* or its elements are */

#endif
