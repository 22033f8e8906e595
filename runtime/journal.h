/* What happened when, in a program whose run is watched; see journal.c. */
#ifndef PPAR_JOURNAL_H
#define PPAR_JOURNAL_H

#include "clock.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct config;
struct ppar_loop;

/* Files that are made of it at the end. */
enum journal_file {
    JOURNAL_TRACE,  /* PPAR_TRACE (trace.c) */
    JOURNAL_JOBLOG, /* PPAR_JOBLOG (joblog.c) */
    JOURNAL_PAGE,   /* PPAR_REPORT (page.c) */
    JOURNAL_FILES
};

/* Times are those of clock_now. */
enum event_kind {
    EVENT_NONE,  /* it is being written */
    EVENT_FORK,  /* of the worker, from BEGAN to ENDED */
    EVENT_CHUNK, /* was computed from BEGAN to ENDED; its record was sent by SENT */
    EVENT_TURN,  /* the same by a worker that stays: all that it did, LAST iterations */
    EVENT_HERE,  /* the parent has run these iterations */
    EVENT_MERGE, /* a record of the worker was looked at, and perhaps merged */
    EVENT_DEATH, /* the worker has died at ENDED, with these iterations in its hands */
    EVENT_AGAIN, /* another worker was started in its place, from BEGAN to ENDED */
    EVENT_END,   /* the worker was seen to have ended, at ENDED */
};

struct event {
    int64_t began, ended, sent;
    uint64_t first, last; /* iterations first <= k < last */
    uint64_t bytes;       /* of the record */
    uint32_t execution;
    uint32_t worker;
    int32_t status; /* EVENT_DEATH: as waitpid gives it; -1: not known */
    _Atomic uint32_t kind;
};

/* How a loop was run. */
enum manner {
    MANNER_SERIAL,
    MANNER_WORKERS, /* forked for this execution */
    MANNER_STAY,    /* workers that had stayed */
};

struct execution {
    int64_t began, ended; /* ended is 0 until it has */
    uint64_t number;      /* as in PPAR_ONLY=number:iteration */
    uint64_t trips;
    uint64_t received; /* bytes */
    int64_t forking;   /* nanoseconds of the parent: to start workers, */
    int64_t merging;   /*  to take and merge records */
    uint32_t spot;
    uint32_t workers;
    uint32_t manner;
    char why[60]; /* serial: the reason, cut off */
};

/* A loop of the program. */
struct spot {
    const char *where; /* to know it again; it may be gone by the end */
    int line;
    char file[128], label[64];
};

#define SPOTS      ((uint32_t)256)
#define EXECUTIONS ((uint32_t)1 << 16)
#define EVENTS     ((uint32_t)1 << 20)
#define NO_NUMBER  UINT32_MAX
#define FILE_NAME  4352 /* bytes: a folder's and a file's name */
#define PLACE_MOST 256

struct journal {
    pid_t owner;                          /* the process that writes the files */
    int64_t began;                        /* by clock_now, */
    int64_t epoch;                        /*  and what is to be added for the time of day */
    char program[128];                    /* its name, */
    char command[1024];                   /*  and all that was called, with a space in front */
    char files[JOURNAL_FILES][FILE_NAME]; /* absolute; "": not wanted */
    _Atomic uint32_t current;             /* the execution whose workers run */
    _Atomic uint64_t used;                /* events; beyond EVENTS they are lost */
    _Atomic uint64_t executed;            /* executions, the same */
    _Atomic uint32_t spot_count;          /* loops; those beyond SPOTS share the last place */
    struct spot spots[SPOTS];
    struct execution executions[EXECUTIONS];
    struct event events[EVENTS];
};

/* A loop begins in the parent: from here on there is a journal, if CONFIG asks for one. */
void journal_loop(const struct ppar_loop *loop, const struct config *config);

/* It has been decided how it is run: WHY it is serial, or NULL. */
void journal_decide(const struct ppar_loop *loop, enum manner manner, unsigned workers,
                    const char *why);

/* It is over. */
void journal_loop_end(const struct ppar_loop *loop);

/* The time, if there is a journal; else 0. */
int64_t journal_now(void);

/* Appends the event, which has happened in the current execution. */
void journal_add(enum event_kind kind, const struct event *event);

/* In the parent, of workers that are forked for a loop: EVENT_MERGE since event.began, EVENT_FORK
 * or EVENT_AGAIN since BEGAN, EVENT_DEATH, EVENT_END. */
void journal_merged(struct event *event);
void journal_forked(enum event_kind kind, unsigned worker, int64_t began);
void journal_spread(unsigned first, unsigned end, int64_t began); /* that many forks at once */
void journal_death(unsigned worker, uint64_t first, uint64_t last, int status);
void journal_worker_end(unsigned worker);

/* The parent has run these iterations of the current execution since BEGAN; 0: its beginning. */
void journal_here(int64_t began, uint64_t first, uint64_t last);

/* Writes the files. To be called at the end of the program, once, also by signal handlers. */
void journal_end(void);

/* How many there are, and the one of them: NULL if it was never completed. */
uint32_t journal_events(const struct journal *journal);
uint32_t journal_spots(const struct journal *journal);
uint32_t journal_executions(const struct journal *journal);
const struct event *journal_get(const struct journal *journal, uint32_t k);
uint64_t journal_lost_events(const struct journal *journal);
uint64_t journal_lost_executions(const struct journal *journal);

/* "sweep.c:12", or "sweep.c:12: label". Returns TEXT. */
char *journal_place(const struct spot *spot, char *text, size_t size);

#endif
