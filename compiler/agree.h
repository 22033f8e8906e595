/*
 * Types of two units of one program. Each unit has struct types of its own; these functions tell
 * which of them C takes for the same.
 */
#ifndef PPCC_AGREE_H
#define PPCC_AGREE_H

#include "ir.h"

/* Whether A and B may be the types of one variable: the same, or one of them an incomplete form of
 * the other. Records agree when they have the same tag and the same members at the same offsets. */
bool types_agree(const struct type *a, const struct type *b);

/* Whether a call through the declaration DECLARED reaches the definition DEFINED as it should. */
bool functions_agree(const struct function *declared, const struct function *defined);

/* Whether text of UNIT's file can name the members of RECORD and means the same bytes by it. */
bool record_is_known(const struct unit *unit, const struct type *record);

#endif
