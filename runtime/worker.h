/* A worker's life; see worker.c. */
#ifndef PPAR_WORKER_H
#define PPAR_WORKER_H

#include "capture.h"
#include "claim.h"
#include "io.h"
#include "notes.h"
#include "pack.h"
#include "reduce.h"
#include "run.h"

struct worker {
    unsigned number;
    struct slot *slot; /* in the shared block */
    struct lane lane;  /* static schedules: how far it is */
    struct pace pace;
    struct range range; /* the chunk that it is in; empty: in none */
    uint64_t room;      /*  of which it may have so many iterations */
    uint64_t ahead;     /* it has begun none from here on */
    int in_piece;       /* it is in the user's code */
    uint64_t sent;      /* records */
    struct range task;  /* iterations that are its alone, taken before any others: */
    uint64_t single_to; /*  before this one, one at a time, else by blocks; */
    int only_task;      /*  and there are no others; */
    int in_task;        /*  the last claim was one of them */
    int64_t started;    /* the chunk, by clock_now, */
    int64_t ended;      /*  and when it was computed */
    struct wire_segment *puts;
    size_t put_count, put_room;
    uint64_t put_bytes; /* about so many */
    size_t *last_puts;  /* of each output, exact and WIRE_MAYBE: where its last one is, plus 1 */
    int has_maybe;      /* one of the puts is WIRE_MAYBE */
    int scratch;        /* a file for probing memory, or -1 */
    struct parts parts;
    struct notes notes;
    struct ppar_packer packer;
    struct capture capture;
    int sending;      /* a record is half way through the pipe to the parent: */
    struct sink sink; /* last, as its bytes are (worker.c) */
};

/* What a fresh worker gets from the parent. */
struct birth {
    unsigned number;
    int pipe;
    int capture;        /* a scratch file, or -1 */
    int by_worker;      /* one that is not set up forks it, */
    unsigned starts_to; /*  and it starts those behind it up to that one (spread.c); 0: none */
    int again;          /* it takes the place of one that has died: */
    struct range task;
    uint64_t single_to;
    int only_task;
};

/*
 * Forks. In the parent the new process's id, or -errno. In the worker 0: the process is set up as a
 * worker, run->worker stands, and its first chunk is to be taken with worker_next.
 */
pid_t worker_fork(struct ppar_run *run, const struct birth *birth);

/* Takes the next piece, into loop->first and loop->last; when there is none, says so to the parent
 * and ends the process. Sends the record of those before it when it is time. */
void worker_next(struct ppar_run *run);

/* Notes bytes that the chunk has written. */
void worker_put(struct ppar_run *run, const struct wire_segment *put);

/* The piece is done. */
void worker_commit(struct ppar_run *run);

/* commit.c: sends the chunk's record. */
void worker_send(struct ppar_run *run);

/* Sends what the chunk has printed: the body has called exit. */
void worker_send_exit(struct ppar_run *run, int status);

/* Ends this worker, whose runtime cannot go on; the parent reports why. */
_Noreturn void worker_fail(struct ppar_run *run, const char *what, int error);

#endif
