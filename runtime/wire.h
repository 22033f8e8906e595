/*
 * The record that a worker sends for each chunk. All numbers in the byte order of the machine, for
 * both ends are the same program:
 *
 *     header     magic, version, kind, length of what follows, range, counts
 *     segments   PUTS of them: output number, flags, byte offset, length
 *     data       the segments' bytes, in the same order
 *     deep       what pointers among them point to (deep.h, pack.c)
 *     events     EVENTS of them: what kind of output, length
 *     parts      of the reductions (reduce.h)
 *     notes      of folds to be repeated (notes.h)
 *     text       the events' bytes, in the same order
 *
 * From the events on is what has to be applied in iteration order.
 *
 * A worker whose body calls exit() sends as its last record what the chunk has printed until then:
 * no segments, nothing deep, no parts, no notes, and the status in the header.
 */
#ifndef PPAR_WIRE_H
#define PPAR_WIRE_H

#include <stddef.h>
#include <stdint.h>

#define WIRE_MAGIC   0x52415050u /* "PPAR" */
#define WIRE_VERSION 3

enum wire_kind {
    WIRE_CHUNK = 1, /* a chunk's results */
    WIRE_END = 2,   /* this worker has found no further chunk; nothing follows */
    WIRE_EXIT = 3,  /* the body has called exit in this chunk; nothing follows */
    WIRE_LEFT = 4,  /* a chunk's results; its last iteration ends the loop, and nothing follows */
};

struct wire_header {
    uint32_t magic;
    uint16_t version;
    uint16_t kind;
    uint64_t length;      /* bytes after the header */
    uint64_t first, last; /* the chunk */
    uint64_t notes;       /* bytes of them */
    uint64_t deep;        /* the same */
    uint32_t puts;
    uint32_t events;
    int32_t status;  /* WIRE_EXIT: exit's argument; WIRE_LEFT: enum ppar_way; else 0 */
    uint32_t unused; /* 0 */
};

enum wire_put_flags {
    WIRE_MAYBE = 1, /* change only what differs */
};

struct wire_segment {
    uint32_t output;
    uint32_t flags;
    int64_t offset;
    uint64_t length;
};

/* What came to stdout, in the order in which it came. */
enum wire_event_kind {
    WIRE_TEXT = 1,    /* through stdio */
    WIRE_FLUSHED = 2, /* through stdio, and then the body called fflush */
    WIRE_RAW = 3,     /* to the descriptor: by write, or by another process */
};

struct wire_event {
    uint32_t kind;
    uint32_t unused; /* 0 */
    uint64_t length;
};

/* A record in memory, checked: the pointers are into it, and not aligned. */
struct record {
    struct wire_header header;
    const char *segments, *data, *deep, *events, *parts, *notes, *text;
    const char *end;
};

/* What the receiver knows by itself and holds the record against. */
struct wire_limits {
    uint64_t trips;
    uint64_t each_bytes;  /* of reduction parts an iteration, */
    uint64_t chunk_bytes; /*  and a chunk */
    const struct replays *replays;
    size_t outputs;
    const struct output *output; /* run.h */
};

/* Both: NULL when all is well, else what is wrong. */
const char *wire_check_header(const struct wire_header *header, const struct wire_limits *limits);
const char *wire_open(struct record *record, const char *bytes, const struct wire_limits *limits);

/* The k-th of them, copied out. */
struct wire_segment wire_segment_get(const struct record *record, uint32_t k);
struct wire_event wire_event_get(const struct record *record, uint32_t k);

#endif
