/*
 * What pointers there are in memory of the iteration's own: in blocks that it allocates, and in its
 * variables. This memory is not traced, so what is loaded from it is told by its type and the
 * member's name alone.
 */
#ifndef PPCC_OWN_H
#define PPCC_OWN_H

#include "walk.h"

/* What may lie in own memory in pointers to one type. Null pointers may in any case. */
enum own_held {
    OWN_BLOCK = 1,   /* the start of a block that the iteration allocates */
    OWN_INSIDE = 2,  /* some other place of its own memory */
    OWN_LITERAL = 4, /* a string literal */
    OWN_OUTER = 8,   /* anything else */
    OWN_FREED = 16,  /* a block that the iteration may free */
};

/* Notes that VALUE goes to own memory as a TYPE; to FIELD of some structure, unless that is NULL.
 */
void own_store(struct walker *walker, const struct type *type, const struct field *field,
               const struct value *value);

/* Notes that OBJECT, own memory, may be freed; IS_REPLACED: and that the pointers to it get another
 * value. */
void own_free(struct walker *walker, struct object *object, bool is_replaced);

/* Notes that a call of the library's may copy bytes from where its COUNT arguments point. */
struct library_function;
void own_call(struct walker *walker, const struct library_function *entry, const struct value *args,
              size_t count);

/* What a load of TYPE from own memory yields, by the lvalue AT; NULL: of a variable, or element. */
struct value own_load(struct walker *walker, struct type *type, const struct expr *at);

/* Whether VALUE is a pointer to own memory or null; to the start of a block or null. */
bool value_is_own(const struct walker *walker, const struct value *value);
bool value_is_block(const struct walker *walker, const struct value *value);

/* What VALUE, a pointer, is, of enum own_held; 0: null. */
unsigned own_kind(const struct walker *walker, const struct value *value);

/* Some pointer to own memory; IS_BLOCK: to the start of a block. */
struct value own_anywhere(struct walker *walker, bool is_block);

/* Of enum own_held, at the end of the walk: in pointers to TARGET; in those that are FIELD of some
 * structure, unless that is NULL. */
unsigned own_holds(const struct trace *trace, const struct type *target, const struct field *field);

/* Stands for places that are no fields: elements of blocks and of arrays, variables. */
extern const struct field own_element;

/* The same in any pointer of a union, as one of which another one may be loaded. */
unsigned own_union_holds(const struct trace *trace, const struct type *type);

/* Notes that a function which is not followed may store pointers in own memory. */
void own_lose(struct walker *walker);

/* The field of a structure that the lvalue E designates, or own_element; NULL: any of them. */
const struct field *own_field(const struct expr *e);

/* Notes that the address of E is taken. */
void own_address(struct walker *walker, const struct expr *e);

/* Notes that E is converted to TYPE: a pointer to a structure may become one to a pointer in it,
 * and a number may lead anywhere. */
void own_cast(struct walker *walker, const struct expr *e, const struct type *type);

/* Whether a TYPE holds pointers. */
bool type_holds_pointer(const struct type *type);

#endif
