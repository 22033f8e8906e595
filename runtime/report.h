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

/* Nanoseconds that workers have spent in iterations. */
struct balance {
    double longest, mean;
};
struct balance report_balance_of(const struct ppar_run *run);

/* That some worker had clearly more to do than others, if so. */
void report_balance(const struct ppar_loop *loop, const struct balance *balance);

/* " in iteration 3 (i = 7)", " in iterations 3 to 5 (i = 7 to 11)", or nothing; with loops inside
 * " in iterations 3 to 5 (i = 1, j = 1 to i = 2, j = 0)". */
void report_range(const struct ppar_loop *loop, const struct range *range, char *text, size_t size);

/* Why the program ends. */
void report_failure(const struct ppar_loop *loop, const struct failure *failure);

/* That there were losses, if there were. */
void report_losses(const struct ppar_loop *loop, const struct losses *losses);

#endif
