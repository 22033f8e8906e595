/* What the real compiler predefines: its name, version and machine, as the flags make them. */
#ifndef PPCC_PREDEFINED_H
#define PPCC_PREDEFINED_H

#include "invocation.h"

/* May the option ARG change what a compiler predefines, without its making files of its own? */
bool may_predefine(const char *arg);

/* Who is asked, and with which flags. */
struct predefined {
    struct invocation *invocation;
    const struct command *command;
};

/*
 * The macros that the real compiler has behind TEXT, as lines of #define, in the invocation's
 * arena; its predefined ones among them. MORE are options beside the user's, up to a NULL; or NULL
 * itself. Returns NULL when the compiler does not tell. ASKED is a struct predefined.
 */
const char *predefined_behind(void *asked, const char *text, const char *const *more);

#endif
