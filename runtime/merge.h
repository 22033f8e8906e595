/* The parent's side: reads what the workers send and merges it; see merge.c and inbox.c. */
#ifndef PPAR_MERGE_H
#define PPAR_MERGE_H

#include "crash.h"
#include "schedule.h"
#include "stage.h"
#include "wire.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pollfd;
struct ppar_run;

/* What is to be done when it is the turn of something that waits. */
enum fate {
    FATE_MERGED,  /* it has come from a worker */
    FATE_SKIPPED, /* nothing */
    FATE_HERE,    /* the parent runs the iteration */
};

/* A chunk that has arrived whole, or an iteration that is given up, and waits for an earlier one.
 */
struct waiting {
    struct waiting *next;
    struct range range;
    enum fate fate;
    struct stage stage; /* its record, or what is left to do of it */
    int opened;         /* the record below is checked and its data are merged; */
    const char *origin; /*  its pointers are right when the stage's bytes lie here */
    struct record record;
};

#define INBOX_BYTES ((size_t)65536)

/* A worker as the parent sees it. */
struct child {
    pid_t pid;
    unsigned number;
    int fd;         /* the pipe; -1: it has ended and is waited for */
    int done;       /* it has said that it found no further chunk */
    int stopped;    /* it was killed by us */
    int held;       /* not read until something has been merged */
    int is_logged;  /* the record that there was no room for (checkpoint.c) */
    int eof;        /* nothing more will be read */
    uint64_t seen;  /* the end of the last range that has come whole */
    uint64_t taken; /* so many have; it looks at that, too */
    char *inbox;    /* INBOX_BYTES, of which start .. start + length - 1 are not looked at yet */
    size_t start, length;
    struct stage stage;    /* a record too large for the inbox, arriving; size 0: none */
    struct range arriving; /* its range */
    struct waiting *first; /* the queue, ascending */
    struct waiting *last;
    int again;            /* it has taken the place of one that has died */
    int vacant;           /* it has died, and a worker in its place is to be started (retry.c): */
    struct range task;    /*  that one's first iterations, or where they would begin, */
    uint64_t task_left;   /*  of which those from here on have not come; */
    uint64_t single_to;   /*  of which those before this one are run one by one */
    int only_task;        /*  there are no others for it, */
    struct range rest;    /*  or after them that one's stock */
    int printed;          /* the file of what that one prints, or -1 */
    uint64_t trial;       /* an iteration */
    unsigned deaths;      /*  that has failed so often */
    struct range watched; /* what it is working on (watch.c), */
    int64_t since;        /*  since when on the parent's clock, */
    int evicted;          /* it was killed for want of memory (evict.c) */
    int overdue;          /*  and that it was killed for taking too long */
};

/* The first thing that went wrong, by iterations. */
struct failure {
    int happened;
    struct range range; /* lost; empty: not known */
    int by_worker;      /* a worker is to blame: */
    unsigned worker;    /*  this one, */
    int status_known;   /*  which ended with this */
    int status;         /*  as waitpid gives it, */
    int timed_out;      /*  after it had been killed for taking too long, */
    struct crash crash; /*  at this place; */
    int silent;         /*  nothing is said of it */
    char text[256];     /* or: what is wrong, in words; "" */
};

/* The body has called exit, and everything before that is merged: whatever has failed came later.
 */
struct exit_call {
    int happened;
    int status;
};

/* An iteration has ended the loop by break or return, and everything before it is merged, and it
 * is, too. */
struct early_end {
    int way; /* enum ppar_way */
    uint64_t k;
};

struct merge {
    struct child *children; /* COUNT of them */
    struct pollfd *polled;  /* as many, for poll */
    unsigned count;
    unsigned alive; /* of them, have not ended yet */
    uint64_t next;  /* iterations before this one are merged */
    uint64_t limit; /* iterations from this one on are not wanted: the trip count, until one is lost
                     * or the body has called exit, or has left the loop */
    struct range due; /* for these the expression of 'after' is to be evaluated (after.c) */
    struct store store;
    uint64_t received; /* bytes, of all workers */
    uint64_t arrived;  /* iterations that have come, or are given up */
    struct failure failure;
    struct exit_call exit;
    struct early_end left;
    struct failure death;  /* the last one, */
    struct failure first;  /*  and the first one of all, or of the iterations that are given up; */
    unsigned deaths;       /*  so many workers have died with something in their hands */
    uint64_t given_up;     /* iterations */
    unsigned fruitless;    /* workers started in the place of others since there were results */
    int last_words;        /* what the iteration that has failed printed before: a file, or -1 */
    int here;              /* the iteration NEXT is run by the parent now, */
    int64_t here_since;    /*  for the journal */
    int memory_low;        /* less memory is free than the user wants, */
    int64_t memory_looked; /*  when that was looked at; 0: never */
    int64_t clock;         /* of watch.c, in milliseconds, */
    int64_t looked;        /*  and the system's time when it was set */
};

enum merge_end {
    MERGED,       /* in the parent: every worker has ended */
    MERGE_WORKER, /* in a new worker */
    MERGE_HERE,   /* in the parent: it is to run iteration merge.next and call again */
    MERGE_AFTER,  /* in the parent: it is to evaluate what is due (after.h) and call again */
};

/* Merges until every worker has ended. Then all of the loop is merged; or all up to a call of exit,
 * which merge.exit tells; or merge.failure says why not. No process, descriptor or memory is left
 * of the workers. */
enum merge_end merge_run(struct ppar_run *run);

/* inbox.c: one step each with what a child has sent. */

/* Reads once from the pipe. Above 0: there is something new; 0: the end; or -errno. */
ssize_t inbox_receive(struct ppar_run *run, struct child *child);

/* Whether there is no room for the next record of the child, and the iteration where that begins.
 */
int inbox_holds(const struct child *child, uint64_t *first);

/* Takes one record, if a whole one is there and there is room for it. Returns whether it did. */
int inbox_take(struct ppar_run *run, struct child *child);

/* A record that has arrived whole, in one of two places. */
struct arrival {
    struct range range;
    const char *bytes; /* SIZE of them; NULL: they are in the stage, which is the taker's */
    size_t size;
    struct stage stage;
};

/* order.c: merges the record now, or queues it. 0: there is no room for it now. CHILD is NULL for a
 * record whose turn it is. */
int order_deliver(struct ppar_run *run, struct child *child, struct arrival *arrival);

/* Merges the queued records whose turn it is. Returns whether there was one. */
int order_advance(struct ppar_run *run);

/* Iteration K is given up. 0 or -ENOMEM. */
int order_give_up(struct ppar_run *run, struct child *child, uint64_t k, enum fate fate);

/* The parent has run the iteration that it had to run. */
void order_ran_here(struct ppar_run *run);

/* The first record that waits, or is held, begins here; with none, at the limit. */
uint64_t order_first_waiting(const struct ppar_run *run);

/* Frees what still waits. */
void order_discard(struct ppar_run *run, struct child *child);

/* Kills the process, if it lives. */
void merge_kill(const struct child *child);
/* Sends a signal, unless the child has ended. To be called by signal handlers. */
void merge_signal(const struct child *child, int number);

/* Kills the child, forgets what of it is not taken yet, and reads no more. */
void merge_stop(struct ppar_run *run, struct child *child);

/* Nothing from LIMIT on is wanted any more. */
void merge_lower_limit(struct ppar_run *run, uint64_t limit);

/* Notes that the run cannot go on (a bad record, no memory): nothing more is merged. */
void merge_abort(struct ppar_run *run, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What the parent checks records against. */
struct wire_limits merge_limits(const struct ppar_run *run);

#endif
