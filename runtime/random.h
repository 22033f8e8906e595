/* Random numbers; see random.c. */
#ifndef PPAR_RANDOM_H
#define PPAR_RANDOM_H

/* This process has become a worker: none may be drawn before an iteration has begun. */
void random_in_worker(void);

#endif
