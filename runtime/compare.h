/* Two processes' memory, compared; see compare.c. */
#ifndef PPAR_COMPARE_H
#define PPAR_COMPARE_H

#include "scope.h"

#include <stddef.h>

/* Where this process's memory differs from the other's, ascending, and the other's bytes, one
 * stretch after the other. */
struct differences {
    struct stretch *items;
    size_t count, room;
    char *bytes;
    size_t length, bytes_room;
    int is_cut; /* there are more */
};

/* Sends what lies in the scope, as far as there is memory; 0 or -errno. */
int compare_send(int fd, const struct scope *scope);

/* Receives it, and compares it with what lies here. 0 or -errno. */
int compare_receive(int fd, struct differences *differences);
void compare_release(struct differences *differences);

/* The other's bytes of the K-th stretch. */
const char *compare_bytes(const struct differences *differences, size_t k);

#endif
