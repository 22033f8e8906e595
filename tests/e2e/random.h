/*
 * Which stream an iteration has. ppcc tells the header by itself; the plain program, which is what
 * ppcc's is compared with, says it.
 */
#ifndef RANDOM_H
#define RANDOM_H

#include <ppar.h>

#ifdef _PPAR
#define STREAM(loop, iteration)   (void)0
#define STREAM_OF(key, iteration) (void)0
#else
/* Iteration ITERATION of the LOOP-th loop that is executed; of a loop with that key. */
#define STREAM(loop, iteration)                                                                    \
    ppar_random_at((unsigned long long)(loop), (unsigned long long)(iteration))
#define STREAM_OF(key, iteration) ppar_random_set((key), (unsigned long long)(iteration))
#endif

#endif
