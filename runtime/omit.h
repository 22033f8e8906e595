/* Memory that workers that stay do without; see omit.c. */
#ifndef PPAR_OMIT_H
#define PPAR_OMIT_H

#include "views.h"

#include <stdint.h>

struct ppar_run;

#define OMITTED 48 /* pieces at most */

struct omitted {
    struct span spans[OMITTED]; /* ascending */
    unsigned count;
    uint64_t bytes; /* that are in use of it, at least */
};

/* Finds large memory that the loop does not use; nothing of what lies in OWN. */
void omit_find(struct omitted *omitted, const struct ppar_run *run, struct span own);

/* Whether processes that are forked from now on have it. Until it is given back, a process that the
 * program forks would be without it. */
void omit_leave_out(const struct omitted *omitted);
void omit_give_back(const struct omitted *omitted);

/* Takes it out of the COUNT spans, of which there may be SPANS. Returns how many there are then;
 * what there is no room for is none of them. */
unsigned omit_cut(const struct omitted *omitted, struct span *spans, unsigned count);

#endif
