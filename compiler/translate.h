/* The source files of a program, from their texts to those for the C compiler. */
#ifndef PPCC_TRANSLATE_H
#define PPCC_TRANSLATE_H

#include "buf.h"
#include "flags.h"
#include "frontend/frontend.h"

#include <stdio.h>

enum outcome {
    OUTCOME_PLAIN, /* nothing in it for ppcc: the text stays as it is */
    OUTCOME_TRANSLATED,
    OUTCOME_REJECTED, /* an error in the user's code was reported */
};

struct translate_options {
    FILE *report;      /* gets a JSON line for each annotated loop, or NULL */
    FILE *verdicts;    /* gets a readable line for each annotated loop, or NULL, */
    bool shows_costs;  /*  and another one, what an iteration sends and has without */
    bool suggests;     /* look for loops to annotate, and translate nothing */
    FILE *suggestions; /* gets them as a patch, or NULL */
    enum stage dump;   /* what this stage made is printed to DUMP_TO, and no later stage runs */
    FILE *dump_to;
    struct printer *printer; /* gets the diagnostics, in the order of the sources; or NULL */
    struct fixes *fixes;     /* gets the fix-its, or NULL */
    const struct warnings *warnings; /* those that are wanted; NULL: all */
    bool for_compiler;               /* the texts are not for people */
    bool is_closed;                  /* nothing but the library is linked with the sources */
    double analysis_limit;           /* seconds of processor time for each loop; 0: the default */
};

struct source {
    const char *path; /* as the user calls the file */
    struct buf text;  /* its bytes; the caller's */
    struct frontend_options frontend;
    enum outcome outcome;
    struct arena *arena;           /* the caller's, for: */
    LIST_OF(const char *) headers; /* files that it includes whose text became a part of OUT */
    struct buf *out; /* gets what becomes of it, when that is OUTCOME_TRANSLATED, and only then */
};

/*
 * Translates SOURCES, each by the definitions of all. A source without pragmas is there for its
 * definitions: when it cannot be parsed, that is a warning.
 */
void translate(const struct translate_options *options, struct source *sources, size_t count);

#endif
