/*
 * stdout, in the parent.
 *
 * Captured events are done again, one by one, on the parent's own stream and descriptor; so they
 * mix with what the program printed before the loop, and with what it left in the buffer, as in the
 * serial program. For the same reason the text that waits in stdout's buffer at the fork is not
 * written out: raw bytes of the body would overtake it serially. It is taken out of the buffer for
 * the time of the forks, so that no worker inherits it, and put back.
 *
 * Errors are not reported: the stream remembers them, and the serial program's body would have met
 * them where hardly any program looks. A SIGPIPE hits the parent as it would have hit the serial
 * program.
 */
#include "replay.h"
#include "io.h"
#include "progress.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#ifdef __GLIBC__

/* glibc has the buffer in the open. A wide stream's text is in another one, and not taken. */
static struct held_text find_text(void)
{
    return (struct held_text){
        .bytes = stdout->_IO_write_base,
        .length = fwide(stdout, 0) > 0 ? 0 : __fpending(stdout),
    };
}

#else

static struct held_text find_text(void)
{
    return (struct held_text){0};
}

#endif

static int take_text(struct held_text *held)
{
    struct held_text waiting = find_text();
    if (waiting.length == 0)
        return 0;
    held->bytes = malloc(waiting.length);
    if (held->bytes == NULL)
        return -ENOMEM;
    memcpy(held->bytes, waiting.bytes, waiting.length);
    held->length = waiting.length;
    __fpurge(stdout);
    return 0;
}

int replay_hold(struct held_text *held)
{
    memset(held, 0, sizeof *held);
    int error = take_text(held);
    if (error == 0)
        fflush(NULL);
    return error;
}

void replay_forget(struct held_text *held)
{
    free(held->bytes);
    memset(held, 0, sizeof *held);
}

void replay_release(struct held_text *held)
{
    if (held->length != 0)
        fwrite(held->bytes, 1, held->length, stdout);
    replay_forget(held);
}

/* A pipe that can be written to at all takes PIPE_BUF bytes. */
static void drain(const char *text, size_t length, int milliseconds)
{
    struct pollfd ready = {.fd = fileno_unlocked(stdout), .events = POLLOUT};
    while (length > 0 && poll(&ready, 1, milliseconds) == 1) {
        ssize_t written = write(ready.fd, text, length < PIPE_BUF ? length : PIPE_BUF);
        if (written < 0 && errno != EINTR)
            return;
        text += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
}

void replay_drain(int milliseconds)
{
    struct held_text waiting = find_text();
    drain(waiting.bytes, waiting.length, milliseconds);
}

static void print_text(const char *text, size_t length, int wide)
{
    if (wide) {
        fflush(stdout);
        (void)io_write(STDOUT_FILENO, text, length);
    } else {
        fwrite(text, 1, length, stdout);
    }
}

void replay_file(int file)
{
    char piece[8192];
    ssize_t got = 0;
    for (off_t at = 0; file >= 0 && (got = pread(file, piece, sizeof piece, at)) > 0; at += got)
        (void)io_write(STDOUT_FILENO, piece, (size_t)got);
}

void replay_record(const struct record *record, int wide)
{
    const char *text = record->text;
    if (record->header.events != 0)
        progress_make_way();
    for (uint32_t k = 0; k < record->header.events; k++) {
        struct wire_event event = wire_event_get(record, k);
        if (event.kind == WIRE_RAW)
            (void)io_write(STDOUT_FILENO, text, event.length);
        else
            print_text(text, event.length, wide);
        if (event.kind == WIRE_FLUSHED)
            fflush(stdout);
        text += event.length;
    }
}
