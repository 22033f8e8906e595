/* One source file, from its text to the text for the C compiler. */
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
    struct frontend_options frontend;
    FILE *report;      /* gets a JSON line for each annotated loop, or NULL */
    FILE *verdicts;    /* gets a readable line for each annotated loop, or NULL */
    bool suggests;     /* look for loops to annotate, and translate nothing */
    FILE *suggestions; /* gets them as a patch, or NULL */
    enum stage dump;   /* what this stage made is printed to DUMP_TO, and no later stage runs */
    FILE *dump_to;
    double analysis_limit; /* seconds of processor time for each loop; 0: the default */
};

/*
 * Translates TEXT, the bytes of the file that the user calls PATH, and appends the result to OUT
 * when the outcome is OUTCOME_TRANSLATED, and never otherwise. Diagnostics go to stderr.
 */
enum outcome translate(const struct translate_options *options, const char *path,
                       const struct buf *text, struct buf *out);

#endif
