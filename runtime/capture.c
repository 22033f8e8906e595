/*
 * What the body of a loop prints, kept in order until the parent can print it in iteration order.
 *
 * Two kinds of output have to keep the order that they have in the serial program: text through
 * stdio, which waits in stdout's buffer until something flushes it, and raw bytes, which write(2)
 * and other processes (system, fork and exec) put on descriptor 1 at once. In a worker, descriptor
 * 1 is a scratch file in append mode. Raw bytes land there by themselves. Text is appended to the
 * same file when stdio gives it up, and a list of events says which stretch is which:
 *
 *     file    | raw raw raw | text text | raw | text |
 *     events    RAW 11        FLUSHED 9   RAW 3 TEXT 4
 *
 * Raw stretches are found by looking at the file's size whenever text is about to be appended. The
 * parent then does the same things to its own stdout (replay.c): fwrite for text, fflush where the
 * body flushed, write for raw bytes; so that what stdio would have held back is held back.
 *
 * To see text and flushes, glibc's stdout is replaced by a stream with our write function. It is
 * called when the body flushes, when a line ends (if stdout is line buffered) and when the buffer
 * is full; the last two can be told by what they write. A flush of an empty buffer would not call
 * it. But the buffer need not be empty in the serial program, where earlier iterations may have
 * left text in it; so each chunk starts with a mark of one byte in the buffer, and the mark is cut
 * off again before the text is appended.
 *
 * What is not exact: raw bytes after more text than the buffer of the serial program holds, without
 * a flush between. There the serial program's buffer would have overflowed at some point before the
 * raw bytes; here all of the text that was not flushed follows them.
 *
 * A body that holds an older copy of the pointer stdout still writes to the original stream. It is
 * flushed at the end of the chunk. This is all that is done with a C library whose stdout cannot be
 * replaced, and for wide characters, which a stream with a write function of one's own does not
 * take: there a flush by the body makes its text raw.
 *
 * That wide characters come has to be known before the loop. Where it was not, they must not
 * vanish: a stream with a write function is a byte stream from its first day, and would refuse them
 * without a trace. So, while the program's stdout is not one or the other yet, ours is not either,
 * and has the means of the original to become a wide one; what it has become is looked at when the
 * chunk is done.
 */
#include "capture.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#define BUFFER_BYTES 65536
#define HOLE_BYTES   (1 << 20) /* sent text is given back in pieces of at least this size */

static int add_event(struct capture *capture, uint32_t kind, uint64_t length)
{
    struct wire_event *last = capture->count ? &capture->events[capture->count - 1] : NULL;
    if (last != NULL && last->kind == kind && kind != WIRE_FLUSHED) {
        last->length += length;
        return 0;
    }
    if (capture->count == capture->room) {
        size_t room = capture->room ? 2 * capture->room : 64;
        struct wire_event *events = realloc(capture->events, room * sizeof *events);
        if (events == NULL)
            return -ENOMEM;
        capture->events = events;
        capture->room = room;
    }
    capture->events[capture->count++] = (struct wire_event){.kind = kind, .length = length};
    return 0;
}

/* Whatever was appended since the last event becomes an event of this kind. */
static int note_growth(struct capture *capture, uint32_t kind)
{
    off_t end = lseek(capture->fd, 0, SEEK_END);
    if (end < 0)
        return -errno;
    if ((uint64_t)end < capture->size)
        return -ESPIPE; /* the body has cut the file */
    uint64_t length = (uint64_t)end - capture->size;
    capture->size = (uint64_t)end;
    return length == 0 ? 0 : add_event(capture, kind, length);
}

static int append_text(struct capture *capture, uint32_t kind, const char *text, size_t length)
{
    int error = note_growth(capture, WIRE_RAW);
    if (error == 0)
        error = io_write(capture->fd, text, length);
    if (error != 0)
        return error;
    capture->size += length;
    return add_event(capture, kind, length);
}

static int flush_original(struct capture *capture)
{
    if (__fpending(capture->original) == 0)
        return 0;
    if (fflush(capture->original) != 0)
        return -errno;
    return note_growth(capture, WIRE_TEXT);
}

#ifdef __GLIBC__

static int is_flush(const char *text, size_t length)
{
    return length % BUFFER_BYTES != 0 && text[length - 1] != '\n';
}

/* The stream's write function. It says that all was written even when it was not: the error is kept
 * for the end of the chunk, and the body must not see what would not happen serially. */
static ssize_t write_text(void *cookie, const char *text, size_t length)
{
    struct capture *capture = cookie;
    size_t mark = capture->marked && length > 0;
    int saved = errno;
    int line = __flbf(capture->stream) && length > 0 && !is_flush(text, length);
    int full = length % BUFFER_BYTES == 0;
    uint32_t kind =
        capture->closing || capture->buffer == NULL || line || full ? WIRE_TEXT : WIRE_FLUSHED;
    capture->marked = 0;
    if ((length > mark || kind == WIRE_FLUSHED) && capture->error == 0)
        capture->error = append_text(capture, kind, text + mark, length - mark);
    errno = saved;
    return (ssize_t)length;
}

/* How the host's stdout is buffered, or would be once it is used. */
static int buffering(FILE *stream)
{
    if (__flbf(stream))
        return _IOLBF;
    if (__fbufsize(stream) == 1)
        return _IONBF;
    if (__fbufsize(stream) == 0 && isatty(STDOUT_FILENO))
        return _IOLBF;
    return _IOFBF;
}

static int make_stream(struct capture *capture)
{
    cookie_io_functions_t functions = {.write = write_text};
    int mode = buffering(stdout);
    capture->stream = fopencookie(capture, "w", functions);
    if (capture->stream == NULL)
        return -ENOMEM;
    if (mode != _IONBF)
        capture->buffer = malloc(BUFFER_BYTES);
    if (mode != _IONBF && capture->buffer == NULL)
        return -ENOMEM;
    if (setvbuf(capture->stream, capture->buffer, mode, BUFFER_BYTES) != 0)
        return -ENOMEM;
    return 0;
}

static void use_stream(struct capture *capture)
{
    if (capture->stream != NULL)
        stdout = capture->stream;
}

/* The stream may still become wide. */
static void leave_undecided(const struct capture *capture)
{
    capture->stream->_mode = 0;
    capture->stream->_wide_data = capture->original->_wide_data;
    capture->stream->_codecvt = capture->original->_codecvt;
}

void capture_end(const struct capture *capture)
{
    stdout = capture->original;
}

static void set_mark(struct capture *capture)
{
    if (capture->buffer != NULL && !capture->marked) {
        capture->marked = 1;
        putc_unlocked('\0', capture->stream);
    }
    if (fwide(capture->original, 0) == 0 && fwide(capture->stream, 0) <= 0)
        leave_undecided(capture);
}

/* Only if there is more in the buffer than the mark. */
static void flush_stream(struct capture *capture)
{
    if (__fpending(capture->stream) <= (size_t)capture->marked)
        return;
    capture->closing = 1;
    fflush(capture->stream);
    capture->closing = 0;
}

#else

static int make_stream(struct capture *capture)
{
    (void)capture;
    return 0;
}

static void use_stream(struct capture *capture)
{
    (void)capture;
}

void capture_end(const struct capture *capture)
{
    (void)capture;
}

static void set_mark(struct capture *capture)
{
    (void)capture;
}

static void flush_stream(struct capture *capture)
{
    (void)capture;
}

#endif

int capture_prepare(struct capture *capture, int fd, int wide)
{
    memset(capture, 0, sizeof *capture);
    capture->fd = fd;
    capture->original = stdout;
    if (fd < 0)
        return 0;
    capture->is_limited = !io_may_grow(UINT64_MAX);
    return wide ? 0 : make_stream(capture);
}

void capture_release(struct capture *capture)
{
    if (capture->stream != NULL)
        fclose(capture->stream);
    free(capture->buffer);
}

int capture_init(struct capture *capture)
{
    if (capture->fd < 0)
        return 0;
    int error = io_replace(STDOUT_FILENO, capture->fd);
    if (error == 0)
        use_stream(capture);
    return error;
}

void capture_start(struct capture *capture)
{
    if (capture->stream != NULL)
        set_mark(capture);
}

int capture_finish(struct capture *capture)
{
    if (capture->fd < 0) {
        fflush(capture->original);
        return 0;
    }
    if (!io_has_room(capture->fd, 1))
        return -ENOSPC; /* what the body wrote may have been refused */
    if (capture->stream != NULL)
        flush_stream(capture);
    int error = capture->error;
    if (error == 0)
        error = note_growth(capture, WIRE_RAW);
    if (error == 0)
        error = flush_original(capture);
    return error;
}

int capture_is_wide(const struct capture *capture)
{
    return capture->stream != NULL && fwide(capture->stream, 0) > 0;
}

uint64_t capture_length(const struct capture *capture)
{
    return capture->size - capture->sent;
}

void capture_send_events(const struct capture *capture, struct sink *sink)
{
    sink_write(sink, capture->events, capture->count * sizeof *capture->events);
}

int capture_send_text(const struct capture *capture, struct sink *sink)
{
    char piece[8192];
    for (uint64_t at = capture->sent; at < capture->size;) {
        uint64_t left = capture->size - at;
        ssize_t got =
            pread(capture->fd, piece, left < sizeof piece ? left : sizeof piece, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -errno : -EIO;
        sink_write(sink, piece, (size_t)got);
        at += (uint64_t)got;
    }
    return 0;
}

/* The file is not cut: a process that the body left behind may be appending to it right now. What
 * was sent becomes a hole; where that is not possible the file grows. Only where files may not grow
 * is it cut all the same. */
void capture_clear(struct capture *capture)
{
    capture->count = 0;
    capture->sent = capture->size;
    if (capture->is_limited && io_empty(capture->fd) == 0)
        capture->size = capture->sent = capture->holes = 0;
    if (capture->size - capture->holes < HOLE_BYTES)
        return;
    (void)fallocate(capture->fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)capture->holes,
                    (off_t)(capture->size - capture->holes));
    capture->holes = capture->size;
}
