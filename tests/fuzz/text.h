/*
 * One text, two programs. The generator writes C with marks around each access, each subscript and
 * a few places. text_print leaves the marks out for the plain program, and makes calls of the
 * recorder (record.h) of them for the instrumented one; so both have the same accesses by
 * construction.
 *
 * The marks are control characters, balanced and nested. Strings live until the generator ends.
 */
#ifndef FUZZ_TEXT_H
#define FUZZ_TEXT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A string like sprintf's, never freed. */
char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The lvalue PLACE is read. */
char *text_read(const char *place);
/* PLACE OP VALUE, with an assignment operator; "++" and "--" have no value. */
char *text_assign(const char *place, const char *op, const char *value);
/* PLACE = PLACE OP VALUE, an update like PLACE OP= VALUE. */
char *text_update(const char *place, const char *op, const char *value);
/* INDEX, which has to be in [0, EXTENT) or the program has no meaning. */
char *text_index(const char *index, int extent);
/* Only in the instrumented program. */
char *text_recorder(const char *code);

/* A growing text. */
struct lines {
    char *data;
    size_t length, room;
};

void lines_add(struct lines *lines, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *lines_text(const struct lines *lines);

/* Writes MARKED to FILE as the plain or as the instrumented program. */
void text_print(FILE *file, const char *marked, bool instrumented);

/* Random numbers that depend on the seed alone. */
struct rng {
    uint64_t state;
};

unsigned rng_below(struct rng *rng, unsigned limit);
bool rng_percent(struct rng *rng, unsigned percent);
/* Draws one of several strings that are separated by '|'. */
char *rng_word(struct rng *rng, const char *words);

#endif
