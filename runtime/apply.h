/* A checked record into the parent's memory and stdout; see apply.c. */
#ifndef PPAR_APPLY_H
#define PPAR_APPLY_H

#include "run.h"
#include "wire.h"

/* The results themselves. NULL; or what is wrong with those that own memory, and then the run
 * cannot go on. */
const char *apply_data(struct ppar_run *run, const struct record *record);

/* What has to come in iteration order in any case: reductions and output, or the body's exit. */
void apply_tail(struct ppar_run *run, const struct record *record);

/* The place and length of that part in the record. */
size_t apply_tail_length(const struct record *record);

#endif
