/* A worker of a program that was built with --coverage; see coverage.c. */
#ifndef PPAR_COVERAGE_H
#define PPAR_COVERAGE_H

/* Whether the program has such counts. */
int coverage_is_on(void);

/* In a fresh worker: forgets what the parent had counted before the fork. */
void coverage_start(void);

/* Before _exit: adds the worker's own counts to the program's files. */
void coverage_end(void);

#endif
