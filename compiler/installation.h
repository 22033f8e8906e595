/*
 * Where ppcc's own files are, and which compiler is behind it. Both the build tree and an installed
 * tree have bin/ppcc, libexec/ppcc/ppcc1, lib/libppar.a and include/ppar.h under one folder, which
 * is found from the running program itself, so that a tree may be moved.
 */
#ifndef PPCC_INSTALLATION_H
#define PPCC_INSTALLATION_H

#include "args.h"
#include "flags.h"

struct installation {
    const char *translator; /* ppcc1 */
    const char *library;    /* libppar.a; NULL: not there */
    const char *include;    /* the folder of ppar.h; NULL: not there, or one of the system's own */
};

/* The paths are in the arena. Returns 0 or -errno. */
int installation_find(struct installation *installation, struct arena *arena);

/* The words that call the real compiler: --cc, else those that the command line begins with, else
 * PPCC_CC, else cc, gcc or clang, whichever is there first and is not ppcc itself. */
void real_compiler(const struct command *command, struct args *words);

/* Adds what lets a source use <ppar.h>: after all flags of the user's. */
void add_compile_flags(const struct installation *installation, struct args *args);

/* Adds libppar behind the objects of COMMAND. */
void add_link_flags(const struct installation *installation, const struct command *command,
                    struct args *args);

#endif
