/*
 * The runtime writes what the serial program would not: progress, files about the run. If nobody
 * reads, SIGPIPE must not end the program for it. So the signal is blocked meanwhile, and taken out
 * of those that wait, unless it had been there before.
 */
#include "quiet.h"

#include <stddef.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void fill(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGPIPE);
}

static int is_pending(void)
{
    sigset_t pending;
    sigemptyset(&pending);
    (void)syscall(SYS_rt_sigpending, &pending, _NSIG / 8);
    return sigismember(&pending, SIGPIPE) == 1;
}

void quiet_begin(struct quiet *quiet)
{
    sigset_t set;
    fill(&set);
    quiet->is_blocked = sigprocmask(SIG_BLOCK, &set, &quiet->before) == 0;
    quiet->was_pending = is_pending();
}

void quiet_end(const struct quiet *quiet)
{
    const struct timespec at_once = {0};
    sigset_t set;
    if (!quiet->is_blocked)
        return;
    fill(&set);
    if (!quiet->was_pending && is_pending())
        (void)syscall(SYS_rt_sigtimedwait, &set, NULL, &at_once, _NSIG / 8);
    sigprocmask(SIG_SETMASK, &quiet->before, NULL);
}
