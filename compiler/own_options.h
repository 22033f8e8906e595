/* ppcc's own options, as a part of flags.h. */
#ifndef PPCC_OWN_OPTIONS_H
#define PPCC_OWN_OPTIONS_H

#include "flags.h"

/* Is ARG, with NEXT behind it (or NULL), an option of ppcc's own? Returns how many arguments it
 * takes up, 0 if it is none. */
size_t take_own_option(struct command *command, const char *arg, const char *next);

#endif
