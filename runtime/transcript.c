/*
 * What a run of a loop has printed.
 *
 * A run that is cut into chunks tells of text and raw bytes chunk by chunk, a whole one all at
 * once, and yet the two print the same: text waits in a buffer until it is flushed, and raw bytes
 * go past it. So the events are played to a buffer without an end, a file, and what leaves it is
 * appended to another one:
 *
 *     TEXT      to what is held
 *     FLUSHED   to what is held, all of which goes out
 *     RAW       goes out
 *
 * Two runs print the same if these files are the same in both.
 */
#include "transcript.h"
#include "io.h"
#include "wire.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

int transcript_open(struct transcript *transcript)
{
    *transcript = (struct transcript){.out = io_scratch(), .held = -1};
    if (transcript->out >= 0)
        transcript->held = io_scratch();
    int error = transcript->out < 0 ? transcript->out : transcript->held < 0 ? transcript->held : 0;
    if (error != 0)
        transcript_close(transcript);
    return error;
}

void transcript_close(struct transcript *transcript)
{
    io_close(&transcript->out);
    io_close(&transcript->held);
}

/* Up to LENGTH bytes from AT on; how many, or -errno. */
static ssize_t read_at(int fd, uint64_t at, char *bytes, size_t length)
{
    ssize_t got;
    do
        got = pread(fd, bytes, length, (off_t)at);
    while (got < 0 && errno == EINTR);
    return got < 0 ? -errno : got;
}

static int flush(const struct transcript *transcript)
{
    char piece[8192];
    ssize_t got;
    int error = 0;
    for (uint64_t at = 0; error == 0; at += (uint64_t)got) {
        got = read_at(transcript->held, at, piece, sizeof piece);
        if (got <= 0)
            return got < 0 ? (int)got : io_empty(transcript->held);
        error = io_write(transcript->out, piece, (size_t)got);
    }
    return error;
}

void transcript_add(struct transcript *transcript, uint32_t kind, const char *text, size_t length)
{
    if (transcript->error != 0 || transcript->out < 0)
        return;
    transcript->error =
        io_write(kind == WIRE_RAW ? transcript->out : transcript->held, text, length);
    if (transcript->error == 0 && kind == WIRE_FLUSHED)
        transcript->error = flush(transcript);
}

static size_t same_bytes(const char *a, const char *b, size_t length)
{
    size_t same = 0;
    while (same < length && a[same] == b[same])
        same++;
    return same;
}

/* What stands in both files from there on. */
static void take_excerpts(int a, int b, struct printed_difference *difference)
{
    ssize_t from_a = read_at(a, difference->at, difference->a, EXCERPT);
    ssize_t from_b = read_at(b, difference->at, difference->b, EXCERPT);
    difference->a_length = from_a > 0 ? (size_t)from_a : 0;
    difference->b_length = from_b > 0 ? (size_t)from_b : 0;
}

static int files_differ(int a, int b, struct printed_difference *difference)
{
    char from_a[8192], from_b[8192];
    for (uint64_t at = 0;; at += sizeof from_a) {
        ssize_t a_got = read_at(a, at, from_a, sizeof from_a);
        ssize_t b_got = read_at(b, at, from_b, sizeof from_b);
        if (a_got < 0 || b_got < 0)
            return (int)(a_got < 0 ? a_got : b_got);
        size_t least = (size_t)(a_got < b_got ? a_got : b_got);
        size_t same = same_bytes(from_a, from_b, least);
        if (same < least || a_got != b_got) {
            difference->at = at + same;
            take_excerpts(a, b, difference);
            return 1;
        }
        if (least < sizeof from_a)
            return 0;
    }
}

int transcript_differ(const struct transcript *a, const struct transcript *b,
                      struct printed_difference *difference)
{
    if (a->error != 0 || b->error != 0)
        return a->error != 0 ? a->error : b->error;
    int outcome = files_differ(a->out, b->out, difference);
    return outcome != 0 ? outcome : files_differ(a->held, b->held, difference);
}
