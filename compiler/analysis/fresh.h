/*
 * Which memory the pointers lead to that a loop's body makes, stores and passes on, whatever the
 * order and the conditions: memory from before the loop, or some that begins to exist in the body.
 * Everything is an upper bound. A number that was made of a pointer, and bytes that were copied from
 * one, count as the pointer.
 *
 * Memory is sites: all variables, blocks and so on that one place in the text makes are one site. A
 * pointer's value is a set of spots in sites; what lies in a site is a list of contents.
 */
#ifndef PPCC_FRESH_H
#define PPCC_FRESH_H

#include "trace.h"

enum birth {
    BORN_BEFORE,     /* was there when the loop began, or is never written: variables, blocks,
                        literals, functions */
    BORN_BLOCK,      /* allocated in the body: malloc, strdup, getline */
    BORN_LOCAL,      /* on the worker's stack: a variable, a compound literal, alloca */
    BORN_STATE,      /* the library's, and a later call changes it: strerror, localtime */
    BORN_STREAM,     /* FILE, DIR */
    BORN_DESCRIPTOR, /* a number that stands for an open file or a socket */
    BORN_MAPPING,    /* mmap */
    BORN_UNKNOWN,    /* nothing is known of where it points */
};

struct content;

struct site {
    enum birth birth;
    unsigned id;
    const struct var *var;   /* of a variable, else NULL */
    const struct expr *made; /* the call, or the compound literal, that makes it; NULL: none */
    const char *maker;       /* the function called: "malloc"; NULL: none */
    const struct type *type; /* of the variable, or what a block is stored in as; NULL: not known */
    LIST_OF(struct content *) contents;
};

/* Some byte OFFSET + k * STRIDE of SITE, k any number; STRIDE 0: byte OFFSET, 1: any byte. */
struct spot_in {
    struct site *site;
    int64_t offset, stride;
};

struct spots {
    LIST_OF(struct spot_in) list; /* no two the same */
};

/* What was stored in SIZE bytes (-1: any number) behind OFFSET + k * STRIDE of a site. */
struct content {
    int64_t offset, stride, size;
    const char *label;       /* as the store calls the place: "next"; NULL: none */
    const struct expr *at;   /* the first store */
    const struct type *type; /* of what was stored there first; NULL: bytes */
    struct spots values;
};

struct fresh;

/* Looks through the body of LOOP and all functions that it calls. */
struct fresh *fresh_find(struct loop *loop);

/* What AT, an assignment or a call of the library's, may store, as contents at offsets from where it
 * stores. NULL: no pointers. */
const struct site *fresh_stored(const struct fresh *fresh, const struct expr *at);

/* Whether some memory from before the loop may hold, at some time in an iteration, a pointer to
 * memory that is not. */
bool fresh_reaches_outer(const struct fresh *fresh);

#endif
