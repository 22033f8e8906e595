/* The mappings of this process, as /proc/self/maps lists them. */
#ifndef PPAR_MAPS_H
#define PPAR_MAPS_H

#include <stddef.h>
#include <stdint.h>

/* The files of ours that stand behind memory of the host's are called so. */
#define MAPS_OURS "ppar-results"

/* One line. */
struct mapping {
    uintptr_t start, end;
    char access[5];  /* "rw-p" */
    uint64_t offset; /* in its file, */
    uint64_t inode;  /*  which has this number, or 0 */
    char name[64];   /* its beginning */
};

/* The text of /proc/self/maps, or NULL. Not by malloc: it is asked for in signal handlers, too. */
char *maps_read(void);
void maps_free(char *maps);

/* The same with /proc/self/smaps, where more lines about each mapping follow the first. */
char *maps_read_details(void);

/* The bytes that the text itself takes, which lie in a mapping of their own from *START on. */
size_t maps_size(const char *maps, uintptr_t *start);

/* The mapping that the line tells of; 0: it tells of none. */
int maps_parse(const char *line, struct mapping *mapping);

/* The next line, or NULL. */
const char *maps_next(const char *line);

/* Whether the mapping is of a file of ours. */
int maps_is_ours(const struct mapping *mapping);

/* Whether all memory from START to END is plain: private to this process, of no file but one of
 * ours, readable and writable, and no stack. */
int maps_are_plain(const char *maps, uintptr_t start, uintptr_t end);

/* Whether no memory from START to END is shared with other processes. */
int maps_are_private(const char *maps, uintptr_t start, uintptr_t end);

#endif
