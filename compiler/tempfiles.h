/*
 * Temporary files: in one folder of our own under TMPDIR, never beside the user's files. They are
 * removed by tempfiles_remove, and also when SIGINT, SIGTERM or SIGHUP ends the program.
 */
#ifndef PPCC_TEMPFILES_H
#define PPCC_TEMPFILES_H

#include "arena.h"

#include <signal.h>
#include <sys/types.h>

/*
 * The path of a file to be made, called NAME, in a new folder of its own; the folder exists, the
 * file does not. Returns NULL, with errno set, when there can be no folder.
 */
const char *tempfile_new(struct arena *arena, const char *name);

/*
 * Another name of PATH, a temporary file, for the programs that we start: it does not depend on
 * TMPDIR or chance. Good in them and in those that they start, not in a server that they ask. PATH
 * itself when there can be none.
 */
const char *tempfile_alias(struct arena *arena, const char *path);

/* The three signals. They are blocked while a child is not watched yet, and in all threads but the
 * one that starts children. */
void tempfiles_signals(sigset_t *signals);

/* A child that the three signals are handed on to; 0: none. */
void tempfiles_watch_child(pid_t child);

void tempfiles_remove(void);

#endif
