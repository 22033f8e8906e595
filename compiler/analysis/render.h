/*
 * Objects, places and values as C: for messages, and for generated code.
 */
#ifndef PPCC_RENDER_H
#define PPCC_RENDER_H

#include "trace.h"

/* Whether another local variable of FUNCTION has the name of VAR, and may hide it. */
bool name_is_shared(const struct function *function, const struct var *var);

/* VAR's name, when it means VAR at the place of ROOT in FUNCTION; else NULL. */
const char *var_text(struct arena *arena, const struct function *function, const struct stmt *root,
                     const struct var *var);

/* The lvalue of TYPE at OFFSET bytes in the object, as generated code can say it; NULL when it
 * cannot. TYPE NULL: whatever lies there. */
const char *location_text(struct arena *arena, const struct object *object,
                          const struct poly *offset, const struct type *type);

/* The same for messages: never NULL, and as close as it gets. */
const char *location_name(struct arena *arena, const struct object *object,
                          const struct poly *offset, const struct type *type);

/* E as it is written in the main file of UNIT; NULL where that is long, or not there. */
const char *source_text(const struct unit *unit, const struct expr *e);

/* VALUE for messages, with the counters' own names. NULL when some atom has no text. */
const char *poly_name(struct arena *arena, const struct poly *value);

/* What generated code calls the counter of a level: ppar_i, ppar_i2, ... */
const char *counter_name(struct arena *arena, unsigned level);

/* VALUE as a C expression of type long long, with counters of levels called so, and the counters of
 * loops inside ppar_k1, ppar_k2, ... by depth. NULL when some atom has no text. */
const char *poly_text(struct arena *arena, const struct poly *value);

/* C for a number's TYPE, wherever in the program the type is declared. */
const char *number_type_text(const struct type *type);

/* C for the address of OBJECT's first byte, where the loop starts; NULL: none is known. */
const char *object_address(struct arena *arena, const struct object *object);

/* C for VALUE, computed in ppar_wide, where it does not overflow. NULL when it has no text, or
 * could need more bits. */
const char *poly_wide_text(struct arena *arena, const struct poly *value);

/* The same for symbols of 64 bits that are small (ppar_is_small); right for those alone. */
const char *poly_small_text(struct arena *arena, const struct poly *value);

/* The runtime's name of the integer TYPE: PPAR_INT32. */
const char *number_name(const struct type *type);

#endif
