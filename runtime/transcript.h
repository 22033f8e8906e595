/* What a run of a loop has printed, in a form that does not depend on how it was cut into chunks;
 * see transcript.c. */
#ifndef PPAR_TRANSCRIPT_H
#define PPAR_TRANSCRIPT_H

#include <stddef.h>
#include <stdint.h>

#define EXCERPT 48 /* bytes */

struct transcript {
    int out;   /* a file: what has come to the descriptor, */
    int held;  /*  and what would still wait in the buffer of stdout */
    int error; /* 0, or the first -errno */
};

/* Two files that differ: from byte AT on, with what stands there in each. */
struct printed_difference {
    uint64_t at;
    char a[EXCERPT], b[EXCERPT];
    size_t a_length, b_length;
};

/* 0 or -errno. */
int transcript_open(struct transcript *transcript);
void transcript_close(struct transcript *transcript);

/* An event of this kind (wire.h) with its bytes. */
void transcript_add(struct transcript *transcript, uint32_t kind, const char *text, size_t length);

/* 1: they differ; 0: they do not; or -errno. */
int transcript_differ(const struct transcript *a, const struct transcript *b,
                      struct printed_difference *difference);

#endif
