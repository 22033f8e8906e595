/* Whether workers are worth their start; see gate.c. */
#ifndef PPAR_GATE_H
#define PPAR_GATE_H

#include "site.h"

#include <stdint.h>

struct config;
struct ppar_run;

/* The beginning of a loop, in the parent. */
struct gate {
    int is_open;         /* iterations are being run here */
    uint64_t done;       /* so many have been run, */
    int64_t taken;       /*  which took so many nanoseconds, */
    int64_t started;     /*  and the next ones began then */
    struct measure rate; /* nanoseconds that an iteration takes */
};

/* Whether the loop begins in the parent. */
int gate_opens(const struct ppar_run *run, const struct config *config);

/* Iterations that the parent is to run now, from gate.done on, which is a beginning of what is
 * left; 0: all are done, or what is left is worth workers. The ones before have been run. */
uint64_t gate_next(struct ppar_run *run);

/* The batch that the parent has run has ended the loop. */
void gate_stop(struct ppar_run *run);

/* Nanoseconds that an iteration is known to take; 0: nothing is known. */
double gate_rate(const struct ppar_run *run);

/* The loop has ended: what is known about it now. */
void gate_learn(const struct ppar_run *run);

/* Whether the loop would be over sooner with its workers that have stayed. */
int gate_wants_turn(const struct ppar_run *run);

/* Whether workers that stay would have saved what it costs to start them and to share BYTES. */
int gate_has_earned(const struct ppar_run *run, double bytes);

/* Whether it is time to start them at all, as far as failures before tell. To be asked once for
 * each execution in which they might be. */
int gate_may_try_turns(const struct ppar_run *run);

/* They are being started; or they could not be had, or used: that has to be earned anew. */
void gate_begin_turns(const struct ppar_run *run);
void gate_fail_turns(const struct ppar_run *run);

/* The loop has been run by workers that stay, in so many nanoseconds. */
void gate_learn_turn(const struct ppar_run *run, int64_t nanoseconds);

/* COUNT workers have been started within so many nanoseconds. */
void gate_note_launch(unsigned count, int64_t nanoseconds);

#endif
