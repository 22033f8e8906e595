/* Dependency files (-MD) of translated sources: they have to name the user's source. */
#ifndef PPCC_DEPFILE_H
#define PPCC_DEPFILE_H

#include "flags.h"

/*
 * In each file that the compiler may have written dependencies to, puts the name of INPUT in place
 * of TEMP, the translated text that the compiler was given. Returns 0 or -errno.
 */
int depfile_name_source(const struct command *command, const struct input *input, const char *temp);

#endif
