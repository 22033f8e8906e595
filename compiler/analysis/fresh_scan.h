/*
 * The inside of fresh.h: fresh.c goes through expressions and statements, fresh_init.c through
 * initializers, fresh_call.c through calls.
 */
#ifndef PPCC_FRESH_SCAN_H
#define PPCC_FRESH_SCAN_H

#include "fresh.h"

/* The site of KEY: a variable, a function or an expression. */
struct note {
    const void *key;
    struct site *site;
    struct note *next;
};

enum { NOTE_LISTS = 256 };

struct notes {
    struct note *lists[NOTE_LISTS];
};

struct fresh {
    struct sites sites;
    struct loop *loop;
    struct unit *unit;
    struct notes vars;                          /* the variables */
    struct notes made;                          /* what expressions make, */
    struct notes stored;                        /*  what they store */
    struct notes returned;                      /* what functions return */
    struct notes states;                        /* of the library, by the entries' names */
    LIST_OF(const struct var *) inner;          /* that the loop itself declares */
    LIST_OF(const struct function *) functions; /* that are called */
    struct places cursor;                       /* strings that strtok walks through */
    struct places variadic;                     /* arguments for a '...' */
    const struct function *function;            /* whose body is looked through */
    size_t steps;
    bool gave_up;
    bool reaches_outer;
};

/* The site that goes with KEY; NULL: there is none. */
struct site *note_find(const struct notes *notes, const void *key);
/* The same; when there is none it is made. */
struct site *note_get(struct fresh *fresh, struct notes *notes, const void *key, enum birth birth);

/* The value of E, for its effects, too. Of a record: the places that it is copied from. */
struct places fresh_value(struct fresh *fresh, struct expr *e);
/* Where the lvalue E lies. */
struct places fresh_location(struct fresh *fresh, struct expr *e);
/* VALUES of TYPE, as fresh_value gives them, are stored at PLACES. */
void fresh_put(struct fresh *fresh, const struct places *places, const struct places *values,
               const struct type *type, const char *label, const struct expr *at);
/* The same by the expression AT, for fresh_stored. */
void fresh_store(struct fresh *fresh, const struct places *places, const struct places *values,
                 const struct type *type, const char *label, const struct expr *at);
/* The latter alone. */
void fresh_note_stored(struct fresh *fresh, const struct places *values, const struct type *type,
                       const char *label, const struct expr *at);

/* What lies at PLACES, of TYPE, begins with the initializer E. */
void fresh_initialise(struct fresh *fresh, const struct places *places, const struct type *type,
                      struct expr *e);

struct places place_in_site(struct fresh *fresh, struct site *site);
struct site *site_of_var(struct fresh *fresh, const struct var *var);
struct places fresh_call(struct fresh *fresh, struct expr *e);

/* The call AT, of which only clauses tell anything, gets the argument ARG, whose value is VALUE. */
void fresh_unseen(struct fresh *fresh, const struct expr *arg, const struct places *value,
                  const struct expr *at);

#endif
