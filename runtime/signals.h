/* Signals that come while a loop's workers run; see signals.c. */
#ifndef PPAR_SIGNALS_H
#define PPAR_SIGNALS_H

#include <signal.h>

struct ppar_run;

#define SIGNALS_WATCHED 5

/* What the host does on each of the signals that are watched; part of a run. */
struct signals {
    struct sigaction host[SIGNALS_WATCHED];
    unsigned long kernel[SIGNALS_WATCHED][8]; /* the same as the kernel has it */
    int ours[SIGNALS_WATCHED];                /* in the parent: our handler is in its place */
};

/* In the parent, before the first fork, and when all workers are gone. */
void signals_watch(struct ppar_run *run);
void signals_unwatch(struct ppar_run *run);

/* Around a fork: nothing arrives between the fork and signals_in_worker. */
void signals_hold(sigset_t *before);
void signals_release(const sigset_t *before);

/* In a fresh worker, held. */
void signals_in_worker(const struct ppar_run *run);

/* In the parent, around what must not be left halfway: stdout's buffer and functions of the
 * user's. Such parts may contain others. */
void signals_enter(void);
void signals_leave(void);

/* A worker was killed by NUMBER. If the terminal sends that to everybody, it is on its way to the
 * parent as well, and this does not return. */
void signals_expect(int number);

/* Whether it looks as if a handler of the host's is running: a signal is blocked that has one.
 * There, nothing may be allocated. */
int signals_in_handler(void);

/* Dies by the signal. */
_Noreturn void signals_die(int number);

#endif
