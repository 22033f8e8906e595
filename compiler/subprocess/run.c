/*
 * A child's life: the three signals that tempfiles.h handles are blocked, it is started with the
 * mask as it was, its id is noted for the handler, the signals are let through, it is waited for,
 * it is forgotten. The blocking closes the gap in which a signal would find a child that runs and
 * is not noted yet:
 *
 *     spawn ... SIGTERM here ... note the id
 */
#include "run.h"

#include "../files.h"
#include "../tempfiles.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { CANNOT_RUN = 2, BY_SIGNAL = 128 };

static int cannot_run(const char *program, int error)
{
    fprintf(stderr, "ppcc: cannot run '%s': %s\n", program, strerror(error));
    return CANNOT_RUN;
}

int run_become(const struct args *args)
{
    char **argv = args_vector(args);
    fflush(stdout);
    execvp(argv[0], argv);
    return cannot_run(argv[0], errno);
}

/* Waits for CHILD and turns the way it ended into a status. */
static int await(pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return CANNOT_RUN;
    return WIFSIGNALED(status) ? BY_SIGNAL + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Starts ARGS with the signal mask OLD. Returns 0 or an errno value. */
static int spawn(pid_t *child, const struct args *args, const sigset_t *old,
                 const posix_spawn_file_actions_t *actions)
{
    posix_spawnattr_t attributes;
    int error = posix_spawnattr_init(&attributes);
    if (error)
        return error;
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, old);
    char **argv = args_vector(args);
    error = posix_spawnp(child, argv[0], actions, &attributes, argv, environ);
    posix_spawnattr_destroy(&attributes);
    return error;
}

/* Starts ARGS and notes the child. Returns 0 or an errno value. */
static int start(pid_t *child, const struct args *args, const posix_spawn_file_actions_t *actions)
{
    sigset_t block, old;
    tempfiles_signals(&block);
    pthread_sigmask(SIG_BLOCK, &block, &old);
    fflush(stdout);
    int error = spawn(child, args, &old, actions);
    if (!error)
        tempfiles_watch_child(*child);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    return error;
}

static int finish(pid_t child)
{
    int status = await(child);
    tempfiles_watch_child(0);
    return status;
}

int run_wait(const struct args *args)
{
    pid_t child;
    int error = start(&child, args, NULL);
    return error ? cannot_run(args->list.items[0], error) : finish(child);
}

/* Runs ARGS with the descriptor INPUT as its stdin, and adds what it writes to OUTPUT. */
static int capture(const struct args *args, int input, struct buf *output)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return cannot_run(args->list.items[0], errno);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (input != STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    pid_t child;
    int error = start(&child, args, &actions);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    int status;
    if (error)
        status = cannot_run(args->list.items[0], error);
    else {
        buf_read_fd(output, ends[0]);
        status = finish(child);
    }
    close(ends[0]);
    return status;
}

int run_capture(const struct args *args, struct buf *output)
{
    return capture(args, STDIN_FILENO, output);
}

int run_filter(const struct args *args, const char *input, struct buf *output)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    int error = fd < 0 ? -errno : write_all(fd, input, strlen(input));
    if (error == 0 && lseek(fd, 0, SEEK_SET) < 0)
        error = -errno;
    int status = error ? cannot_run(args->list.items[0], -error) : capture(args, fd, output);
    if (fd >= 0)
        close(fd);
    return status;
}
