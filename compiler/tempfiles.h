/*
 * Temporary files: in one folder of our own under TMPDIR, never beside the user's files. They are
 * removed by tempfiles_remove, and also when SIGINT, SIGTERM or SIGHUP ends the program.
 */
#ifndef PPCC_TEMPFILES_H
#define PPCC_TEMPFILES_H

#include "arena.h"

#include <sys/types.h>

/*
 * The path of a file to be made, called NAME, in a new folder of its own; the folder exists, the
 * file does not. Returns NULL, with errno set, when there can be no folder.
 */
const char *tempfile_new(struct arena *arena, const char *name);

/* A child that the three signals are handed on to; 0: none. */
void tempfiles_watch_child(pid_t child);

void tempfiles_remove(void);

#endif
