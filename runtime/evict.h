/* PPAR_MEMFREE while a loop runs; see evict.c. */
#ifndef PPAR_EVICT_H
#define PPAR_EVICT_H

#include "run.h"

/* In the parent, whenever it wakes up: ends a worker if there is too little memory. */
void evict_look(struct ppar_run *run);

/* Whether the worker in the place of CHILD is not to be started now. */
int evict_holds_back(const struct ppar_run *run, const struct child *child);

#endif
