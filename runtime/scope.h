/* The memory of the program in which two runs of a loop have to agree; see scope.c. */
#ifndef PPAR_SCOPE_H
#define PPAR_SCOPE_H

#include <stddef.h>
#include <stdint.h>

struct ppar_run;

struct stretch {
    uintptr_t start, end;
};

/* The calls that have led to the loop, from the function that holds it outwards. */
#define CALLS 32

struct calls {
    int depth;
    void *frames[CALLS];
};

struct scope {
    struct stretch *items;
    size_t count, room;
    int failed; /* there was no memory for all of it */
};

/* CALLER: where ppar_chunk returns to. The C library may load the library that unwinds for this. */
void scope_find_calls(struct calls *calls, const void *caller);

/* All of it, ascending, for a loop that is about to begin. WHERE: where the function that holds
 * the loop returns to, or NULL. 0 or -ENOMEM. */
int scope_find(struct scope *scope, const struct ppar_run *run, const void *where);
void scope_release(struct scope *scope);

/* Adds a stretch; an empty one is none. */
void scope_add(struct scope *scope, uintptr_t start, uintptr_t end);

/* The stack above the frames of the functions that hold the loop, for whoever wants to name them:
 * where the word WHERE lies first from FROM on, or 0. */
uintptr_t scope_find_word(uintptr_t from, const void *where);

/* Why two runs cannot be compared in this program, or NULL. */
const char *scope_obstacle(void);

#endif
