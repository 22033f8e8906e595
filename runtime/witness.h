/* A copy of the process from before a loop, which tells what lay where and which iteration of a
 * serial run changes it; see witness.c. */
#ifndef PPAR_WITNESS_H
#define PPAR_WITNESS_H

#include "scope.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct held_text;
struct ppar_loop;
struct ppar_run;

#define WATCHED 8 /* places, at most */
#define NOBODY  UINT64_MAX

/* The parent's side. */
struct witness {
    pid_t pid;
    int fd; /* a socket */
};

/* Memory that belongs to one thing. */
struct found {
    uintptr_t start, end;
    uintptr_t block; /* of the heap, where it is in one; else 0 */
    size_t block_size;
};

/* 1: this is the witness, and it is to run the loop step by step; 0: in the parent; or -errno. HELD
 * is no memory of the program's. */
int witness_start(struct witness *witness, struct ppar_run *run, struct held_text *held);

/* Which parts of the stretches are the program's own, in *FOUND (free it), with the bytes of all of
 * them before the loop, one after the other, in *BYTES (free them). Their number, or -errno. */
ssize_t witness_ask(const struct witness *witness, const struct stretch *stretches, size_t count,
                    struct found **found, char **bytes);

/* Which iteration is the last in a serial run that changes each of the stretches, WATCHED at most;
 * NOBODY: none is known. Takes as long as the loop. */
void witness_watch(const struct witness *witness, const struct stretch *stretches, size_t count,
                   uint64_t *iterations);

/* The witness is no more. */
void witness_end(struct witness *witness);

/* In the witness: tells what is known, and ends. */
_Noreturn void witness_tell(void);

/* In the witness: an iteration has come to its end. 1: the next one is in loop->first and
 * loop->last. */
int witness_next(struct ppar_loop *loop);

#endif
