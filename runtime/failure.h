/* The end of a program whose loop could not be finished; see failure.c. */
#ifndef PPAR_FAILURE_H
#define PPAR_FAILURE_H

#include "run.h"

/* "sweep.c:12" or "sweep.c:12: label", in TEXT. Returns TEXT. */
char *failure_place(const struct ppar_loop *loop, char *text, size_t size);

/* Reports the failure and ends the process as the worker ended. All workers are gone. LAST_WORDS: a
 * file that is printed before, or -1. */
_Noreturn void failure_end(const struct ppar_loop *loop, const struct failure *failure,
                           int last_words);

#endif
