/*
 * Signals that come while a loop's workers run.
 *
 * What ends a program when it is not caught (SIGINT, SIGTERM, SIGHUP, SIGQUIT) would end the parent
 * and leave its workers to the kernel. So for the time of the loop the parent has a handler where
 * the host has none. It kills the workers, waits for each, prints what waits in stdout's buffer,
 * and dies by the signal, all of it inside the handler: what is interrupted may be a write that
 * nobody reads, or a function of the user's that takes long. It uses nothing but system calls.
 *
 * The buffer cannot be used while stdio is at work on it. Such parts of the parent stand between
 * signals_enter and signals_leave. A signal that comes within is noted; the part's end finishes the
 * handler's work. If that does not come in time (nobody reads), a timer ends the program without
 * the text, as the serial program would have ended. Another signal does the same. The host's own
 * timer does not matter any more.
 *
 *     enter | fwrite ... signal: noted, workers killed ... | leave: prints, dies
 *           | fwrite ... signal: noted, blocks ... timer: dies
 *
 * SIGTSTP, where it is not caught, is passed on to the workers, and when the parent is continued so
 * are they.
 *
 * The host's handlers stay where they are, and run in the parent. A terminal sends a signal to all
 * processes of its group, and so would make a host's handler run in each worker, too, which it
 * never would have done. In workers such handlers run only when the worker has sent the signal to
 * itself: then it was the body. Between fork and this being set up the signals are blocked. Where
 * the host has no handler, a worker dies by the signal, and the parent may see that before its own
 * signal arrives: signals_expect.
 *
 * Process 1 of a container does not die by these signals, so there none is watched.
 */
#include "signals.h"
#include "checkpoint.h"
#include "journal.h"
#include "process.h"
#include "progress.h"
#include "replay.h"
#include "run.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define PATIENCE 50 /* milliseconds that something waits when a signal has come */

static const int watched[SIGNALS_WATCHED] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

_Noreturn void signals_die(int number)
{
    sigset_t set;
    signal(number, SIG_DFL);
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    _exit(128 + number);
}

/* ---- the parent's end --------------------------------------------------------------------- */

static void send_to_workers(int number)
{
    const struct merge *merge = &process.run->merge;
    for (unsigned k = 0; k < merge->count; k++)
        merge_signal(&merge->children[k], number);
}

static void end_workers(void)
{
    const struct merge *merge = &process.run->merge;
    send_to_workers(SIGKILL);
    for (unsigned k = 0; k < merge->count; k++) {
        const struct child *child = &merge->children[k];
        while (child->fd >= 0 && waitpid(child->pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
}

/* The program may end while its workers run, by a call of exit in what the parent itself evaluates.
 * What has been forked there is not the program. */
static void at_the_end(void) __attribute__((destructor));

static void at_the_end(void)
{
    if (process.run != NULL && process.run->parent == getpid())
        end_workers();
}

/* Workers that were started since the signal came are ended, too. The reader of stdout may be gone
 * by the same signal: that must not become the way we end. */
static _Noreturn void finish(int number)
{
    sigset_t pipe_signal;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    sigprocmask(SIG_BLOCK, &pipe_signal, NULL);
    end_workers();
    replay_drain(PATIENCE);
    progress_leave();
    journal_end();
    checkpoint_tell(process.run);
    signals_die(number);
}

static void lose_patience(int number)
{
    (void)number;
    end_workers();
    checkpoint_tell(process.run);
    signals_die(process.ending);
}

/* The context is what is gone back to: there the timer must not be blocked. */
static void start_timer(ucontext_t *context)
{
    struct sigaction action = {.sa_handler = lose_patience};
    struct itimerval soon = {.it_value = {.tv_usec = PATIENCE * 1000}};
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    sigdelset(&context->uc_sigmask, SIGALRM);
    setitimer(ITIMER_REAL, &soon, NULL);
}

/* A worker inherits the handler, and may be hit before it is set up. */
static void end_by(int number, siginfo_t *info, void *context)
{
    (void)info;
    if (getpid() != process.run->parent || process.ending != 0)
        signals_die(number);
    process.ending = number;
    if (process.entered == 0)
        finish(number);
    end_workers();
    start_timer(context);
}

/* Not by SIGSTOP: the kernel knows when nobody could continue us. */
static void stop_by(int number, siginfo_t *info, void *context)
{
    struct sigaction ours;
    int saved = errno;
    sigset_t set;
    (void)info, (void)context;
    sigemptyset(&set);
    sigaddset(&set, number);
    send_to_workers(number);
    sigaction(number, NULL, &ours);
    signal(number, SIG_DFL);
    raise(number);
    sigprocmask(SIG_UNBLOCK, &set, NULL); /* stops here */
    sigaction(number, &ours, NULL);
    send_to_workers(SIGCONT);
    errno = saved;
}

void signals_enter(void)
{
    process.entered++;
}

void signals_leave(void)
{
    if (--process.entered == 0 && process.ending != 0)
        finish(process.ending);
}

void signals_expect(int number)
{
    const struct timespec patience = {.tv_nsec = PATIENCE * 1000000L};
    for (size_t k = 0; k < SIGNALS_WATCHED; k++) {
        if (watched[k] == number && process.run->signals.ours[k])
            nanosleep(&patience, NULL);
    }
}

/* ---- the loop's time ---------------------------------------------------------------------- */

static int is_default(const struct sigaction *action)
{
    return (action->sa_flags & SA_SIGINFO) == 0 && action->sa_handler == SIG_DFL;
}

static int is_caught(const struct sigaction *action)
{
    return (action->sa_flags & SA_SIGINFO) != 0 ||
           (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN);
}

/* The library adds a flag of its own to what it sets, which the host could see in what it had not
 * set. So what was there is put back as the kernel gave it. */
static void get_kernels(int number, unsigned long *action)
{
    (void)syscall(SYS_rt_sigaction, number, NULL, action, _NSIG / 8);
}

static int put_back(int number, const unsigned long *action)
{
    return (int)syscall(SYS_rt_sigaction, number, action, NULL, _NSIG / 8);
}

/* What is blocked stays blocked. Handlers of ours do not interrupt each other. */
void signals_watch(struct ppar_run *run)
{
    struct signals *signals = &run->signals;
    process.run = run;
    process.entered = process.ending = 0;
    memset(signals, 0, sizeof *signals);
    for (size_t k = 0; k < SIGNALS_WATCHED; k++) {
        struct sigaction action = {.sa_sigaction = watched[k] == SIGTSTP ? stop_by : end_by,
                                   .sa_flags = SA_SIGINFO};
        sigaction(watched[k], NULL, &signals->host[k]);
        if (run->parent == 1 || !is_default(&signals->host[k]))
            continue;
        get_kernels(watched[k], signals->kernel[k]);
        sigemptyset(&action.sa_mask);
        if (watched[k] == SIGTSTP)
            action.sa_flags |= SA_RESTART;
        signals->ours[k] = sigaction(watched[k], &action, NULL) == 0;
    }
}

void signals_unwatch(struct ppar_run *run)
{
    struct signals *signals = &run->signals;
    for (size_t k = 0; k < SIGNALS_WATCHED; k++) {
        if (signals->ours[k] && put_back(watched[k], signals->kernel[k]) != 0)
            sigaction(watched[k], &signals->host[k], NULL);
        signals->ours[k] = 0;
    }
    if (process.run == run)
        process.run = NULL;
}

/* Mostly nothing is blocked. */
int signals_in_handler(void)
{
    sigset_t blocked;
    struct sigaction action;
    sigprocmask(SIG_BLOCK, NULL, &blocked);
    if (sigisemptyset(&blocked))
        return 0;
    for (int number = 1; number < _NSIG; number++) {
        if (sigismember(&blocked, number) == 1 && sigaction(number, NULL, &action) == 0 &&
            is_caught(&action))
            return 1;
    }
    return 0;
}

/* ---- workers ------------------------------------------------------------------------------ */

void signals_hold(sigset_t *before)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t k = 0; k < SIGNALS_WATCHED; k++)
        sigaddset(&set, watched[k]);
    sigprocmask(SIG_BLOCK, &set, before);
}

void signals_release(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}

static int is_from_itself(const siginfo_t *info)
{
    return (info->si_code == SI_USER || info->si_code == SI_TKILL || info->si_code == SI_QUEUE) &&
           info->si_pid == getpid();
}

/* A process that the body has forked is not the worker: it gets what is sent to it. */
static void pass_on_own(int number, siginfo_t *info, void *context)
{
    if (getpid() == process.worker_pid && !is_from_itself(info))
        return;
    for (size_t k = 0; k < SIGNALS_WATCHED; k++) {
        const struct sigaction *host = &process.worker_run->signals.host[k];
        if (watched[k] == number && (host->sa_flags & SA_SIGINFO) != 0)
            host->sa_sigaction(number, info, context);
        else if (watched[k] == number)
            host->sa_handler(number);
    }
}

void signals_in_worker(const struct ppar_run *run)
{
    for (size_t k = 0; k < SIGNALS_WATCHED; k++) {
        struct sigaction action = run->signals.host[k];
        if (is_caught(&action)) {
            action.sa_sigaction = pass_on_own;
            action.sa_flags |= SA_SIGINFO;
        } else if (!run->signals.ours[k]) {
            continue;
        }
        sigaction(watched[k], &action, NULL);
    }
}
