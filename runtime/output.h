/* Memory that a loop writes, and how records speak of it. */
#ifndef PPAR_OUTPUT_H
#define PPAR_OUTPUT_H

#include "deep.h"
#include "rows.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The part of an output that iterations overwrite whole (ppar_in_place), and which of it workers
 * write to memory that they share with the parent (inplace.c). */
struct place {
    int64_t low, high; /* equal: there is none */
    bool descends;
    int64_t shared_low, shared_high; /* equal: none; whole pages */
    int file;                        /* where they are then */
};

/* The bytes base + low .. base + high - 1; or, with ROWS, the offsets low .. high - 1 of which
 * rows.h says what they mean. low <= high. */
struct output {
    char *base;
    int64_t low, high;
    struct row_table *rows; /* the output's own; NULL: none */
    struct deep *deep;      /* pointers in it that own memory: DEEP_COUNT kinds of them */
    size_t deep_count;
    bool appends;    /* it is an array that chunks append to: */
    size_t counter;  /*  the number among the reductions of its counter, */
    int64_t stride;  /*  the size of an element, */
    bool is_pointer; /*  whether that points to the next one, not numbers it, */
    int64_t shift;   /*  and, in the parent, how far what comes next has to move; else 0 */
    struct place place;
    bool is_text; /* what lies behind the end of a string in it means nothing */
};

/* Takes low and high from the rows. Returns their pitch. */
int64_t output_set_rows(struct output *output);

/* Whether the LENGTH bytes at OFFSET, moved, belong to the output. */
bool output_holds(const struct output *output, int64_t offset, uint64_t length);

/* Where the byte at OFFSET, moved, is, which the output holds. */
char *output_address(const struct output *output, int64_t offset);

/* The offset of PLACE, in a row if there are some; an offset that the output does not hold where
 * there is none. */
int64_t output_offset(const struct output *output, const volatile void *place);

/* Adds a kind of pointers that own memory; 0 or -ENOMEM. */
int output_add_deep(struct output *output, const struct deep *deep);
void output_release(struct output *output);

#endif
