/* Where the parent keeps records that are not merged yet; see stage.c. */
#ifndef PPAR_STAGE_H
#define PPAR_STAGE_H

#include <stddef.h>
#include <stdint.h>

#define STAGE_LIMIT ((size_t)64 << 20) /* bytes in memory of what waits */
#define SPILL_LEAST ((size_t)65536)    /* what is smaller does not go to the file */

/* SIZE bytes of a record, of which FILLED are there. */
struct stage {
    char *bytes;   /* in memory, or NULL: */
    int64_t place; /*  in the store's file, from here on */
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

/* A place for SIZE bytes: in memory within the limit, else in the file. MUST: in memory, whatever
 * the limit. 0; -ENOMEM; -EAGAIN: no room now, there will be when something else has gone. */
int stage_open(struct store *store, struct stage *stage, size_t size, int must);

/* Gives the place back. Nothing happens to a stage of all zeros. */
void stage_close(struct store *store, struct stage *stage);

/* Appends bytes, at most what is missing; 0 or -errno. */
int stage_fill(struct store *store, struct stage *stage, const char *bytes, size_t length);

/* Brings a full stage into memory. 0 or -errno. */
int stage_load(struct store *store, struct stage *stage);

#endif
