/*
 * Reading and writing that always finishes. Interrupted and short calls are taken up again; a
 * descriptor that does not block (somebody may have set O_NONBLOCK on a terminal that is our
 * stdout) is waited for.
 *
 * A pipe to the parent is made as large as an unprivileged process may have it: a larger one lets a
 * worker go on with its next chunk while the parent is busy. That is a wish; a refusal is no error.
 */
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

#define PIPE_BYTES   (256 * 1024)
#define SMALL_PIECE  8192 /* what is copied into the sink */
#define LOWEST       3    /* descriptor */
#define HIGH         512
#define MANY_FILES   65536
#define MUCH_ROOM    (64u << 20)
#define MOST_AT_ONCE (1u << 30) /* bytes a system call */

/* After a failed call: 0 when it should be tried again, or -errno. */
static int wait_or_fail(int fd, short events)
{
    if (errno == EINTR)
        return 0;
    if (errno != EAGAIN && errno != EWOULDBLOCK)
        return -errno;
    struct pollfd wanted = {.fd = fd, .events = events};
    return poll(&wanted, 1, -1) < 0 && errno != EINTR ? -errno : 0;
}

static size_t at_most(size_t length, size_t most)
{
    return length < most ? length : most;
}

int io_write(int fd, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t written = write(fd, at, at_most(length, MOST_AT_ONCE));
        if (written < 0) {
            int error = wait_or_fail(fd, POLLOUT);
            if (error != 0)
                return error;
            continue;
        }
        at += written;
        length -= (size_t)written;
    }
    return 0;
}

ssize_t io_read(int fd, void *bytes, size_t length)
{
    char *at = bytes;
    size_t left = length;
    while (left > 0) {
        ssize_t got = read(fd, at, at_most(left, MOST_AT_ONCE));
        if (got == 0)
            break;
        if (got < 0) {
            int error = wait_or_fail(fd, POLLIN);
            if (error != 0)
                return error;
            continue;
        }
        at += got;
        left -= (size_t)got;
    }
    return (ssize_t)(length - left);
}

int io_replace(int to, int from)
{
    int outcome;
    do
        outcome = dup2(from, to);
    while (outcome < 0 && (errno == EINTR || errno == EBUSY));
    return outcome < 0 ? -errno : 0;
}

/* The same file under a number from LOWEST on; FD is closed if it was not there already. */
static int move_up(int fd)
{
    if (fd < 0 || fd >= LOWEST)
        return fd < 0 ? -errno : fd;
    int high = fcntl(fd, F_DUPFD_CLOEXEC, LOWEST);
    int error = errno;
    close(fd);
    return high < 0 ? -error : high;
}

int io_silence(int fd)
{
    int nowhere = move_up(open("/dev/null", O_RDWR | O_CLOEXEC));
    int error = nowhere < 0 ? nowhere : io_replace(fd, nowhere);
    io_close(&nowhere);
    return error;
}

int io_empty(int fd)
{
    int outcome;
    do
        outcome = ftruncate(fd, 0);
    while (outcome != 0 && errno == EINTR);
    return outcome != 0 ? -errno : 0;
}

void io_close(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

#ifdef SYS_close_range

static int close_at_once(int first, int last)
{
    return (int)syscall(SYS_close_range, (unsigned)first, (unsigned)last, 0u);
}

#else

static int close_at_once(int first, int last)
{
    (void)first;
    (void)last;
    return -1;
}

#endif

/* Linux has the call since 5.9; where it is not, or a filter forbids it, one by one. */
void io_close_range(int first, int last)
{
    if (first != last && close_at_once(first, last) == 0)
        return;
    for (int fd = first; fd <= last; fd++)
        close(fd);
}

static int identify(int fd, struct held *held)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return -errno;
    *held = (struct held){.fd = fd, .device = status.st_dev, .inode = status.st_ino};
    return 0;
}

int io_hold(struct held *held, int fd)
{
    struct rlimit limit;
    if (fd < 0)
        return fd;
    int is_limited = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur / 2 < HIGH;
    int high = fcntl(fd, F_DUPFD_CLOEXEC, is_limited ? (int)(limit.rlim_cur / 2) : HIGH);
    int error = high < 0 ? -errno : identify(high, held);
    close(fd);
    if (error != 0)
        io_close(&high);
    return error;
}

int io_is_held(const struct held *held)
{
    struct held now;
    return held->fd > 0 && identify(held->fd, &now) == 0 && now.device == held->device &&
           now.inode == held->inode;
}

void io_let_go(struct held *held)
{
    if (io_is_held(held))
        close(held->fd);
    *held = (struct held){0};
}

static int last_descriptor(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > MANY_FILES)
        return MANY_FILES;
    return (int)limit.rlim_cur;
}

void io_close_all_but(int kept)
{
    if (kept > 0 && close_at_once(0, kept - 1) != 0)
        for (int fd = 0; fd < kept; fd++)
            close(fd);
    if (close_at_once(kept + 1, INT_MAX) != 0)
        for (int fd = kept + 1; fd <= last_descriptor(); fd++)
            close(fd);
}

int io_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -errno;
    int error = 0;
    for (int k = 0; k < 2; k++) {
        int high = move_up(ends[k]);
        ends[k] = high < 0 ? -1 : high;
        error = high < 0 ? high : error;
    }
    if (error == 0 && fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
        error = -errno;
    if (error != 0) {
        io_close(&ends[0]);
        io_close(&ends[1]);
        return error;
    }
    (void)fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES);
    return 0;
}

/* Some blocks may be for root alone. */
int io_has_room(int fd, uint64_t bytes)
{
    struct statfs system;
    if (fstatfs(fd, &system) != 0 || system.f_blocks == 0)
        return 1;
    uint64_t blocks = geteuid() == 0 ? system.f_bfree : system.f_bavail;
    return blocks >= bytes / (uint64_t)system.f_bsize + (bytes % (uint64_t)system.f_bsize != 0);
}

int io_may_grow(uint64_t bytes)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
           bytes <= limit.rlim_cur;
}

int io_open(const char *path, int flags)
{
    return move_up(open(path, flags, 0666));
}

int io_memory(const char *name)
{
    return move_up(memfd_create(name, MFD_CLOEXEC));
}

int io_scratch(void)
{
    const char *folder = secure_getenv("TMPDIR");
    if (folder == NULL || *folder == '\0')
        folder = "/tmp";
    int fd = move_up(open(folder, O_TMPFILE | O_RDWR | O_APPEND | O_CLOEXEC, 0600));
    if (fd >= 0 && io_has_room(fd, MUCH_ROOM))
        return fd;
    io_close(&fd);
    fd = io_memory("ppar");
    if (fd >= 0 && fcntl(fd, F_SETFL, O_APPEND) != 0) {
        int error = -errno;
        close(fd);
        return error;
    }
    return fd;
}

void sink_init(struct sink *sink, int fd)
{
    sink->fd = fd;
    sink->error = 0;
    sink->used = 0;
}

/* What was collected and, behind it, a large piece: as few system calls as possible. */
static int write_both(struct sink *sink, const void *bytes, size_t length)
{
    struct iovec pieces[2] = {
        {.iov_base = sink->bytes, .iov_len = sink->used},
        {.iov_base = (void *)(uintptr_t)bytes, .iov_len = at_most(length, MOST_AT_ONCE)},
    };
    ssize_t written;
    do
        written = writev(sink->fd, pieces, 2);
    while (written < 0 && errno == EINTR);
    if (written < 0)
        return -errno;
    size_t done = (size_t)written;
    if (done < sink->used) {
        int error = io_write(sink->fd, sink->bytes + done, sink->used - done);
        return error != 0 ? error : io_write(sink->fd, bytes, length);
    }
    done -= sink->used;
    return io_write(sink->fd, (const char *)bytes + done, length - done);
}

void sink_write(struct sink *sink, const void *bytes, size_t length)
{
    if (sink->error != 0 || length == 0)
        return;
    if (length <= SMALL_PIECE) {
        if (length > sizeof sink->bytes - sink->used)
            sink_flush(sink);
        memcpy(sink->bytes + sink->used, bytes, length);
        sink->used += length;
        return;
    }
    sink->error = write_both(sink, bytes, length);
    sink->used = 0;
}

int sink_flush(struct sink *sink)
{
    if (sink->error == 0)
        sink->error = io_write(sink->fd, sink->bytes, sink->used);
    sink->used = 0;
    return sink->error;
}
