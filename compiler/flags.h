/*
 * A compiler's command line, understood as far as ppcc has to: which sources it names, what it does
 * with them, what of it libclang needs, and ppcc's own options. Everything else is passed on as it
 * stands.
 */
#ifndef PPCC_FLAGS_H
#define PPCC_FLAGS_H

#include "args.h"
#include "message_options.h"

/* What the real compiler makes of the sources. Higher values win when several are given. */
enum mode {
    MODE_LINK,       /* an executable or a shared library */
    MODE_OBJECT,     /* -c */
    MODE_ASSEMBLY,   /* -S */
    MODE_SYNTAX,     /* -fsyntax-only */
    MODE_PREPROCESS, /* -E, -M, -MM */
    MODE_QUERY,      /* --version, -print-..., -dump...: no sources are wanted */
};

enum stage {
    STAGE_NONE,
    STAGE_SCAN,
    STAGE_PARSE,
    STAGE_MODEL,
    STAGE_EFFECTS,
    STAGE_ROLES,
    STAGE_DEPEND,
    STAGE_TYPES,
    STAGE_VERDICT,
    STAGE_LOWER,
    STAGE_REWRITE,
    STAGE_COUNT
};

/* A file on the command line that is neither an option nor an option's argument. */
struct input {
    size_t arg;           /* its index in command.args */
    const char *path;     /* "-" is stdin */
    const char *language; /* what -x says for it; NULL: its suffix decides */
};

/* -ffile-prefix-map=OLD=NEW and its like. */
struct prefix_map {
    const char *text; /* "OLD=NEW" */
    bool is_for_debugging, is_for_macros;
};

struct command {
    struct arena *arena;
    struct args args;       /* all but ppcc's own options, response files opened up */
    struct args compiler;   /* the words before them that call the real compiler, if any */
    bool had_response_file; /* ARGS may be longer than the system takes on a command line */
    enum mode mode;
    const char *output;              /* -o, or NULL; ... */
    size_t output_arg, output_words; /* ... where it stands in ARGS, and on how many words */
    const char *language;            /* of -x at the end of the command line, or NULL */
    bool is_cplusplus;               /* COMPILER takes a .c for C++ */
    bool names_library;  /* -l or another option that makes a link even without a file */
    bool is_relocatable; /* -r: what is linked is no program yet */
    LIST_OF(struct input) inputs;

    struct args libclang;                /* the flags that libclang understands and needs */
    struct args predefining;             /* those that what the compiler predefines depends on */
    LIST_OF(const char *) quote_folders; /* -iquote, then -I: where headers of the project are */
    size_t iquote_count;                 /* the first so many of them are -iquote */
    LIST_OF(const char *) forced;        /* -include, -imacros */
    bool writes_depfile;                 /* -MD, -MMD or -Wp,-MD,... */
    LIST_OF(const char *) depfiles;      /* where -MF or -Wp,-MD,... say that it goes */

    LIST_OF(struct prefix_map) maps; /* the last one that fits counts */

    bool links_more; /* than the inputs and the C library: -l, -shared, options of the linker's */
    bool renames;    /* the linker is told to take one symbol for another */
    bool counts;     /* --coverage and its like: the program counts what it runs */

    bool wraps_signed;     /* signed overflow is defined to wrap */
    bool types_alias;      /* -fno-strict-aliasing: an object may be accessed as any type */
    bool fast_math;        /* floating-point operations may be reordered */
    unsigned fast_reasons; /* what makes it so; flags.c */
    bool contracts_given;  /* -ffp-contract was given, ... */
    bool contracts;        /* ... and does not say off */
    bool is_c90;           /* -ansi, -std=c90 and its like: there is no long long */
    bool is_iso;           /* -std=c* or -ansi: gcc then contracts only when told to */

    /* ppcc's own options */
    bool has_own_options;
    bool emit, check, suggest, fix, show, keep, no_ppar, help, version;
    bool explains;       /* --explain ID */
    const char *explain; /* the ID, or NULL when it is missing */
    const char *report;  /* --report=FILE */
    const char *cc;      /* --cc=CC */
    enum stage dump;
    const char *database;  /* -p: where the compilation database is, beside --check and its like */
    double analysis_limit; /* --analysis-limit=SECONDS; 0: the default */
    struct message_options messages;
    const char *wrong; /* a message: what is wrong with ppcc's own options, or NULL */
};

/* ARGV[0] is not looked at. */
void command_parse(struct command *command, struct arena *arena, int argc, char **argv);

/* Is the input C, so that ppcc can have something to do with it? */
bool input_is_c(const struct input *input);
bool input_is_preprocessed(const struct input *input);
bool input_is_stdin(const struct input *input);

/* Does the command end in a link? */
bool command_links(const struct command *command);

const char *stage_name(enum stage stage); /* "scan" */

#endif
