/*
 * Source lines under a diagnostic: the line behind a gutter with its number, a caret with the
 * marked range, and below it what a fix-it would put there.
 *
 *     14 |         a[i] = a[i - 1] + b[i];
 *        |                ^~~~~~~~
 */
#ifndef PPCC_SNIPPET_H
#define PPCC_SNIPPET_H

#include "diag.h"

#include <stdio.h>

/* What is written around a piece of text to colour it, and behind it; both "" for none. */
struct color {
    const char *on, *off;
};

/* The files that lines are shown of. The main file's text is borrowed from the unit; others are
 * read when a line of theirs is first asked for. */
struct snippet_sources {
    struct arena *arena;
    const struct unit *unit; /* whose main file the fix-its are for; NULL: there is but one */
    LIST_OF(struct snippet_source *) list;
};

void snippet_sources_init(struct snippet_sources *sources, struct arena *arena,
                          const struct unit *unit);

/*
 * Shows the line of PLACE with a caret there and '~' up to the offset END, both cut at the line's
 * end, in the colour MARKS; what fix-its would put there is in the colour INSERTED. FIXITS are
 * those of the main file that may be shown; on return SHOWN[k] is set for each that stands on this
 * line, and one that was already set is left out. Nothing is printed when the file cannot be had or
 * does not reach as far as PLACE.
 */
void snippet_print(struct snippet_sources *sources, FILE *stream, const struct place *place,
                   unsigned end, struct color marks, struct color inserted,
                   const struct diag_fixit *fixits, size_t fixit_count, bool *shown);

/* Prints one line of text whose words may be the user's, with what is not printable made visible.
 */
void snippet_print_text(FILE *stream, const char *text);

/* The columns of a byte, from 1: in bytes, in characters, as on a terminal. */
struct columns {
    unsigned byte, character, screen;
};

/* Those of a place, and of the byte LENGTH bytes behind it on its line. When the line cannot be
 * had, all are counted in bytes. */
struct columns snippet_columns(struct snippet_sources *sources, const struct place *place,
                               unsigned length);

#endif
