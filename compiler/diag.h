/*
 * What ppcc says about the user's code. A stage adds diagnostics to a list and goes on; the list is
 * printed once, in order of place, so that all of a file's problems are reported together.
 *
 * Messages are lower case without a full stop, put the user's names in single quotes and speak of
 * loops, iterations and variables, never of syntax trees or integer sets.
 */
#ifndef PPCC_DIAG_H
#define PPCC_DIAG_H

#include "diag_id.h"
#include "ir.h"

struct diag_note {
    struct place place; /* line 0: without a place */
    unsigned end;       /* offset behind the marked range on the same line; 0: a caret alone */
    const char *message;
};

/* A replacement of the bytes [start, end) of the main file that mends the problem: for certain, or
 * if the user chooses what the note beside it says. */
struct diag_fixit {
    unsigned start, end;
    const char *replacement;
    bool is_choice;
};

struct diag {
    enum diag_id id;
    enum severity severity;
    struct place place;
    unsigned end;
    bool
        is_collision; /* two accesses meet: first that of the first note with a place, then PLACE */
    const char *message;
    LIST_OF(struct diag_note) notes;
    LIST_OF(struct diag_fixit) fixits;
};

struct warnings;

struct diags {
    struct arena *arena;
    const struct warnings *warnings; /* what the user wants of warnings; NULL: all of them */
    LIST_OF(struct diag *) list;
    size_t errors;
};

void diags_init(struct diags *diags, struct arena *arena);

/* Add a diagnostic; END as in struct diag_note. The result takes notes and belongs to the list,
 * unless it is a warning or a remark that the user does not want. */
struct diag *diag_add(struct diags *diags, enum severity severity, enum diag_id id,
                      const struct place *place, unsigned end, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* PLACE may be NULL for a note that belongs to no place. */
void diag_add_note(struct diags *diags, struct diag *diag, const struct place *place, unsigned end,
                   const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The replacement is copied. */
void diag_add_fixit(struct diags *diags, struct diag *diag, struct diag_fixit fixit);

/* All, in the order in which they are to be read: that of the places, so that it does not depend on
 * the order in which the stages found the problems. First what has no place, then included files by
 * name, then the main file; at one place the order of finding. An array in ARENA, diags->list.count
 * long. UNIT tells the main file where several files are in one list, or is NULL. */
const struct diag **diags_sorted(struct arena *arena, const struct diags *diags,
                                 const struct unit *unit);

/* A bug of ours: says where, and aborts. */
#define PPCC_BUG(...) ppcc_bug(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void ppcc_bug(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
