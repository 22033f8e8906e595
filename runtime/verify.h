/* PPAR_VERIFY: what the parallel run of a loop leaves is compared with what a serial run leaves;
 * see verify.c. */
#ifndef PPAR_VERIFY_H
#define PPAR_VERIFY_H

#include "capture.h"
#include "scope.h"
#include "transcript.h"
#include "witness.h"

#include <stdint.h>
#include <sys/types.h>

struct config;
struct ppar_loop;
struct ppar_run;
struct record;

#define VERIFY_STATUS 3 /* of a program one of whose loops is not what it was said to be */

enum verify_role {
    VERIFY_OFF,
    VERIFY_PARALLEL, /* this process runs the loop with workers, and compares */
    VERIFY_SERIAL,   /* it runs the loop serially, and sends what that has left */
    VERIFY_STEPS,    /* it is the witness */
};

/* Memory that may differ. */
struct leeway {
    uintptr_t start, end;
    uintptr_t first;       /* pointers to what the loop has allocated, SIZE bytes at FIRST, */
    uint64_t stride, size; /*  and at all multiples of STRIDE from there; SIZE 0: none, but */
                           /*  what lies behind the end of a string is as it was */
};

/* The loop that is being checked. */
struct verify {
    enum verify_role role;
    const struct ppar_loop *loop;
    struct witness witness;
    pid_t pid; /* the serial run */
    int pipe;  /* from it, or in it to the parent; -1: none */
    int captured, verbose;
    int is_sample;          /* this process is there for that alone, */
    int messages;           /*  and its stderr is this descriptor; else -1 */
    pid_t self;             /* one that must not run the program's exit handlers, or 0 */
    struct transcript here; /* what this process prints of the loop */
    struct capture capture; /* in the serial run */
    struct scope scope;
    struct calls calls;
    struct leeway *leeways;
    size_t leeway_count;
};

/* Whether this execution, or a PART of it, can be checked, as PPAR_VERIFY wants; if not, says so.
 */
int verify_wants(const struct ppar_run *run, double part);

/* Whoever runs iterations that follow each other finds in memory what the serial program would. So
 * those that depend on each other had better be run by different workers, unless somebody has asked
 * for a schedule. */
void verify_schedule(const struct ppar_loop *loop, struct config *config);
#define VERIFY_WORKERS                                                                             \
    3 /* at least, unless somebody has asked for a number: with two, iterations                    \
         that are two apart would all run in one */

/* Before workers are started. 0: go on; 1: this process runs the loop serially; 2: it is the
 * witness, and the first step is in loop->first and loop->last. */
int verify_begin(struct ppar_run *run);

/* A record whose output has just been printed. */
void verify_printed(const struct record *record);

/* The loop has been merged, or has been run serially. In the serial run and where there is a
 * difference it does not return. */
void verify_end(const struct ppar_loop *loop);
void verify_serial_end(const struct ppar_loop *loop);

/* The loop has not come to its end, or has no workers: nothing is compared. */
void verify_cancel(void);

/* Whether this process takes the loop step by step. */
int verify_is_stepping(const struct ppar_loop *loop);

#endif
