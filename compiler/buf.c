/*
 * The growing byte string: room doubles, so that adding byte by byte is linear.
 */
#include "buf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static _Noreturn void out_of_memory(void)
{
    fputs("ppcc: out of memory\n", stderr);
    exit(2);
}

void buf_release(struct buf *buf)
{
    free(buf->bytes);
    *buf = (struct buf){0};
}

static void reserve(struct buf *buf, size_t extra)
{
    if (extra > SIZE_MAX / 2 - buf->length)
        out_of_memory();
    size_t need = buf->length + extra + 1;
    if (need <= buf->room)
        return;
    size_t room = buf->room ? buf->room : 256;
    while (room < need)
        room *= 2;
    char *bytes = realloc(buf->bytes, room);
    if (!bytes)
        out_of_memory();
    buf->bytes = bytes;
    buf->room = room;
}

void buf_add(struct buf *buf, const void *bytes, size_t length)
{
    reserve(buf, length);
    if (length)
        memcpy(buf->bytes + buf->length, bytes, length);
    buf->length += length;
    buf->bytes[buf->length] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        out_of_memory();
    reserve(buf, (size_t)length);
    vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
    va_end(again);
    buf->length += (size_t)length;
}

const char *buf_text(const struct buf *buf)
{
    return buf->bytes ? buf->bytes : "";
}

int buf_read_fd(struct buf *buf, int fd)
{
    for (;;) {
        reserve(buf, 64 * 1024);
        ssize_t got = read(fd, buf->bytes + buf->length, buf->room - buf->length - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -errno;
        buf->length += (size_t)got;
        buf->bytes[buf->length] = '\0';
        if (got == 0)
            return 0;
    }
}

int buf_read_file(struct buf *buf, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -errno;
    int status = buf_read_fd(buf, fd);
    close(fd);
    return status;
}
