/*
 * Pointers in results that the iteration itself has stored: result[i].coef = malloc(...), and then
 * result[i].coef[k] = ...
 */
#ifndef PPCC_SLOTS_H
#define PPCC_SLOTS_H

#include "walk.h"

/* Whether what LOCATION, outer memory that AT loads, holds as a pointer was stored by this
 * iteration, and leads to memory of its own; then *VALUE is such a pointer. */
bool slot_load(struct walker *walker, const struct location *location, const struct expr *at,
               struct value *value);

/* Finds slots in which something else was stored after all; then the walk has to be repeated. */
void settle_slots(struct walker *walker);

#endif
