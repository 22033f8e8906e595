/* Lists of command-line arguments, and the two texts that hold some: response files and PPCC_CC. */
#ifndef PPCC_ARGS_H
#define PPCC_ARGS_H

#include "arena.h"

#include <stdbool.h>

/* A list of arguments. args_vector makes it an argv. */
struct args {
    struct arena *arena;
    LIST_OF(const char *) list;
};

void args_add(struct args *args, const char *arg);
void args_add_all(struct args *args, const struct args *others);

/* The arguments as a NULL-terminated vector in the arena. */
char **args_vector(const struct args *args);

/*
 * Adds the words of TEXT: blanks separate, quotes of both kinds group, a backslash makes the next
 * character an ordinary one. These are the rules of gcc's response files, inside quotes too.
 */
void args_split(struct args *args, const char *text);

/*
 * Adds ARG, or, when it is `@file` and the file can be read, the words of the file, and so on for
 * response files named in there. Returns whether a file was opened up.
 */
bool args_expand(struct args *args, const char *arg);

/* The arguments as text for one response file, or for the eyes of a user: quoted where needed. */
const char *args_quote(const struct args *args, const char *separator);

#endif
