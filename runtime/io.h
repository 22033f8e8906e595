/*
 * Reading and writing that always finishes, and descriptors that stay out of the host's way: every
 * one is close-on-exec and none is 0, 1 or 2, also when the host has closed those.
 */
#ifndef PPAR_IO_H
#define PPAR_IO_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Writes all of it; 0 or -errno. */
int io_write(int fd, const void *bytes, size_t length);

/* Reads until LENGTH bytes or the end of the file; the number of bytes read, or -errno. */
ssize_t io_read(int fd, void *bytes, size_t length);

/* A pipe for records, ends[0] to read and without blocking; 0 or -errno. */
int io_pipe(int ends[2]);

/* An empty file without a name, for reading and appending; its descriptor or -errno. On disk where
 * there is a place for temporary files, and much of it, otherwise in memory. */
int io_scratch(void);

/* Opens the file; its descriptor or -errno. */
int io_open(const char *path, int flags);

/* An empty file in memory; its descriptor or -errno. NAME: for /proc. */
int io_memory(const char *name);

/* A descriptor that stays open while the program goes on, which may close what it does not know and
 * get its number for something else. */
struct held {
    int fd; /* 0: none */
    uint64_t device, inode;
};

/* Holds the file of FD, a descriptor or -errno, under a large number; FD is closed. 0 or -errno. */
int io_hold(struct held *held, int fd);

/* Whether it is still that file. */
int io_is_held(const struct held *held);

/* Closes it, if it is; it is none then. */
void io_let_go(struct held *held);

/* Closes all descriptors but KEPT. */
void io_close_all_but(int kept);

/* Whether the file system of FD has BYTES left, as far as it says. */
int io_has_room(int fd, uint64_t bytes);

/* Whether a file may grow to BYTES; beyond the host's own limit there would be a signal. */
int io_may_grow(uint64_t bytes);

/* Makes TO the file that FROM is; 0 or -errno. */
int io_replace(int to, int from);

/* Makes FD the file that takes everything and keeps nothing; 0 or -errno. */
int io_silence(int fd);

/* Empties the file; 0 or -errno. */
int io_empty(int fd);

/* Closes *FD unless it is -1, and sets it to -1. */
void io_close(int *fd);

/* Closes FIRST to LAST, all of which are open. */
void io_close_range(int first, int last);

/*
 * A sink collects small pieces and writes large ones straight from where they are: many elements
 * here and there cost no system call each, 256 MB in one piece no copy.
 */
#define SINK_BYTES 65536

struct sink {
    int fd;
    int error; /* 0, or the first -errno; nothing is written after it */
    size_t used;
    char bytes[SINK_BYTES];
};

void sink_init(struct sink *sink, int fd);
void sink_write(struct sink *sink, const void *bytes, size_t length);

/* Writes what is left; 0, or the first -errno since sink_init. */
int sink_flush(struct sink *sink);

#endif
