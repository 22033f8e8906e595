/*
 * What the parent and workers that stay share for one execution of their loop, its turn: the order,
 * what has changed since the workers were forked, and what they send back. See crew.c, views.c.
 */
#ifndef PPAR_TURN_H
#define PPAR_TURN_H

#include "rounding.h"
#include "schedule.h"
#include "share.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#define PARTS        96     /* at most */
#define TURN_OUTPUTS 32     /* at most */
#define IMAGE_BYTES  131072 /* of all parts together */
#define FOLD_BYTES   64     /* of the accumulators of a loop, at most */
#define FOLD_BLOCKS  256    /* of its iterations, at most */

/* Memory that is not shared, and goes through the image. */
struct part {
    char *start;
    size_t length;
    size_t image; /* it begins there */
    int kind;     /* enum ppar_view_kind */
};

enum rest {
    AWAKE,
    ASLEEP,
    LEFT,     /* it had nothing to do for a long time, and has not begun this turn */
    DECLINED, /* it could not begin this turn */
};

/* A worker's. */
struct seat {
    alignas(CACHE_LINE) _Atomic uint32_t rest; /* enum rest */
    _Atomic uint32_t begun; /* the last turn that it has begun, or is to leave alone (crew.c) */
    _Atomic uint32_t ended; /* the last turn in which it has nothing left to do */
};

struct turn {
    alignas(CACHE_LINE) _Atomic uint32_t number; /* of the turn; the next one is to be begun */
    alignas(CACHE_LINE) _Atomic uint32_t done;   /* so many workers have ended it */
    _Atomic uint32_t is_awaited;                 /* the parent sleeps until all have */
    struct schedule schedule;
    struct rounding rounding;
    char *bases[TURN_OUTPUTS]; /* of the outputs */
    size_t part_count, image_used;
    struct part parts[PARTS];
    char image[IMAGE_BYTES];
    char starts[FOLD_BYTES];              /* what the accumulators start from in each block */
    char folds[FOLD_BLOCKS * FOLD_BYTES]; /* parts of reductions, block after block */
    struct seat seats[];
};

#endif
