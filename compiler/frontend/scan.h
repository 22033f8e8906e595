/*
 * The files that a translation unit is made of, each with its tokens, as scan.c and annotations.c
 * look through them (scanned.c).
 */
#ifndef PPCC_FRONTEND_SCAN_H
#define PPCC_FRONTEND_SCAN_H

#include "internal.h"

struct scan {
    struct frontend *frontend;
    struct diags *diags;
    CXFile file;
    const char *text;
    size_t length;
    bool mentions_ppar;
    const struct tokens *tokens; /* NULL until scan_load */
    CXSourceRangeList *skipped;
    LIST_OF(struct pragma *) pragmas;
    LIST_OF(struct annotation_use) uses;
};

/* Reads the tokens. */
void scan_load(struct scan *scan);

/* That of FILE among COUNT ones, or NULL. */
const struct scan *scan_of(const struct scan *scans, size_t count, CXFile file);

/* The text of a token, "" behind the last one, without backslash-newline. */
const char *scan_text(const struct scan *scan, size_t index);

/* Does the preprocessor skip what stands there? */
bool scan_skips(const struct scan *scan, unsigned offset);

struct place scan_place(const struct scan *scan, unsigned offset);

/* The index behind the directive that starts at INDEX. */
size_t scan_directive_end(const struct scan *scan, size_t index);

/* PRAGMA gets the bytes [start, end) as a token. */
void scan_add_token(struct scan *scan, struct pragma *pragma, unsigned start, unsigned end);

/* The tokens in the string at [start, end) become PRAGMA's, unless that is NULL; the first has to
 * be ppar, which is left out. Returns whether it is. */
bool scan_string(struct scan *scan, const struct token *string, struct pragma *pragma);

/* ---- annotations.c ------------------------------------------------------------------------ */

/* Finds the macros of all files that stand for annotations; those that only hold one are reported.
 */
void find_annotations(struct frontend *frontend, struct scan *scans, size_t count);

/* May there be an annotation in the file, or a macro that stands for one? */
bool may_have_annotation(const struct scan *scan);

/* Notes the use of such a macro at INDEX. Returns the index behind it, or that of the next token.
 */
size_t scan_use(struct scan *scan, size_t index);

/* ---- shadows.c ---------------------------------------------------------------------------- */

/* Reports headers of headers that a translated source would find in the source's own folder; the
 * COUNT files are all that were read. */
void check_shadows(struct frontend *frontend, const struct scan *scans, size_t count,
                   struct diags *diags);

#endif
