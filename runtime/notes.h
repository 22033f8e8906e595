/* Folds that the parent repeats call by call; see notes.c. */
#ifndef PPAR_NOTES_H
#define PPAR_NOTES_H

#include "api.h"
#include "io.h"

#include <stddef.h>
#include <stdint.h>

/* One place of the body that folds, and the accumulators that it may fold into. */
struct replay {
    char *base;    /* the accumulators lie in these LENGTH bytes, */
    size_t length; /*  at least TARGET: */
    size_t target; /* bytes of one */
    size_t part;   /* bytes of what is folded in */
    char *aligned; /* PART bytes of ours */
    ppar_combine *combine;
};

struct replays {
    struct replay *item;
    size_t count;
};

/* What a worker has noted in its chunk. */
struct notes {
    char *bytes;
    size_t length, room;
};

/* 0 or -ENOMEM. */
int replays_add(struct replays *replays, const struct replay *replay);
void replays_release(struct replays *replays);

/* The bytes of a note of each of them: about what an iteration may need. */
uint64_t replays_bytes(const struct replays *replays);

/* In a worker: PART is to be folded into the accumulator at OFFSET. 0; -ERANGE: there is none;
 * -ENOMEM. */
int notes_add(struct notes *notes, const struct replays *replays, size_t index, uint64_t offset,
              const void *part);

/* Whether the LENGTH bytes are whole notes of the replays. */
int notes_are_right(const struct replays *replays, const char *bytes, uint64_t length);

/* In the parent: repeats the folds of notes that are right. */
void notes_fold(const struct replays *replays, const char *bytes, uint64_t length);

#endif
