/* What is said of workers that have died; see report.c. */
#ifndef PPAR_REPORT_H
#define PPAR_REPORT_H

#include "run.h"

/* The losses of a loop that has been finished. */
struct losses {
    struct failure first; /* of DEATHS in which iterations were lost */
    unsigned deaths;
    uint64_t given_up; /* iterations that no worker could do */
    struct policy policy;
};

/* Why the program ends. */
void report_failure(const struct ppar_loop *loop, const struct failure *failure);

/* That there were losses, if there were. */
void report_losses(const struct ppar_loop *loop, const struct losses *losses);

#endif
