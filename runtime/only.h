/* PPAR_ONLY: one iteration alone; see only.c. */
#ifndef PPAR_ONLY_H
#define PPAR_ONLY_H

#include "api.h"

#include <stddef.h>
#include <stdint.h>

/* Ends the program, with a message, if the loop has no iteration K or cannot run it alone. */
void only_check(const struct ppar_loop *loop, uint64_t k);

/* The iteration has come to its end. */
_Noreturn void only_end(const struct ppar_loop *loop);

/* The command line of this process as a shell reads it, with a space in front. Returns TEXT. */
char *only_invocation(char *text, size_t size);

/* The setting of a variable as a shell reads it in front of a command, with a space before it.
 * Returns its length. */
int only_setting(const char *name, const char *value, char *text, size_t size);

/* The command that runs iteration K of the loop that is being executed alone: this program's, in
 * TEXT. Returns TEXT. */
char *only_command(uint64_t k, char *text, size_t size);

#endif
