/* Where the parent keeps records that are not merged yet; see stage.c. */
#ifndef PPAR_STAGE_H
#define PPAR_STAGE_H

#include <stddef.h>
#include <stdint.h>

#define STAGE_LIMIT  ((size_t)64 << 20) /* bytes in memory of what waits */
#define SPILL_LEAST  ((size_t)65536)    /* what is smaller does not go to the file */
#define PRINTED_MOST ((size_t)1 << 20)  /* what was printed and is no smaller does */

/* SIZE bytes of a record, of which FILLED are there. */
struct stage {
    char *bytes;   /* in memory; NULL: in the store's file, and not mapped */
    int mapped;    /* the memory is the file's, else of malloc */
    int64_t place; /* in the file */
    size_t size, filled;
};

struct store {
    size_t limit; /* of used, before the file comes in */
    size_t used;  /* bytes in memory */
    int file;     /* -1: not there yet */
    int no_file;  /* it has failed: do without */
    int64_t end;  /* of what is taken in the file */
    size_t filed; /* bytes of it that are in use */
};

void store_init(struct store *store, size_t limit);
void store_release(struct store *store);

enum stage_flags {
    STAGE_MUST = 1,    /* there has to be room, whatever the limit */
    STAGE_PRINTED = 2, /* it has output in it; most of it, if it is large */
};

/* A place for SIZE bytes: in memory within the limit, else in the file, where large output goes
 * first. 0; -ENOMEM; -EAGAIN: no room now, there will be when something else has gone. */
int stage_open(struct store *store, struct stage *stage, size_t size, unsigned flags);

/* Gives the place back. Nothing happens to a stage of all zeros. */
void stage_close(struct store *store, struct stage *stage);

/* Appends bytes, at most what is missing; 0 or -errno. */
int stage_fill(struct store *store, struct stage *stage, const char *bytes, size_t length);

/* Makes the bytes of a full stage readable. 0 or -errno. */
int stage_load(struct store *store, struct stage *stage);

#endif
