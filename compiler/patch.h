/*
 * Lines to be added to a file, as a patch in the unified format that `patch -p0` applies.
 */
#ifndef PPCC_PATCH_H
#define PPCC_PATCH_H

#include "arena.h"

#include <stdbool.h>
#include <stdio.h>

/* LINE, without its newline, shall stand directly before the byte OFFSET, on a line of its own. */
struct patch_line {
    unsigned offset;
    const char *line;
};

struct patch {
    struct arena *arena;
    const char *path; /* of the file, as the user names it */
    const char *text; /* its bytes */
    size_t length;
    LIST_OF(struct patch_line) lines; /* by ascending offset */
};

/* Can a line stand there? Not where the line before goes on behind a backslash. */
bool patch_fits(const struct patch *patch, unsigned offset);

/* Prints the hunks with three lines of context, the header included; nothing without lines. */
void patch_print(const struct patch *patch, FILE *stream);

#endif
