/* Which iterations a worker runs next; see claim.c. */
#ifndef PPAR_CLAIM_H
#define PPAR_CLAIM_H

#include "schedule.h"

#include <stdint.h>

struct ppar_run;

/* How fast a worker is. */
struct pace {
    double rate;         /* nanoseconds an iteration, lately; 0: not known */
    int64_t looked;      /* at the clock, */
    uint64_t iterations; /*  so many ago; */
    uint64_t done;       /* iterations in all */
    unsigned pieces;     /*  it is looked at again after so many */
};

/* At the start of a record. */
void pace_start(struct pace *pace);

/* A piece of so many iterations is done. */
void pace_step(struct pace *pace, uint64_t iterations);

/* Nanoseconds of work that are worth a record. */
double claim_time(const struct ppar_run *run);

/* The next piece of the worker's own stock, of at most MOST >= 1 iterations, which may begin
 * anywhere in it; empty: there is none, or it is not wanted any more. */
struct range claim_from_stock(struct ppar_run *run, uint64_t most);

/* The piece that begins in loop->first is about to be run: how far it may grow. */
void claim_growth(struct ppar_run *run);

/* Which iterations the worker has in hand, now that the piece has grown. */
void claim_grown(struct ppar_run *run);

/* The next piece, wherever it comes from; empty: there is nothing left for this worker. No record
 * of the worker's is open. */
struct range claim(struct ppar_run *run);

#endif
