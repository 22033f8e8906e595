/*
 * Which of the numbers that an iteration loads it loads whatever else it does, so that they may be
 * looked at before the loop and behind the iteration.
 */
#ifndef PPCC_LOADED_H
#define PPCC_LOADED_H

#include "relation.h"

/* Whether every iteration that comes to its end reads LOAD. What cannot be proven is added to
 * ASSUMPTIONS; with NULL nothing is assumed. */
bool load_happens(struct trace *trace, const struct atom *load, struct assumptions *assumptions);

/* Whether that is known of all that VALUE loads. */
bool loads_happen(struct trace *trace, const struct poly *value);

#endif
