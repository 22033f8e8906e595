/* The parts of file names. */
#ifndef PPCC_PATHS_H
#define PPCC_PATHS_H

#include "arena.h"

/* "foo.c" of "sub/foo.c"; a part of PATH. */
const char *base_name(const char *path);

/* "sub/" of "sub/foo.c", "" of "foo.c". In ARENA. */
const char *folder_prefix(struct arena *arena, const char *path);

#endif
