/* On which CPUs workers run; see affinity.c. */
#ifndef PPAR_AFFINITY_H
#define PPAR_AFFINITY_H

enum bind {
    BIND_WIDEN,   /* where the program could run when it was started */
    BIND_NONE,    /* where the parent may run */
    BIND_SPREAD,  /* each worker on one CPU, as far from each other as possible */
    BIND_COMPACT, /* each worker on one CPU, side by side */
};

/* How many CPUs workers may use; at least 1. */
unsigned affinity_cpus(enum bind bind);

/* In a worker: which of COUNT it is, from 0. A refusal changes nothing. */
void affinity_set(enum bind bind, unsigned number, unsigned count);

/* Which of CPUS the worker NUMBER of COUNT gets, from 0. */
unsigned affinity_choose(enum bind bind, unsigned number, unsigned count, unsigned cpus);

#endif
