/*
 * Random pieces of the pragma language and of C, for the mutators of both fuzzers.
 */
#ifndef PPCC_TESTS_GUIDED_WORDS_H
#define PPCC_TESTS_GUIDED_WORDS_H

#include "buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
    uint64_t state;
};

struct dice dice_new(unsigned seed);

/* A number in 0 .. sides - 1; 0 when there are none. */
size_t roll(struct dice *dice, size_t sides);
bool one_in(struct dice *dice, size_t sides);

/* What a name is used as: what stands behind it tells. */
enum use { USE_VALUE, USE_ARRAY, USE_FUNCTION };

/* Where words come from: names of the text that is mutated. PICK may return NULL, and be NULL:
 * those of a list. */
struct names {
    const char *(*pick)(struct dice *dice, enum use use, void *data);
    void *data;
};

void add_name(struct dice *dice, const struct names *names, enum use use, struct buf *out);
void add_number(struct dice *dice, struct buf *out);
const char *pick_operator(struct dice *dice);

/* An expression of C, now and then with something in it that is none. */
void add_expression(struct dice *dice, const struct names *names, unsigned depth, struct buf *out);

/* A clause, or the text behind `#pragma ppar`. */
void put_clause(struct dice *dice, const struct names *names, struct buf *out);
void add_pragma(struct dice *dice, const struct names *names, struct buf *out);

/* A statement. */
void add_statement(struct dice *dice, const struct names *names, struct buf *out);

#endif
