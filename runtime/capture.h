/* stdout of the body, in a worker; see capture.c. */
#ifndef PPAR_CAPTURE_H
#define PPAR_CAPTURE_H

#include "io.h"
#include "wire.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct capture {
    int fd;         /* the file that descriptor 1 appends to; -1: nothing is captured */
    uint64_t size;  /* of that file, as far as events tell of it */
    uint64_t sent;  /* of these bytes, how many earlier records have carried */
    uint64_t holes; /*  and how many of those were given back to the file system */
    struct wire_event *events;
    size_t count, room;
    int is_limited; /* the host limits the size of files */
    FILE *original; /* the host's stdout */
    FILE *stream;   /* what stdout is now, or NULL */
    char *buffer;   /*  its buffer */
    int marked;     /*  its buffer starts with our mark, see capture.c */
    int closing;    /*  it is we who flush it */
    int error;      /* 0, or the first -errno */
};

/* Before the fork: all that needs memory. FD: a scratch file, or -1: nothing will be captured.
 * WIDE: stdout has to take wide characters. 0 or -ENOMEM. In the parent it is released in any case.
 */
int capture_prepare(struct capture *capture, int fd, int wide);
void capture_release(struct capture *capture);

/* In a fresh worker: the file becomes its descriptor 1. 0 or -errno. */
int capture_init(struct capture *capture);

/* The start of a chunk, and the end of its body: the events are complete, or -errno. */
void capture_start(struct capture *capture);
int capture_finish(struct capture *capture);

/* Whether the body has printed wide characters that nobody had announced. They are lost. */
int capture_is_wide(const struct capture *capture);

/* Bytes of text of all events. */
uint64_t capture_length(const struct capture *capture);

/* The events, and later their text. */
void capture_send_events(const struct capture *capture, struct sink *sink);
int capture_send_text(const struct capture *capture, struct sink *sink);

/* No more is captured: stdout is the stream that it was. */
void capture_end(const struct capture *capture);

/* The record is out: forget it all. */
void capture_clear(struct capture *capture);

#endif
