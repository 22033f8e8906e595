/* Results that are written in place; see inplace.c. */
#ifndef PPAR_INPLACE_H
#define PPAR_INPLACE_H

#include "run.h"

#define IN_PLACE_LEAST ((int64_t)1 << 18) /* bytes; about here the pipe is as fast */

/* Before the forks: shares what can be shared of the outputs. What cannot be is sent. */
void inplace_begin(struct ppar_run *run);

/* In the parent, all workers being gone: the memory is private again. 0; or -errno, and some of the
 * results are lost. */
int inplace_end(struct ppar_run *run);

/* Whether memory that is a file's, for now or for ever, would do harm: the allocator of the program
 * counts on zeros in pages that it has given back; the host handles fatal signals, and would see
 * results of iterations behind the one that fails. */
int inplace_allocator_objects(void);
int inplace_handlers_object(void);

/* Bytes that an iteration would leave in place. */
double inplace_bytes(const struct ppar_run *run);

#endif
