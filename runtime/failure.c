/*
 * The end of a program whose loop could not be finished: one report, and then an end like the one
 * that the serial program would have come to.
 *
 * By a signal, the parent dies by the same signal; by exit(n), the parent calls exit(n), so that
 * its own exit handlers run, once. Status 0 would hide the loss and becomes 1. What the iterations
 * before the lost ones printed is written out first; the serial program might have lost some of it
 * in its buffer, but nobody will miss that.
 */
#include "failure.h"
#include "message.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

char *failure_place(const struct ppar_loop *loop, char *text, size_t size)
{
    const char *file = loop->file != NULL ? loop->file : "?";
    if (loop->label != NULL)
        snprintf(text, size, "%s:%d: %s", file, loop->line, loop->label);
    else
        snprintf(text, size, "%s:%d", file, loop->line);
    return text;
}

/* POSIX promises no function for this. */
static const char *signal_name(int number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = {
        {SIGHUP, "SIGHUP"},   {SIGINT, "SIGINT"},   {SIGQUIT, "SIGQUIT"}, {SIGILL, "SIGILL"},
        {SIGTRAP, "SIGTRAP"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},
        {SIGKILL, "SIGKILL"}, {SIGUSR1, "SIGUSR1"}, {SIGSEGV, "SIGSEGV"}, {SIGUSR2, "SIGUSR2"},
        {SIGPIPE, "SIGPIPE"}, {SIGALRM, "SIGALRM"}, {SIGTERM, "SIGTERM"}, {SIGXCPU, "SIGXCPU"},
        {SIGXFSZ, "SIGXFSZ"}, {SIGSYS, "SIGSYS"},   {SIGPROF, "SIGPROF"}, {SIGVTALRM, "SIGVTALRM"},
    };
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        if (names[k].number == number)
            return names[k].name;
    }
    return "a signal without a name";
}

static void describe_end(const struct failure *failure, char *text, size_t size)
{
    int status = failure->status;
    if (!failure->by_worker && failure->text[0] == '\0')
        snprintf(text, size, "no worker was left for them");
    else if (!failure->by_worker)
        snprintf(text, size, "%s", failure->text);
    else if (failure->text[0] != '\0')
        snprintf(text, size, "worker %u could not go on: %s", failure->worker, failure->text);
    else if (!failure->status_known)
        snprintf(text, size,
                 "worker %u died (how is not known: the program does not let its "
                 "children's ends be seen)",
                 failure->worker);
    else if (WIFSIGNALED(status))
        snprintf(text, size, "worker %u was killed by signal %d (%s)", failure->worker,
                 WTERMSIG(status), signal_name(WTERMSIG(status)));
    else
        snprintf(text, size, "worker %u exited with status %d", failure->worker,
                 WEXITSTATUS(status));
}

static long long counter_value(long long start, long long step, unsigned long long index)
{
    return (long long)((unsigned long long)start + (unsigned long long)step * index);
}

/* ", j = 3, k = 4": the counters of the loops inside in iteration K. */
static void describe_inside(const struct ppar_loop *loop, unsigned long long k, char *text,
                            size_t size)
{
    size_t length = 0;
    text[0] = '\0';
    for (int level = 1; level <= loop->inside && length < size; level++) {
        const struct ppar_level *inside = &loop->level[level - 1];
        int more = snprintf(text + length, size - length, ", %s = %lld", inside->counter,
                            counter_value(inside->start, inside->step, ppar_index(loop, level, k)));
        length += more > 0 ? (size_t)more : size;
    }
}

/* " in iteration 3 (i = 7)", " in iterations 3 to 5 (i = 7 to 11)", or nothing; with loops inside
 * " in iterations 3 to 5 (i = 1, j = 1 to i = 2, j = 0)". */
static void describe_range(const struct ppar_loop *loop, const struct range *range, char *text,
                           size_t size)
{
    text[0] = '\0';
    if (range->first == range->last)
        return;
    unsigned long long first = range->first, last = range->last - 1;
    long long from = counter_value(loop->start, loop->step, ppar_index(loop, 0, first));
    long long to = counter_value(loop->start, loop->step, ppar_index(loop, 0, last));
    const char *counter = loop->counter != NULL ? loop->counter : "counter";
    char low[128], high[128];
    describe_inside(loop, first, low, sizeof low);
    describe_inside(loop, last, high, sizeof high);
    if (first == last)
        snprintf(text, size, " in iteration %llu (%s = %lld%s)", first, counter, from, low);
    else if (loop->inside)
        snprintf(text, size, " in iterations %llu to %llu (%s = %lld%s to %s = %lld%s)", first,
                 last, counter, from, low, counter, to, high);
    else
        snprintf(text, size, " in iterations %llu to %llu (%s = %lld to %lld)", first, last,
                 counter, from, to);
}

static void report(const struct ppar_loop *loop, const struct failure *failure)
{
    char place[256], how[384], where[512];
    failure_place(loop, place, sizeof place);
    describe_end(failure, how, sizeof how);
    describe_range(loop, &failure->range, where, sizeof where);
    if (where[0] == '\0')
        message("%s: %s", place, how);
    else
        message("%s: %s%s; what the iterations before %llu did and printed is kept", place, how,
                where, (unsigned long long)failure->range.first);
}

static _Noreturn void die_by(int number)
{
    sigset_t set;
    signal(number, SIG_DFL);
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    _exit(128 + number);
}

_Noreturn void failure_end(const struct ppar_loop *loop, const struct failure *failure)
{
    fflush(stdout);
    report(loop, failure);
    int by_itself = failure->by_worker && failure->status_known && failure->text[0] == '\0';
    if (by_itself && WIFSIGNALED(failure->status))
        die_by(WTERMSIG(failure->status));
    if (by_itself && WIFEXITED(failure->status) && WEXITSTATUS(failure->status) != 0)
        exit(WEXITSTATUS(failure->status));
    exit(EXIT_FAILURE);
}
