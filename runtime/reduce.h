/* Reductions: what a worker sends and how the parent folds it; see reduce.c. */
#ifndef PPAR_REDUCE_H
#define PPAR_REDUCE_H

#include "api.h"
#include "io.h"
#include "schedule.h"

#include <stddef.h>
#include <stdint.h>

struct reduction {
    char *acc; /* the user's variable, SIZE bytes */
    size_t size;
    size_t element; /* bytes that COMBINE takes at once; SIZE is a multiple */
    char *identity; /* SIZE bytes of ours */
    char *part;     /* SIZE bytes of ours, aligned */
    int from_acc;   /* the identity is what ACC holds at the fork */
    int each;       /* a part for each iteration, otherwise one for each chunk, */
    int blocks;     /*  of which each is a block, also when the loop runs serially */
    int counts;     /* a counter of appended elements (append.h), of type NUMBER; no COMBINE */
    enum ppar_number number;
    ppar_combine *combine;
};

struct reductions {
    struct reduction *item;
    size_t count;
    uint64_t each_bytes;  /* of all parts of an iteration */
    uint64_t chunk_bytes; /* of all parts of a chunk */
};

/* The parts of the chunk that a worker is in. */
struct parts {
    char *bytes; /* of finished iterations, each_bytes for each */
    size_t size;
    uint64_t steps; /* finished iterations */
    uint64_t room;  /* for so many */
};

/* IDENTITY: of one element. 0 or -ENOMEM. */
int reduce_add(struct reductions *reductions, const struct reduction *reduction,
               const void *identity);
void reduce_release(struct reductions *reductions);

/* Right before the first iteration: takes the identities that are the accumulators' own values. */
void reduce_freeze(struct reductions *reductions);

/* Whether a part of some reduction starts from the accumulator's own value. */
int reduce_has_start(const struct reductions *reductions);

/* In a worker: the start of a chunk, the end of one of its iterations, its parts into the record.
 * 0 or -errno. */
int reduce_start(const struct reductions *reductions, struct parts *parts, uint64_t room);
int reduce_step(const struct reductions *reductions, struct parts *parts);

/* Where the parts of the next iteration go, NULL if there are none; and that they have been put
 * there for all iterations up to END by the generated code. 0 or -ERANGE. */
char *reduce_next(const struct reductions *reductions, const struct parts *parts);
int reduce_kept(const struct reductions *reductions, struct parts *parts, const char *end);

int reduce_send(const struct reductions *reductions, const struct parts *parts, uint64_t steps,
                struct sink *sink);

/* Whether some reduction has blocks. */
int reduce_has_blocks(const struct reductions *reductions);

/* In the parent, where it runs blocks itself: before the first one, between two, after the last.
 * The running total lies in PART meanwhile. */
void reduce_serial_start(const struct reductions *reductions);
void reduce_serial_next(const struct reductions *reductions);
void reduce_serial_end(const struct reductions *reductions);

/* Where workers stay: the accumulators get their identities; these, or what the accumulators are,
 * is taken to BYTES, of chunk_bytes; and they are again what is there. No reduction has a part for
 * each iteration. */
void reduce_begin(const struct reductions *reductions);
void reduce_identities(const struct reductions *reductions, char *bytes);
void reduce_take(const struct reductions *reductions, char *bytes);
void reduce_give_back(const struct reductions *reductions, const char *bytes);

/* Whether they are the same: in the same places, from the same identities, folded in the same way.
 */
int reduce_equal(const struct reductions *a, const struct reductions *b);

/* In the parent: folds a record's parts, of so many iterations, into the accumulators. */
void reduce_fold(const struct reductions *reductions, const char *parts, uint64_t iterations);

#endif
