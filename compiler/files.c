/*
 * A reader of a file must never see half of it, and an error must not cost the user the file that
 * was there before: a new file is written beside the old one and renamed over it.
 */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int write_all(int fd, const char *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(fd, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return -errno;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

static int write_and_close(int fd, const char *bytes, size_t length)
{
    int status = write_all(fd, bytes, length);
    if (close(fd) < 0 && status == 0)
        status = -errno;
    return status;
}

int write_file(const char *path, const char *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return -errno;
    int status = write_and_close(fd, bytes, length);
    if (status < 0)
        unlink(path);
    return status;
}

/* The permissions of PATH, or those that a new file gets. */
static mode_t permissions(const char *path)
{
    struct stat old;
    if (stat(path, &old) == 0)
        return old.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static int rename_over(const char *path, char *fresh, const char *bytes, size_t length)
{
    int fd = mkostemp(fresh, O_CLOEXEC);
    if (fd < 0)
        return -errno;
    int status = fchmod(fd, permissions(path)) < 0 ? -errno : 0;
    int written = write_and_close(fd, bytes, length);
    if (status == 0)
        status = written;
    if (status == 0 && rename(fresh, path) < 0)
        status = -errno;
    if (status < 0)
        unlink(fresh);
    return status;
}

int replace_file(struct arena *arena, const char *path, const char *bytes, size_t length)
{
    struct stat old;
    if (lstat(path, &old) < 0 || S_ISREG(old.st_mode))
        return rename_over(path, arena_printf(arena, "%s.XXXXXX", path), bytes, length);
    int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    return fd < 0 ? -errno : write_and_close(fd, bytes, length);
}
