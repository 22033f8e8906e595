/*
 * Which gotos are as good as an if: those that skip the rest of the block that holds their label.
 */
#ifndef PPCC_JUMPS_H
#define PPCC_JUMPS_H

#include "../ir.h"

/* Whether every goto under ROOT leads forward to a label of a block around it, without leaving a
 * loop or a switch statement on the way, and nothing else under ROOT could jump. */
bool jumps_are_simple(const struct stmt *root);

#endif
