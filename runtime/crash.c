/*
 * Where a worker was when a signal killed it.
 *
 * Only a worker that runs lost iterations again looks: an iteration that is given up has killed one
 * of those, so nothing has to be prepared in a loop in which nothing fails. Before its fork the
 * parent calls backtrace once, which then has loaded the library that unwinds; from then on it
 * takes no lock and no memory, and may be called in a handler. Names are found by the parent
 * (symbols.c).
 *
 * The handler runs on a stack of its own, for the fault may be that there is no more of the other
 * one. It writes into the shared block, and lets the signal do what it would have done:
 * SA_RESETHAND has put the default back, a fault happens again when the handler returns, and a
 * signal that was sent is sent again. So the worker ends as it would have ended, with a core file
 * if the limits say so.
 *
 * A handler or stack of the program's own is never replaced. A process that the body has forked
 * has our handler, too, and passes through.
 */
#include "crash.h"
#include "frames.h"
#include "process.h"
#include "worker.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#define STACK_BYTES ((size_t)65536)
#define OWN_FRAMES  8 /* of the handler, at most */

static const int caught[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};

/* Where the program was when the signal came; NULL: not known on this machine. */
#if defined(__x86_64__)

static void *interrupted_at(const void *context)
{
    const ucontext_t *at = context;
    return (void *)(uintptr_t)at->uc_mcontext.gregs[REG_RIP];
}

#elif defined(__aarch64__)

static void *interrupted_at(const void *context)
{
    const ucontext_t *at = context;
    return (void *)(uintptr_t)at->uc_mcontext.pc;
}

#else

static void *interrupted_at(const void *context)
{
    (void)context;
    return NULL;
}

#endif

/* The calls without those of the handler. */
static void note_calls(struct crash *crash, const void *place)
{
    void *frames[CRASH_FRAMES + OWN_FRAMES];
    int depth = frames_find(frames, CRASH_FRAMES + OWN_FRAMES), start = 0;
    while (start < depth && frames[start] != place)
        start++;
    if (start == depth)
        start = 0;
    crash->depth = depth - start < CRASH_FRAMES ? depth - start : CRASH_FRAMES;
    memcpy(crash->frames, frames + start, (size_t)crash->depth * sizeof *frames);
}

void crash_prepare(void)
{
    void *frames[4];
    (void)frames_find(frames, 4);
}

static void note(int number, siginfo_t *info, void *context)
{
    int was_sent = info->si_code <= 0;
    if (getpid() == process.worker_pid) {
        struct crash *crash = &process.worker_run->worker->slot->crash;
        crash->has_place = !was_sent && info->si_code != SI_KERNEL && number != SIGSYS;
        crash->place = crash->has_place ? info->si_addr : NULL;
        note_calls(crash, interrupted_at(context));
        crash->number = number;
    }
    if (was_sent)
        raise(number);
}

static void provide_stack(void)
{
    stack_t stack;
    if (sigaltstack(NULL, &stack) != 0 || (stack.ss_flags & SS_DISABLE) == 0)
        return;
    stack = (stack_t){.ss_sp = malloc(STACK_BYTES), .ss_size = STACK_BYTES};
    if (stack.ss_sp != NULL)
        (void)sigaltstack(&stack, NULL);
}

void crash_catch(void)
{
    struct sigaction action = {.sa_sigaction = note,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK | (int)SA_RESETHAND};
    struct sigaction old;
    provide_stack();
    sigfillset(&action.sa_mask);
    for (size_t k = 0; k < sizeof caught / sizeof *caught; k++) {
        if (sigaction(caught[k], NULL, &old) == 0 && (old.sa_flags & SA_SIGINFO) == 0 &&
            old.sa_handler == SIG_DFL)
            (void)sigaction(caught[k], &action, NULL);
    }
}
