/*
 * The only door to libclang. A frontend parses one file, finds its pragmas by token, and turns the
 * syntax tree into the plain data of ir.h. Diagnostics of severity error that clang reports become
 * diagnostics of ours; after one, nothing is transformed.
 */
#ifndef PPCC_FRONTEND_H
#define PPCC_FRONTEND_H

#include "../buf.h"
#include "../model.h"

struct frontend;

/* A text that stands for that of a file. */
struct own_header {
    const char *path, *text;
    size_t length;
};

/* What libclang takes for predefined; identity.c. One for each source, zeroed but for ASK. */
struct identity {
    /* The macros of the real compiler behind TEXT, with MORE options up to a NULL, as lines of
     * #define; NULL: it does not tell. */
    const char *(*ask)(void *asked, const char *text, const char *const *more);
    void *asked;
    bool was_asked;     /* the rest is filled */
    const char *listed; /* the predefined macros; NULL: libclang's own are taken, ... */
    bool is_clang;      /* ... for they make no difference */
    bool has_inlines;   /* inline functions of the library are read as the compiler would */
    const char *macros; /* LISTED and what else libclang has to hear before the source */
    bool is_answered;   /* MACROS answer __has_builtin and its like */
    bool is_open;       /* not all of them: the compiler does not tell */
    LIST_OF(const char *) operands; /* what they have been asked about, as names of macros */
    LIST_OF(struct own_header) own; /* clang's own headers, which ask clang */
};

struct frontend_options {
    const char *const
        *args; /* compiler flags for libclang, whitelisted (flags.h), without the file */
    size_t arg_count;
    const char *directory; /* that names of files are meant in; NULL: the current one */
    const char *file;      /* what libclang opens; NULL: the path */
    bool wraps_signed;     /* see struct unit */
    bool types_alias;      /* likewise */
    bool fast_math;        /* any flag that lets the compiler reorder floating-point operations */
    bool contracts;        /* the real compiler may fuse operations where the machine can */
    struct pieces pieces;  /* of the text, when frontend_unfold made it */
    bool (*calls_gcc)(void *caller); /* whether the real compiler is gcc, asked when it matters;
                                        NULL: it is */
    void *caller;
    struct identity *identity; /* what is known of the real compiler's macros; NULL: nothing */
    unsigned first_id; /* of the unit's variables and functions; struct unit's next_id is behind */
};

/*
 * Parse PATH, whose bytes are TEXT, which has to last as long as the arena. Returns NULL, with a
 * diagnostic, when libclang cannot be used at all. Errors in the user's code are reported by
 * frontend_model, not here: a file whose pragmas are all well is then still looked through for the
 * first error.
 */
struct frontend *frontend_open(struct arena *arena, const char *path, const char *text,
                               size_t length, const struct frontend_options *options,
                               struct diags *diags);
void frontend_close(struct frontend *frontend);

/*
 * Stage scan: every `#pragma ppar`, `%:pragma ppar` and _Pragma("ppar ...") of the main file that
 * the preprocessor does not skip, in order, and those of included files that declare effects.
 * Pragmas that frontend_unfold could bring into the main file are reported as not built.
 */
void frontend_scan(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags);

/* A text to be opened in place of another one. */
struct unfolded {
    struct buf text; /* the caller's */
    struct pieces pieces;
    LIST_OF(const char *) headers; /* files whose text is in it now */
};

/*
 * Behind the scan: when there are annotations that do not stand in the main file as pragmas, makes
 * the text in which they do, or come closer, and returns true; it has to be opened and scanned
 * again. Returns false when there is nothing of that kind, or nothing can be done about it.
 */
bool frontend_unfold(struct frontend *frontend, const struct pragmas *pragmas,
                     struct unfolded *unfolded);

/*
 * Stage model: the unit, with the clauses' expressions resolved in the scope of their loops and
 * each pragma bound to the statement behind it. A pragma that does not stand before a for statement
 * is reported (pragma-placement) and marked as failed. Returns NULL when clang reported an error.
 */
struct unit *frontend_model(struct frontend *frontend, struct pragmas *pragmas,
                            struct diags *diags);

#endif
