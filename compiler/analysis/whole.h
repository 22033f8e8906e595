/*
 * Whether the units in sight are all of the program, so that an external variable is read by nobody
 * else.
 */
#ifndef PPCC_WHOLE_H
#define PPCC_WHOLE_H

#include "../ir.h"

/* UNIT's lists are those of all units of a program with which nothing else is linked but the
 * library. Comes behind declare_effects. */
bool program_is_whole(const struct unit *unit);

#endif
