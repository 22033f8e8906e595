/* Where a worker was when a signal killed it; see crash.c. */
#ifndef PPAR_CRASH_H
#define PPAR_CRASH_H

#define CRASH_FRAMES 24

struct crash {
    int number;    /* of the signal; 0: nothing is known */
    int has_place; /* it is about this address: */
    void *place;
    int depth;                  /* calls, from the innermost one: */
    void *frames[CRASH_FRAMES]; /* the place in each where it goes on */
};

/* Before the fork: loads what the handler will need. */
void crash_prepare(void);

/* In a worker: if it is killed by a signal, its slot will say where. Signals that the program has a
 * handler for, or ignores, are left to it. */
void crash_catch(void);

#endif
