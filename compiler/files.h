/* Writing files whole. All functions return 0 or -errno. */
#ifndef PPCC_FILES_H
#define PPCC_FILES_H

#include "arena.h"

int write_all(int fd, const char *bytes, size_t length);

/* Makes or overwrites PATH; on error there is none. */
int write_file(const char *path, const char *bytes, size_t length);

/* The same for a file of the user's: an existing one is replaced at once, whole, or kept as it is.
 * What is no regular file, such as /dev/null or a pipe, is written to. */
int replace_file(struct arena *arena, const char *path, const char *bytes, size_t length);

#endif
