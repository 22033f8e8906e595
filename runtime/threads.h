/* Other threads of the process; see threads.c. */
#ifndef PPAR_THREADS_H
#define PPAR_THREADS_H

#include <stddef.h>

/* Whether another thread lives. 0 too when nobody can tell (no /proc). */
int threads_are_there(void);

/* The names of some, as in "'solver', 'logger' and 3 more", in TEXT. Returns TEXT. */
char *threads_names(char *text, size_t size);

#endif
