/* ppcc's own options, as a part of flags.h. */
#ifndef PPCC_OWN_OPTIONS_H
#define PPCC_OWN_OPTIONS_H

#include "flags.h"

/* Is ARG, with NEXT behind it (or NULL), an option of ppcc's own? Returns how many arguments it
 * takes up, 0 if it is none. */
size_t take_own_option(struct command *command, const char *arg, const char *next);

/* Whether one of ARGS asks about sources, and nothing is built. -p is ppcc's then; else it is an
 * option of the compiler's. */
bool asks_about_sources(const struct args *args);

/* The same as take_own_option of -p DIR alone. */
size_t take_database(struct command *command, const char *arg, const char *next);

#endif
