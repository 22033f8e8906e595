/* The sources of a program as a build system lists them: compile_commands.json. */
#ifndef PPCC_DATABASE_H
#define PPCC_DATABASE_H

#include "invocation.h"

/* Makes a job of each C source in the compilation database that the command line names. Returns 0,
 * or, with a message, the exit status. */
int database_read(struct invocation *invocation);

#endif
