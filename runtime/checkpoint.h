/* A loop that can be gone on with in another run; see checkpoint.c. */
#ifndef PPAR_CHECKPOINT_H
#define PPAR_CHECKPOINT_H

#include "identity.h"
#include "log.h"
#include "run.h"

#define COMMAND_ROOM 768 /* bytes */

struct checkpoint {
    struct inputs inputs; /* what has been told of them */
    int error;            /* one could not be read: -errno */
    char path[PATH_MAX];
    unsigned char key[DIGEST_BYTES]; /* of this execution */
    struct log *log;                 /* NULL: not open */
    struct logged *record;           /* of this execution, ascending: */
    size_t count, next;              /*  those before NEXT are merged */
    uint64_t found;                  /* iterations that were in the log */
    uint64_t logged;                 /*  and that are now */
    int64_t synced;                  /* when, by clock_now */
    int has_failed;                  /* nothing more is written */
    char *bytes;                     /* ROOM of them, for a record */
    size_t room;
    char command[COMMAND_ROOM]; /* that goes on with the loop */
};

/* In the parent, right before workers are started: the log is open, and run->gaps says what is in
 * it; or the run has no checkpoint, and it has been said why. */
void checkpoint_begin(struct ppar_run *run);

/* The loop runs without workers, WHY; its log is left alone. */
void checkpoint_miss(const struct ppar_run *run, const char *why);

/* A record has arrived, in memory. */
void checkpoint_note(struct ppar_run *run, const char *bytes, size_t size);

/* Merges the record whose turn it is, if it is in the log. Returns whether it was. */
int checkpoint_deliver(struct ppar_run *run);

/* The first iteration that is in the log and not merged; UINT64_MAX: there is none. */
uint64_t checkpoint_next(const struct ppar_run *run);

/* In a worker. */
void checkpoint_forget(struct ppar_run *run);

/* The loop is over. */
void checkpoint_end(struct ppar_run *run);

/* The program ends before the loop does: says how to go on. To be called by signal handlers. */
void checkpoint_tell(const struct ppar_run *run);

void checkpoint_free(struct checkpoint *checkpoint);

#endif
