/*
 * Whether the iterations of a loop have streams of random numbers, and what draws from others.
 */
#ifndef PPCC_DRAWS_H
#define PPCC_DRAWS_H

#include "trace.h"

/* The seed clause of LOOP, or NULL. */
const struct clause *seed_clause(const struct loop *loop);

/* Whether its body may draw random numbers, as far as can be seen, or somebody says so by a seed.
 */
bool loop_draws(const struct loop *loop);

/* The variable of the generated code that holds the key of its streams. */
const char *key_variable(struct arena *arena, const struct loop *loop);

/* Where READ is a call of a generator of the C library's: says in REASON what to call in its place,
 * and offers that. Returns whether it is one. */
bool offer_random(struct loop *loop, struct reason *reason, const struct access *read);

#endif
