/* Arrays that chunks append to; see append.c. */
#ifndef PPAR_APPEND_H
#define PPAR_APPEND_H

#include "run.h"

/* 0 or -ENOMEM. */
int append_register(struct ppar_run *run, void *counter, enum ppar_number type);

/* OUTPUT, registered, is an array of elements of STRIDE bytes, numbered by COUNTER; or, IS_POINTER,
 * at the next one of which that points. */
void append_bind(struct ppar_run *run, int output, int counter, long long stride, bool is_pointer);

/* In a worker, what the chunk has appended to OUTPUT: COUNT elements of STRIDE bytes, the first one
 * FIRST bytes behind the base. */
struct appended {
    long long first, count, stride;
};
struct appended append_found(const struct ppar_run *run, int output);

/* In the parent: adds to the counter how far the chunk has come whose part is in PART. */
void append_count(struct reduction *counter);

/* In a worker: it starts behind what there was before the loop, whatever is merged already. */
void append_forget(struct ppar_run *run);

/* In the parent: what comes next goes behind what is there by now. */
void append_move(struct ppar_run *run);

#endif
