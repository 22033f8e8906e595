/* Dependency files (-MD) of translated sources: they have to name the user's files. */
#ifndef PPCC_DEPFILE_H
#define PPCC_DEPFILE_H

#include "invocation.h"

/*
 * In each file that COMMAND may have written dependencies to, puts the name of the job's source in
 * place of the translated text that the compiler was given, and those of the headers that are a
 * part of it. Returns 0 or -errno.
 */
int depfile_name_source(const struct command *command, const struct job *job);

#endif
