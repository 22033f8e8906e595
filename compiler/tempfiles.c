/*
 * Files are registered before they are made, so that there is no moment at which one exists and a
 * signal would leave it behind. A signal handler can reach only static data: this is the one piece
 * of mutable state in the compiler. Its paths are written before their number goes up.
 *
 * The folder's name is another one in each run. A program that we start can reach it under a name
 * that is always the same, through a descriptor that it inherits.
 *
 * A shell that waits for us wants to see the signal that ended us: the handler hands the signal on
 * to the compiler that runs, waits until that has cleaned up behind itself, removes the files, and
 * dies by the signal itself.
 */
#include "tempfiles.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_FILES = 4096,
    ALIAS_DESCRIPTOR = 200, /* or the next free one: above those that shells and make hand down */
};

static struct {
    char folder[PATH_MAX]; /* "": none yet */
    int descriptor;        /* of the folder, for tempfile_alias; 0: not open */
    char *files[MOST_FILES], *folders[MOST_FILES];
    volatile sig_atomic_t count;
    volatile sig_atomic_t child;
    bool catches; /* the signals */
} state;

void tempfiles_remove(void)
{
    for (int k = state.count; k-- > 0;) {
        unlink(state.files[k]);
        rmdir(state.folders[k]);
    }
    state.count = 0;
    if (state.folder[0])
        rmdir(state.folder);
    state.folder[0] = '\0';
}

/* A signal from the keyboard has reached the compiler, too. A second one would end it while it
 * cleans up, so it is given a tenth of a second to end by itself. */
static bool ends_by_itself(pid_t child)
{
    const struct timespec nap = {.tv_nsec = 2000000};
    for (int k = 0; k < 50; k++) {
        if (waitpid(child, NULL, WNOHANG) != 0)
            return true;
        nanosleep(&nap, NULL);
    }
    return false;
}

static void die_by(int signal)
{
    pid_t child = (pid_t)state.child;
    if (child > 0 && !ends_by_itself(child) && kill(child, signal) == 0)
        waitpid(child, NULL, 0);
    tempfiles_remove();
    raise(signal);
}

static const int handled[] = {SIGINT, SIGTERM, SIGHUP};

void tempfiles_signals(sigset_t *signals)
{
    sigemptyset(signals);
    for (size_t k = 0; k < sizeof handled / sizeof *handled; k++)
        sigaddset(signals, handled[k]);
}

/* SA_RESETHAND: the raise in the handler takes effect when the handler returns. A signal that was
 * ignored when we started (nohup) stays ignored. */
static void catch_signals(void)
{
    if (state.catches)
        return;
    state.catches = true;
    for (size_t k = 0; k < sizeof handled / sizeof *handled; k++) {
        struct sigaction old, action = {.sa_handler = die_by, .sa_flags = SA_RESETHAND};
        sigemptyset(&action.sa_mask);
        if (sigaction(handled[k], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(handled[k], &action, NULL);
    }
}

void tempfiles_watch_child(pid_t child)
{
    state.child = child;
    if (child > 0)
        catch_signals();
}

static bool make_folder(void)
{
    const char *places[] = {getenv("TMPDIR"), P_tmpdir, "/tmp"};
    catch_signals();
    for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
        if (!places[k] || !*places[k] || strlen(places[k]) > PATH_MAX - 32)
            continue;
        snprintf(state.folder, sizeof state.folder, "%s/ppcc-XXXXXX", places[k]);
        if (mkdtemp(state.folder))
            return true;
    }
    state.folder[0] = '\0';
    return false;
}

const char *tempfile_new(struct arena *arena, const char *name)
{
    if (!state.folder[0] && !make_folder())
        return NULL;
    if (state.count == MOST_FILES) {
        errno = ENOSPC;
        return NULL;
    }
    int count = state.count;
    char *folder = arena_printf(arena, "%s/%d", state.folder, count);
    char *file = arena_printf(arena, "%s/%s", folder, name);
    state.folders[count] = folder;
    state.files[count] = file;
    state.count = count + 1;
    return mkdir(folder, 0700) == 0 ? file : NULL;
}

const char *tempfile_alias(struct arena *arena, const char *path)
{
    if (state.descriptor == 0) {
        int folder = open(state.folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
        state.descriptor = folder < 0 ? -1 : fcntl(folder, F_DUPFD, ALIAS_DESCRIPTOR);
        if (folder >= 0)
            close(folder);
    }
    const char *alias =
        arena_printf(arena, "/proc/self/fd/%d%s", state.descriptor, path + strlen(state.folder));
    bool works = state.descriptor >= 0 && access(alias, F_OK) == 0; /* /proc may be missing */
    return works ? alias : path;
}
