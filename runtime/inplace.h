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

/* Bytes that an iteration would leave in place. */
double inplace_bytes(const struct ppar_run *run);

#endif
