/* Results that own memory, on their way through a pipe; see pack.c and unpack.c. */
#ifndef PPAR_PACK_H
#define PPAR_PACK_H

#include "api.h"

#include <stddef.h>
#include <stdint.h>

/* ---- the worker's side: pack.c -------------------------------------------------------------- */

/* A block that was packed, and what its elements still have to be asked for. */
struct packed {
    const char *block;
    uint64_t length; /* bytes */
    size_t size;     /* of an element */
    uint64_t count;  /* elements */
    ppar_pack *each; /* packs what an element points to; NULL: nothing */
};

struct ppar_packer {
    char *bytes; /* what is to be sent, LENGTH of it */
    size_t length, room;
    struct packed *blocks; /* in the order in which they were met; block k has the number k + 1 */
    size_t count, block_room;
    size_t done;      /* blocks whose elements have been asked */
    uint32_t *places; /* from a block's address to its number: PLACE_COUNT of them, 0 is empty */
    size_t place_count;
    const char *wrong; /* the first thing that went wrong; NULL: nothing */
    int error;         /*  and its -errno, or 0 */
};

/* Packs what the elements of all blocks point to, and checks that no two blocks overlap. NULL, or
 * what is wrong. */
const char *packer_finish(struct ppar_packer *packer);

/* Empties it for the next chunk. */
void packer_clear(struct ppar_packer *packer);
void packer_release(struct ppar_packer *packer);

/* ---- the parent's side: unpack.c ------------------------------------------------------------ */

struct unpacked {
    char *block; /* of malloc, and the program's as soon as a result points to it */
    size_t size;
    uint64_t count;
    ppar_unpack *each;
};

struct ppar_unpacker {
    const char *at;
    uint64_t left; /* bytes */
    struct unpacked *blocks;
    size_t count, room;
    size_t last; /* the number of the block that was asked for last; 0: a null pointer */
    size_t done;
    const char *wrong;
};

/* The LENGTH bytes at BYTES are to be read. */
void unpacker_init(struct ppar_unpacker *unpacker, const char *bytes, uint64_t length);

/* Unpacks what the elements of all blocks point to. NULL, or what is wrong: then every pointer that
 * was to be unpacked is null or good, and so are those in the blocks. */
const char *unpacker_finish(struct ppar_unpacker *unpacker);
void unpacker_release(struct ppar_unpacker *unpacker);

#endif
