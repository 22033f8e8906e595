/*
 * One invocation of ppcc that has something to translate: what its phases (driver.c) hand on. The
 * phase that reads and translates is in sources.c, the one that runs the real compiler in
 * compile.c.
 */
#ifndef PPCC_INVOCATION_H
#define PPCC_INVOCATION_H

#include "flags.h"
#include "installation.h"
#include "translate.h"

/* One source that ppcc looks at closely. */
struct job {
    const struct input *input;
    const struct command *command; /* whose flags it is compiled with */
    const char *directory;         /* that these are meant in; NULL: the current one */
    const char *file;              /* its absolute name; NULL: there is only the input's path */
    enum outcome outcome;
    LIST_OF(const char *) headers; /* whose text is a part of TEXT */
    struct buf text;               /* the generated C of a translated one; with --emit, of any */
    const char *temp;              /* what the compiler gets in place of the source; NULL: stdin */
    const char *object;            /* a temporary object that stands for it in a link, or NULL */
};

/* What the real compiler has answered; predefined.c. */
struct answer {
    const char *flags, *text, *macros;
};

struct invocation {
    struct arena *arena;
    struct command command;
    struct installation installation;
    struct args compiler;   /* the words that call the real compiler */
    bool was_asked, is_gcc; /* compiler_is_gcc */
    LIST_OF(struct answer) answers;
    LIST_OF(struct job) jobs;
    size_t listed; /* different sources in the compilation database, those of no job included */
};

/* Are the sources one program, each of which may use the others' definitions? A file that becomes
 * an object may be linked with anything. */
bool is_one_program(const struct invocation *invocation);

/* Are the jobs all that the command names, with nothing but the C library beside them? */
bool is_closed(const struct invocation *invocation);

/* Whether the real compiler is gcc. It is run once, to say what it is. */
bool compiler_is_gcc(struct invocation *invocation);

/* Translates every job and writes the report. Returns the exit status: 0 when none is rejected. */
int translate_sources(struct invocation *invocation);

/* Runs the real compiler, once or more, on the user's command line with the translated sources in
 * their places. Returns the exit status. */
int compile_sources(struct invocation *invocation);

#endif
