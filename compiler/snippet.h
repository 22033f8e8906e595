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
 * end. FIXITS are those of the main file that may be shown; on return SHOWN[k] is set for each that
 * stands on this line, and one that was already set is left out. Nothing is printed when the file
 * cannot be had or does not reach as far as PLACE.
 */
void snippet_print(struct snippet_sources *sources, FILE *stream, const struct place *place,
                   unsigned end, const struct diag_fixit *fixits, size_t fixit_count, bool *shown);

/* Prints one line of text whose words may be the user's, with what is not printable made visible.
 */
void snippet_print_text(FILE *stream, const char *text);

#endif
