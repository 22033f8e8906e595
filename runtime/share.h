/* The memory that the parent of a loop and its workers share; see share.c. */
#ifndef PPAR_SHARE_H
#define PPAR_SHARE_H

#include "crash.h"
#include "schedule.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#define CACHE_LINE 64
#define WHY_MOST   160

/* How a worker's process is about to end, as far as it can say so itself. */
enum ending {
    ENDING_UNKNOWN, /* it has not said anything */
    ENDING_EXIT,    /* the body called exit(status) */
    ENDING_AGAIN,   /* the same, in a chunk of several iterations, which are to be run one by one */
    ENDING_FAILED,  /* the runtime could not go on in it; the text says why */
};

/* Written by one worker, read by the parent. */
struct slot {
    alignas(CACHE_LINE) _Atomic uint64_t first; /* what it has in hand: first <= k < last. */
    _Atomic uint64_t last;                      /* Equal: nothing */
    _Atomic int ending;                         /* enum ending; status and why are good after it */
    int status;
    char why[WHY_MOST];
    _Atomic int id;         /* of the process, where one worker has started it (spread.c); */
    _Atomic int is_settled; /*  it starts no other any more */
    _Atomic int sending;    /* the range is done, its record is on its way */
    _Atomic uint64_t busy;  /* nanoseconds that it has spent in iterations */
    _Atomic uint64_t done;  /* iterations, where workers stay (crew.c) */
    struct crash crash;     /* the signal that has killed it, if crash_catch was called */
    alignas(CACHE_LINE) _Atomic uint64_t next;  /* its stock, which other workers take from, too: */
    _Atomic uint64_t end;                       /*  next <= k < end; next is EMPTY: nothing */
    alignas(CACHE_LINE) _Atomic uint64_t taken; /* by the parent: so many records have come */
};

#define EMPTY UINT64_MAX

/* How long iterations take, as a histogram over steps of an eighth of a power of 2 nanoseconds. */
#define DURATIONS 512

struct share {
    alignas(CACHE_LINE) _Atomic uint64_t next;  /* the first iteration that is not claimed */
    alignas(CACHE_LINE) _Atomic uint64_t limit; /* none from here on is to be claimed any more */
    _Atomic unsigned started; /* 0, or how many workers there are: a static schedule waits for it */
    _Atomic unsigned settled; /* so many have started all that they were to start (spread.c), */
    _Atomic unsigned admitted; /*  and those with lower numbers may begin */
    _Atomic uint32_t durations[DURATIONS];
    struct slot slots[]; /* one for each worker */
};

/* A block for WORKERS workers, zero; NULL with errno set. */
struct share *share_new(unsigned workers);
void share_free(struct share *share, unsigned workers);

/* The parent has started so many workers. */
void share_open_gate(struct share *share, unsigned started);

/* In a worker: waits for that, and returns the number. */
unsigned share_wait_at_gate(struct share *share);

/* Worker NUMBER has started all that it was to start; how many have; waits, for a while, until that
 * is not SEEN any more. */
void share_settle(struct share *share, unsigned number);
unsigned share_settled(struct share *share);
void share_wait_for_settling(struct share *share, unsigned seen);

/* Workers with numbers below COUNT may begin; NUMBER waits until it may. */
void share_admit(struct share *share, unsigned count);
void share_wait_for_admission(struct share *share, unsigned number);

/* For a worker that takes the place of a dead one, whose stock is empty, with such a stock. */
void slot_renew(struct slot *slot, struct range stock);

/*
 * The stock of a worker: iterations that it has claimed and not begun. It may be filled by its
 * owner alone, when it is empty; anyone may take from its beginning, if that is FROM or later, up
 * to SIZE iterations, and what is returned is nobody else's. Looking at it tells what may be over a
 * moment later.
 */
void stock_fill(struct slot *slot, struct range range);
struct range stock_take(struct slot *slot, uint64_t from, uint64_t size);
struct range stock_look(const struct slot *slot);

/* The slot's range. The two ends may belong to two different ranges while the worker lives. */
struct range slot_get(const struct slot *slot);
void slot_set(struct slot *slot, struct range range);

#endif
