/*
 * Results that own memory which the body allocates: writes that leave pointers to it, in members of
 * which a description says how they are brought home.
 */
#ifndef PPCC_DEEP_H
#define PPCC_DEEP_H

#include "describe.h"
#include "plan.h"

/* Why the pointer that WRITE leaves cannot be brought home with the memory it points to, which the
 * body has made: "" when no description says how; NULL: it can. */
const char *deep_obstacle(const struct loop *loop, const struct access *write);

/* The members of OUTPUT in which the loop leaves such pointers are added to the plan. False: it
 * leaves other pointers there, too, and that has been reported. */
bool plan_deep(struct loop *loop, const struct object *object, size_t output);

/* Whether WRITE is one of such a member, so that all of its bytes have to be known as written. */
bool deep_is_written(const struct loop *loop, const struct access *write, size_t output);

#endif
