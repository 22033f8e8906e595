/*
 * Results that iterations append to arrays: out[n++] = v.
 */
#ifndef PPCC_APPEND_H
#define PPCC_APPEND_H

#include "trace.h"

struct dependences;

/* The number of the next free element of some arrays; or a pointer to that of one. */
struct append_counter {
    const struct object *object;
    const struct poly *offset; /* of it in the object */
    struct type *type;
    const char *text;  /* C for it */
    const char *value; /* C for its value before the loop; 0 where its pointer is null */
    int64_t most;      /* how often an iteration advances it at most; 0: not known */
};

/* Some bytes that are written in each element. */
struct append_part {
    const struct poly *offset; /* from the start of the object, for the element with number 0 */
    int64_t length;
};

struct append_array {
    const struct object *object;
    size_t counter;
    int64_t stride; /* from one element to the next */
    LIST_OF(struct append_part) parts;
    const struct poly *low; /* the least of their offsets */
};

/* Why something that looks like an append is none. */
struct append_problem {
    const struct object *array, *counter;
    struct place place;
    unsigned end;
    const char *message;
};

struct appends {
    LIST_OF(struct append_counter) counters;
    LIST_OF(struct append_array) arrays;
    LIST_OF(struct append_problem) problems;
};

/* Finds the appends of a loop: loop->appends. Their uses are marked, and carry no dependences. */
void find_appends(struct loop *loop, struct dependences *dependences);

/* The array of loop->appends that OBJECT is; NULL: it is none. */
const struct append_array *find_append_array(const struct loop *loop, const struct object *object);

/* Adds to LOOP's reason with the number FIRST, that OBJECT carries a dependence, why it is not
 * appended to. */
void explain_append(struct loop *loop, const struct object *object, size_t first);

/* How often an iteration advances COUNTER at most; 0: not known. */
int64_t append_most(const struct trace *trace, const struct object *counter);

/* Whether COUNTER, which numbers the elements of COUNT arrays, does not wrap round, if need be by a
 * guard. */
bool append_fits(struct loop *loop, const struct append_counter *counter,
                 const struct append_array *arrays, size_t count);

/* C for the ends of what the loop may write of ARRAY, in ppar_wide; false: not known. */
bool append_section(struct loop *loop, const struct append_array *array, const char **low,
                    const char **high);

/* Adds reasons for clauses append(a, n) that say what is not so. */
void check_append_clauses(struct loop *loop);

#endif
