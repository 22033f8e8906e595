/*
 * A growing byte string, for text that is put together piece by piece and for whole files. It owns
 * its bytes, which always end in a NUL that does not count; the bytes themselves may hold NULs.
 * A zeroed struct buf is empty. Out of memory ends the program with a message (status 2).
 */
#ifndef PPCC_BUF_H
#define PPCC_BUF_H

#include <stddef.h>

struct buf {
    char *bytes; /* NULL until something was added; use buf_text for a string */
    size_t length, room;
};

void buf_release(struct buf *buf);
void buf_add(struct buf *buf, const void *bytes, size_t length);
void buf_puts(struct buf *buf, const char *text);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The bytes as a string, "" when empty; good until the buffer changes. */
const char *buf_text(const struct buf *buf);

/* Reads the whole of an open descriptor. Returns 0 or -errno; on error BUF holds what came. */
int buf_read_fd(struct buf *buf, int fd);

/* Reads the whole of a file. Returns 0 or -errno (-EISDIR for a directory). */
int buf_read_file(struct buf *buf, const char *path);

#endif
