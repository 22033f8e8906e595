/*
 * One execution of one loop, from the first registration to the end of ppar_chunk: the core type of
 * the runtime. Parent and workers each have their copy, equal at the fork; they share `share`
 * alone.
 *
 * In the parent, at any time between two records:
 *   - iterations before merge.next are merged, all of them, output included;
 *   - a record whose iterations start later waits in its child's queue, whole;
 *   - the ranges that one child sends ascend.
 */
#ifndef PPAR_RUN_H
#define PPAR_RUN_H

#include "affinity.h"
#include "api.h"
#include "gaps.h"
#include "gate.h"
#include "merge.h"
#include "notes.h"
#include "output.h"
#include "policy.h"
#include "reduce.h"
#include "schedule.h"
#include "share.h"
#include "signals.h"
#include "wire.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct spread;

#define FEW_OUTPUTS 4

#define SPARE 1 /* worker more than slots, for iterations that nobody has (retry.c) */

struct ppar_run {
    struct ppar_loop *loop; /* for messages; the generated code's, outlives us */

    /* registered */
    struct output *outputs; /* FEW, or allocated */
    size_t output_count;
    size_t output_room; /* when allocated */
    struct output few[FEW_OUTPUTS];
    int may_allocate; /* this is no signal handler */
    struct reductions reductions;
    struct replays replays;
    int has_counters; /* results are appended (append.c) */
    int no_memory;    /* a registration failed: the loop runs serially */

    /* decided before the fork */
    struct schedule schedule;
    int ordered;           /* results are merged in iteration order, too */
    int captured;          /* stdout of the body is captured */
    int live;              /*  or is to be the program's own */
    enum ppar_after after; /* when the expression of an 'after' clause is evaluated */
    int wide;              /* stdout carries wide characters */
    int verbose;           /* the end of the loop is told */
    struct policy policy;
    double rate;        /* nanoseconds an iteration, as far as is known; or 0 */
    int64_t began;      /* where workers might stay: when, by clock_now; else 0 */
    unsigned slots;     /* workers */
    int slots_are_cpus; /*  as many as there are CPUs */
    enum bind bind;     /* to which CPUs workers are bound */
    uint64_t memory;    /* no worker is started while less is free; 0: whatever is free */
    double verify;      /* part of the iterations that is checked (verify.c), 0 to 1; */
    const void *caller; /*  and where ppar_chunk returns to */
    struct checkpoint *checkpoint; /* what is done is logged (checkpoint.c), or NULL: */
    struct gaps gaps;              /*  this was done before, and is in the log */
    struct share *share;
    struct crew *crew;     /* workers that stay run it, or NULL */
    struct spread *spread; /* while workers start workers (spread.c) */
    pid_t parent;

    /* of one side only */
    struct gate gate;      /* in the parent, before the workers */
    int in_blocks;         /* in the parent: it runs all blocks, one by one */
    struct merge merge;    /* in the parent */
    struct worker *worker; /* in a worker; NULL in the parent */

    struct signals signals; /* filled by signals_watch before the fork */
};

/* A fresh run; NULL: there is no memory, or none may be allocated. */
struct ppar_run *run_new(struct ppar_loop *loop);

/* Frees it with all that is registered. NULL: nothing. */
void run_free(struct ppar_run *run);

/* Whether this is no signal handler. */
int run_may_allocate(struct ppar_run *run);

/* Before workers are started: no more of them than CPUs that are granted. Returns their number. */
unsigned run_settle(struct ppar_run *run);

/* Where runs live that are not allocated; its size. */
size_t run_own_memory(const void **memory);

/* 0, -ENOMEM, or -EAGAIN in a signal handler. */
int run_add_output(struct ppar_run *run, const struct output *output);

#endif
