/*
 * What ppcc says about the user's code. A stage adds diagnostics to a list and goes on; the list is
 * printed once, in order of place, so that all of a file's problems are reported together.
 *
 * Messages are lower case without a full stop, put the user's names in single quotes and speak of
 * loops, iterations and variables, never of syntax trees or integer sets.
 */
#ifndef PPCC_DIAG_H
#define PPCC_DIAG_H

#include "ir.h"

#include <stdio.h>

/* Each diagnostic has an id that the user can look up (--explain) and that never changes its
 * meaning. diag_ids.def lists them all: DIAG_ID(NAME, "name", "one line", "the explanation"). */
enum diag_id {
#define DIAG_ID(name, text, summary, explanation) DIAG_##name,
#include "diag_ids.def"
#undef DIAG_ID
    DIAG_ID_COUNT
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_REMARK };

struct diag_note {
    struct place place; /* line 0: without a place */
    unsigned end;       /* offset behind the marked range on the same line; 0: a caret alone */
    const char *message;
};

/* A replacement of the bytes [start, end) of the main file that mends the problem for certain. */
struct diag_fixit {
    unsigned start, end;
    const char *replacement;
};

struct diag {
    enum diag_id id;
    enum severity severity;
    struct place place;
    unsigned end;
    const char *message;
    LIST_OF(struct diag_note) notes;
    LIST_OF(struct diag_fixit) fixits;
};

struct diags {
    struct arena *arena;
    LIST_OF(struct diag *) list;
    size_t errors;
    bool shows_fixits; /* each again on a line of its own, which an editor can apply */
};

void diags_init(struct diags *diags, struct arena *arena);

/* Add a diagnostic; END as in struct diag_note. The result belongs to the list and takes notes. */
struct diag *diag_add(struct diags *diags, enum severity severity, enum diag_id id,
                      const struct place *place, unsigned end, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* PLACE may be NULL for a note that belongs to no place. */
void diag_add_note(struct diags *diags, struct diag *diag, const struct place *place, unsigned end,
                   const char *format, ...) __attribute__((format(printf, 5, 6)));

void diag_add_fixit(struct diags *diags, struct diag *diag, unsigned start, unsigned end,
                    const char *replacement);

/* Print all, sorted by place, in the GNU form with the source line and a caret. The text of the
 * main file is taken from UNIT; without one (NULL) it is read, like that of other files, and no
 * lines are printed for fix-its. */
void diags_print(const struct diags *diags, const struct unit *unit, FILE *stream);

const char *diag_id_text(enum diag_id id);                /* "carried-dependence" */
bool diag_id_find(const char *text, enum diag_id *found); /* the id of that text, if any */
const char *diag_id_summary(enum diag_id id);
const char *diag_id_explanation(enum diag_id id);

/* A bug of ours: says where, and aborts. */
#define PPCC_BUG(...) ppcc_bug(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void ppcc_bug(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
