/* Memory that the parent shares with workers that stay; see region.c. */
#ifndef PPAR_REGION_H
#define PPAR_REGION_H

#include "io.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define REGIONS 64 /* at most */

/* Whole pages. */
struct region {
    uintptr_t start, end;
    struct held file; /* that they are */
};

/* Makes the pages from START to END, plain ones, a region. 0 or -errno; then nothing has changed.
 */
int region_share(uintptr_t start, uintptr_t end);

/* The region with the lowest address of those that have a byte in [START, END), or NULL. */
const struct region *region_find(uintptr_t start, uintptr_t end);

/* Whether the region is still there, all of it: the program may have unmapped it, or mapped
 * something else. */
int region_is_intact(const struct region *region);

int region_are_intact(void); /* all of them */

/* Whether a process that is forked gets the regions. It must be a worker: others would share them,
 * and where they are forked so that nobody hears of it, they had better not have them. */
void region_inherit(int inherits);

/* Makes all regions private again, as far as they are still there. 0 or -errno: then some memory
 * is shared with whoever has it mapped. */
int region_end_all(void);

/* Makes SIZE bytes at START, which are OFFSET bytes behind the start of the file, memory that is
 * private to this process and has the same contents. 0 or -errno. */
int region_make_private(char *start, size_t size, int fd, off_t offset, int protection);

#endif
