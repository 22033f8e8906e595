/* Pointers in outputs to memory that the workers make; see deep.c. */
#ifndef PPAR_DEEP_H
#define PPAR_DEEP_H

#include "api.h"

#include <stddef.h>
#include <stdint.h>

struct ppar_run;
struct record;

/* Structures in an output that have such a pointer as a member. */
struct deep {
    int64_t stride, at; /* of the structures; stride 0: there is one */
    const struct ppar_member *member;
};

/* Packs what the pointers in the chunk's puts point to. NULL, or what is wrong. */
const char *deep_pack(struct ppar_run *run);

/* Unpacks the deep part of a record whose data are in place. NULL, or what is wrong; no result
 * holds an address of the worker's then. */
const char *deep_unpack(struct ppar_run *run, const struct record *record);

#endif
