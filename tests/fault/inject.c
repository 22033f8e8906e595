/* The runtime's calls, with faults; see inject.h. */
#include "inject.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

struct injection *injection;

static enum process process;
static int worker, forks, counts[CALL_COUNT];

const char *call_name(enum call call)
{
    static const char *const names[] = {
#define CALL(name, ...) #name,
#include "calls.def"
#undef CALL
    };
    return names[call];
}

void inject_start(void)
{
    process = IN_PARENT;
    forks = 0;
    for (int call = 0; call < CALL_COUNT; call++)
        counts[call] = 0;
}

/* Counts the call. What it meets; a death does not come back. */
static enum fault strike(enum call call)
{
    if (injection == NULL)
        return NO_FAULT; /* before main */
    const struct plan *plan = &injection->plan;
    int *most = &injection->most[process][call];
    int nth = ++counts[call];
    if (nth > *most)
        *most = nth;
    if (plan->call != call || plan->process != process || plan->nth != nth ||
        (process == IN_WORKER && plan->worker != worker))
        return NO_FAULT;
    injection->struck = 1;
    if (plan->fault == DEATH)
        kill(getpid(), SIGKILL);
    if (plan->fault == TERMINATE)
        raise(SIGTERM);
    errno = plan->error;
    return plan->fault == ERROR || plan->fault == SHORT ? plan->fault : NO_FAULT;
}

static int fails(enum call call)
{
    return strike(call) == ERROR;
}

#define SIMPLE(type, name, failed, parameters, ...)                                                \
    type fault_##name parameters;                                                                  \
    type fault_##name parameters                                                                   \
    {                                                                                              \
        return fails(CALL_##name) ? (failed) : name(__VA_ARGS__);                                  \
    }

SIMPLE(int, pipe2, -1, (int ends[2], int flags), ends, flags)
SIMPLE(int, memfd_create, -1, (const char *name, unsigned flags), name, flags)
SIMPLE(int, dup2, -1, (int from, int to), from, to)
SIMPLE(off_t, lseek, -1, (int fd, off_t to, int whence), fd, to, whence)
SIMPLE(int, ftruncate, -1, (int fd, off_t size), fd, size)
SIMPLE(int, mkdir, -1, (const char *path, mode_t mode), path, mode)
SIMPLE(int, fallocate, -1, (int fd, int mode, off_t at, off_t size), fd, mode, at, size)
SIMPLE(int, munmap, -1, (void *at, size_t size), at, size)
SIMPLE(int, madvise, -1, (void *at, size_t size, int what), at, size, what)
SIMPLE(void *, mmap, MAP_FAILED,
       (void *at, size_t size, int protection, int flags, int fd, off_t o), at, size, protection,
       flags, fd, o)
SIMPLE(int, sigaction, -1, (int n, const struct sigaction *new, struct sigaction *old), n, new, old)
SIMPLE(int, sigprocmask, -1, (int how, const sigset_t *new, sigset_t *old), how, new, old)
SIMPLE(int, stat, -1, (const char *path, struct stat *info), path, info)
SIMPLE(int, sched_setaffinity, -1, (pid_t pid, size_t size, const cpu_set_t *set), pid, size, set)
SIMPLE(int, fstatfs, -1, (int fd, struct statfs *info), fd, info)
SIMPLE(int, getrlimit, -1, (__rlimit_resource_t resource, struct rlimit *limit), resource, limit)
SIMPLE(void *, malloc, NULL, (size_t size), size)
SIMPLE(void *, calloc, NULL, (size_t count, size_t size), count, size)
SIMPLE(void *, realloc, NULL, (void *old, size_t size), old, size)
SIMPLE(void *, aligned_alloc, NULL, (size_t alignment, size_t size), alignment, size)
SIMPLE(int, setenv, -1, (const char *name, const char *value, int over), name, value, over)
SIMPLE(int, setvbuf, -1, (FILE * stream, char *buffer, int mode, size_t size), stream, buffer, mode,
       size)
SIMPLE(int, on_exit, -1, (void (*function)(int, void *), void *argument), function, argument)
SIMPLE(FILE *, fopencookie, NULL, (void *cookie, const char *mode, cookie_io_functions_t io),
       cookie, mode, io)

SIMPLE(int, ioctl, -1, (int fd, unsigned long request, void *argument), fd, request, argument)
SIMPLE(int, mprotect, -1, (void *at, size_t size, int protection), at, size, protection)
SIMPLE(ssize_t, process_vm_readv, -1,
       (pid_t pid, const struct iovec *to, unsigned long to_count, const struct iovec *from,
        unsigned long from_count, unsigned long flags),
       pid, to, to_count, from, from_count, flags)
SIMPLE(int, pthread_atfork, ENOMEM, (void (*before)(void), void (*in)(void), void (*child)(void)),
       before, in, child)
SIMPLE(int, setrlimit, -1, (__rlimit_resource_t resource, const struct rlimit *limit), resource,
       limit)

SIMPLE(int, lstat, -1, (const char *path, struct stat *info), path, info)
SIMPLE(char *, getcwd, NULL, (char *text, size_t size), text, size)
SIMPLE(int, rename, -1, (const char *from, const char *to), from, to)
SIMPLE(int, unlink, -1, (const char *name), name)
SIMPLE(int, getrusage, -1, (__rusage_who_t who, struct rusage *usage), who, usage)
SIMPLE(int, socketpair, -1, (int domain, int type, int protocol, int ends[2]), domain, type,
       protocol, ends)
SIMPLE(ssize_t, send, -1, (int fd, const void *from, size_t length, int flags), fd, from, length,
       flags)

static void begin_worker(void)
{
    worker = forks;
    inject_start();
    process = IN_WORKER;
}

pid_t fault_fork(void);
pid_t fault_fork(void)
{
    if (fails(CALL_fork))
        return -1;
    pid_t pid = fork();
    if (pid == 0)
        begin_worker();
    forks++;
    return pid;
}

/* The descriptor is gone in any case. */
int fault_close(int fd);
int fault_close(int fd)
{
    enum fault fault = strike(CALL_close);
    int error = errno, closed = close(fd);
    errno = fault == ERROR ? error : errno;
    return fault == ERROR ? -1 : closed;
}

/* Where there is no child any more, somebody has taken it. */
pid_t fault_waitpid(pid_t pid, int *status, int options);
pid_t fault_waitpid(pid_t pid, int *status, int options)
{
    if (!fails(CALL_waitpid))
        return waitpid(pid, status, options);
    if (errno == ECHILD)
        waitpid(pid, NULL, 0);
    errno = injection->plan.error;
    return -1;
}

int fault_poll(struct pollfd *polled, nfds_t count, int timeout);
int fault_poll(struct pollfd *polled, nfds_t count, int timeout)
{
    enum fault fault = strike(CALL_poll);
    for (nfds_t k = 0; k < count && fault == SHORT; k++)
        polled[k].revents = 0;
    return fault == ERROR ? -1 : fault == SHORT ? 0 : poll(polled, count, timeout);
}

/* How much is to be done; 0: the call fails. */
static size_t done(enum call call, size_t length, int may_fail)
{
    enum fault fault = strike(call);
    if (fault == ERROR && !may_fail)
        errno = EINTR;
    return fault == ERROR ? 0 : fault == SHORT && length > 1 ? 1 : length;
}

ssize_t fault_read(int fd, void *to, size_t length);
ssize_t fault_read(int fd, void *to, size_t length)
{
    size_t some = done(CALL_read, length, 1);
    return some == 0 && length != 0 ? -1 : read(fd, to, some);
}

ssize_t fault_write(int fd, const void *from, size_t length);
ssize_t fault_write(int fd, const void *from, size_t length)
{
    size_t some = done(CALL_write, length, fd > STDERR_FILENO);
    return some == 0 && length != 0 ? -1 : write(fd, from, some);
}

ssize_t fault_pread(int fd, void *to, size_t length, off_t at);
ssize_t fault_pread(int fd, void *to, size_t length, off_t at)
{
    size_t some = done(CALL_pread, length, 1);
    return some == 0 && length != 0 ? -1 : pread(fd, to, some, at);
}

ssize_t fault_pwrite(int fd, const void *from, size_t length, off_t at);
ssize_t fault_pwrite(int fd, const void *from, size_t length, off_t at)
{
    size_t some = done(CALL_pwrite, length, 1);
    return some == 0 && length != 0 ? -1 : pwrite(fd, from, some, at);
}

ssize_t fault_pwritev(int fd, const struct iovec *pieces, int count, off_t at);
ssize_t fault_pwritev(int fd, const struct iovec *pieces, int count, off_t at)
{
    enum fault fault = strike(CALL_pwritev);
    if (fault == SHORT)
        return pwrite(fd, pieces[0].iov_base, pieces[0].iov_len > 0, at);
    return fault == ERROR ? -1 : pwritev(fd, pieces, count, at);
}

ssize_t fault_writev(int fd, const struct iovec *pieces, int count);
ssize_t fault_writev(int fd, const struct iovec *pieces, int count)
{
    enum fault fault = strike(CALL_writev);
    if (fault == ERROR)
        return -1;
    if (fault == SHORT && pieces[0].iov_len != 0)
        return write(fd, pieces[0].iov_base, 1);
    return writev(fd, pieces, count);
}

int fault_open(const char *path, int flags, ...);
int fault_open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails(CALL_open) ? -1 : open(path, flags, mode);
}

int fault_fcntl(int fd, int command, ...);
int fault_fcntl(int fd, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    long argument = 0;
    if (command == F_SETLK || command == F_GETLK)
        argument = (long)va_arg(rest, void *);
    else if (command != F_GETFD && command != F_GETFL)
        argument = va_arg(rest, int);
    va_end(rest);
    return command != F_GETFD && fails(CALL_fcntl) ? -1 : fcntl(fd, command, argument);
}

int fault_prctl(int option, ...);
int fault_prctl(int option, ...)
{
    va_list rest;
    va_start(rest, option);
    long argument = va_arg(rest, int);
    va_end(rest);
    return fails(CALL_prctl) ? -1 : prctl(option, argument, 0, 0, 0);
}

/* It reads six arguments also where fewer were given, as syscall itself does. */
long fault_syscall(long number, ...);
__attribute__((no_sanitize_address)) long fault_syscall(long number, ...)
{
    long argument[6];
    va_list rest;
    va_start(rest, number);
    for (int k = 0; k < 6; k++)
        argument[k] = va_arg(rest, long);
    va_end(rest);
    if (fails(CALL_syscall))
        return -1;
    long result = syscall(number, argument[0], argument[1], argument[2], argument[3], argument[4],
                          argument[5]);
    if (number == SYS_clone && result == 0)
        begin_worker();
    forks += number == SYS_clone;
    return result;
}
