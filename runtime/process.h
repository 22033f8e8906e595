/*
 * What the runtime remembers of this process between loops: all its mutable state outside the
 * loops themselves. A worker inherits it with the fork and then has its own.
 */
#ifndef PPAR_PROCESS_H
#define PPAR_PROCESS_H

#include "digest.h"
#include "gate.h"
#include "journal.h"
#include "progress.h"
#include "region.h"
#include "verify.h"

#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/types.h>

struct ppar_loop;
struct ppar_run;

#define CPU_SETS   16 /* of 1024 CPUs */
#define OPEN_LOOPS 16

/* A loop of the parent's that is in the journal and not over. */
struct open_loop {
    const struct ppar_loop *loop;
    uint32_t execution;
};

/* What is said once in the life of a process. */
enum said {
    SAID_THREADS,       /* a loop ran serially because the process has several threads */
    SAID_FEWER,         /* fewer workers than wanted could be had */
    SAID_NO_WORKER,     /* none could */
    SAID_WORKERS_VALUE, /* a workers clause said less than 1 */
    SAID_EVICTED,       /* a worker was ended for want of memory */
    SAID_STATUS,        /* a status clause names an array that is too short */
    SAID_CREW,          /* a worker that had stayed has died */
    SAID_JOURNAL,       /* a file about the run could not be written */
    SAID_CHECKPOINT,    /* a loop has no log, though one is wanted */
    SAID_VERIFY,        /* a loop is not checked, though PPAR_VERIFY wants it */
    SAID_CONFIG,        /* from here on: one for each variable that config.c reads */
};

struct process {
    int in_worker;                /* this process is a worker: every further loop is serial */
    int folding;                  /* a function of the user's folds a record: the same */
    int in_iteration;             /* the parent runs an iteration of a parallel loop: the same */
    uint64_t loops;               /* executions of loops that were not inside of others */
    const struct ppar_loop *only; /* the one of which one iteration runs alone */
    int worker;                   /* which one, from 0; 0 in the parent */
    pid_t worker_pid;             /* in a worker: its id, */
    struct ppar_run *worker_run;  /*  and its loop, for the exit handler */
    struct ppar_run *run;         /* in the parent: the loop whose workers run, or NULL */
    volatile sig_atomic_t entered, ending; /* signals.c: a part that must not be left; the signal
                                            * that ends us, or 0 */
    uint64_t said;                         /* bit set of enum said */
    cpu_set_t affinity[CPU_SETS];          /* when the library was loaded (affinity.c), */
    int affinity_known;                    /*  if that could be seen, */
    unsigned cpus;                         /*  and how many CPUs that were; 0: not counted */
    int quota_known;
    uint64_t quota;   /* CPUs that the control groups grant; UINT64_MAX: no limit */
    double fork_time; /* nanoseconds of a fork (gate.c); 0: not known */
    double memory;    /* bytes that were in use lately; the same */
    struct site sites[SITES];
    struct crew *crews;                /* workers that stay (crew.c), */
    char *mark;                        /* of this process: 1 where they are its own */
    struct region regions[REGIONS];    /*  the memory that is shared with them, */
    unsigned region_count;             /*  so many, */
    struct held maps;                  /*  and where the kernel tells what is mapped */
    struct journal *journal;           /* of a run that is watched, or NULL, */
    char *journal_mark;                /*  and 1 in the process whose it is (journal.c), */
    struct open_loop open[OPEN_LOOPS]; /*  its loops that are not over, innermost last: */
    unsigned open_count;               /*  the count modulo their number */
    struct progress progress;
    struct log *logs;                    /* files of checkpoints that were opened (log.c) */
    int program_known;                   /* what the program is (identity.c): */
    unsigned char program[DIGEST_BYTES]; /*  its digest */
    int forks_are_seen;                  /* there is a handler for forks */
    volatile sig_atomic_t at_crews;      /* a loop is being begun, or run, by workers that stay */
    struct verify verify;                /* the loop that is being checked */
};

extern struct process process;

/* Whether this is the first time in this process; it is not any more afterwards. */
int process_first_time(unsigned said);

/* In a process that PARENT has just forked: it ends when that one does. */
void process_end_with(pid_t parent);

/* Whether a child has ended: its status waits for us, or somebody else has taken it. The status
 * stays where it is. */
int process_is_dead(pid_t pid);

#endif
