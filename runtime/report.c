/*
 * What is said of workers that have died: one report for a loop, however many did.
 *
 *     ppar: sweep.c:12: worker 1 was killed by signal 11 (SIGSEGV: a pointer to where it may not
 *     point) at address 0x10 in iteration 17 (i = 17)
 *     ppar:     simulate+0x2c in ./sweep
 *     ppar:     main+0xe1 in ./sweep
 *     ppar: 17 of 40 iterations are done, and what they printed is kept; to run iteration 17 alone:
 *     ppar:     PPAR_ONLY=17 ./sweep fine
 *
 * Each line is one write. Calls are known of workers that ran lost iterations again (crash.c). A
 * loop that got over its losses says so in a line.
 */
#include "report.h"
#include "failure.h"
#include "message.h"
#include "only.h"
#include "symbols.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define UNEVEN       1.25                 /* times the mean, */
#define UNEVEN_LEAST 1e7                  /*  and nanoseconds */
#define BEYOND_STACK ((uintptr_t)1 << 20) /* a large frame may reach so far */

struct signal_entry {
    int number;
    const char *name, *meaning;
};

/* POSIX promises no function for the names. */
static const struct signal_entry signals[] = {
    {SIGABRT, "SIGABRT", "abort() or a failed assertion"},
    {SIGALRM, "SIGALRM", "a timer"},
    {SIGBUS, "SIGBUS", "memory that is not there, or not aligned"},
    {SIGFPE, "SIGFPE", "a division by zero or an overflow of integers"},
    {SIGHUP, "SIGHUP", "the terminal is gone"},
    {SIGILL, "SIGILL", "an instruction that the processor does not have"},
    {SIGINT, "SIGINT", "an interrupt"},
    {SIGKILL, "SIGKILL", "somebody's kill, or the kernel's for want of memory"},
    {SIGPIPE, "SIGPIPE", "a pipe that nobody reads"},
    {SIGPROF, "SIGPROF", "a timer"},
    {SIGQUIT, "SIGQUIT", "an interrupt"},
    {SIGSEGV, "SIGSEGV", "a pointer to where it may not point"},
    {SIGSYS, "SIGSYS", "a system call that is forbidden"},
    {SIGTERM, "SIGTERM", "a request to end"},
    {SIGTRAP, "SIGTRAP", "a trap"},
    {SIGUSR1, "SIGUSR1", "a signal without a handler"},
    {SIGUSR2, "SIGUSR2", "a signal without a handler"},
    {SIGVTALRM, "SIGVTALRM", "a timer"},
    {SIGXCPU, "SIGXCPU", "the limit of processor time"},
    {SIGXFSZ, "SIGXFSZ", "the limit of a file's size"},
};

static const struct signal_entry *find_signal(int number)
{
    static const struct signal_entry unknown = {0, "a signal without a name", "not known"};
    for (size_t k = 0; k < sizeof signals / sizeof *signals; k++) {
        if (signals[k].number == number)
            return &signals[k];
    }
    return &unknown;
}

/* Whether the place is where the stack would have grown to, below the function with the loop. */
static int is_below_stack(const struct ppar_loop *loop, const void *place)
{
    struct rlimit limit;
    uintptr_t loop_at = (uintptr_t)loop, at = (uintptr_t)place;
    return getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
           at < loop_at && loop_at - at < limit.rlim_cur + BEYOND_STACK;
}

static void describe_signal(const struct ppar_loop *loop, const struct failure *failure, char *text,
                            size_t size)
{
    const struct crash *crash = &failure->crash;
    int number = WTERMSIG(failure->status);
    const struct signal_entry *entry = find_signal(number);
    int known = crash->number == number && crash->has_place;
    int overflow = known && number == SIGSEGV && is_below_stack(loop, crash->place);
    int length = snprintf(text, size, "worker %u was killed by signal %d (%s: %s)", failure->worker,
                          number, entry->name, overflow ? "no stack is left" : entry->meaning);
    if (known && length > 0 && (size_t)length < size)
        snprintf(text + length, size - (size_t)length, " at address %p", crash->place);
}

static void describe_end(const struct ppar_loop *loop, const struct failure *failure, char *text,
                         size_t size)
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
    else if (failure->timed_out)
        snprintf(text, size, "worker %u took too long, and was killed", failure->worker);
    else if (WIFSIGNALED(status))
        describe_signal(loop, failure, text, size);
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

void report_range(const struct ppar_loop *loop, const struct range *range, char *text, size_t size)
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

/* Recursion is one line for each place that it goes on from. The worker may have written anything
 * into its slot. */
static void report_calls(const struct crash *crash)
{
    char name[256];
    int is_main = 0, depth = crash->depth < CRASH_FRAMES ? crash->depth : CRASH_FRAMES;
    for (int k = 0, times; k < depth && !is_main; k += times) {
        for (times = 1; k + times < depth && crash->frames[k + times] == crash->frames[k];)
            times++;
        is_main = symbols_name(crash->frames[k], k > 0, name, sizeof name);
        if (times > 1)
            message("    %s, %d times", name, times);
        else
            message("    %s", name);
    }
}

struct balance report_balance_of(const struct ppar_run *run)
{
    struct balance balance = {0, 0};
    unsigned workers = run->schedule.workers;
    for (unsigned k = 0; k < workers; k++) {
        double busy = (double)atomic_load(&run->share->slots[k].busy);
        balance.longest = busy > balance.longest ? busy : balance.longest;
        balance.mean += busy / workers;
    }
    return balance;
}

/* On a busy machine workers differ without any fault of the loop's. */
void report_balance(const struct ppar_loop *loop, const struct balance *balance)
{
    char place[256];
    if (balance->longest < UNEVEN * balance->mean || balance->longest < UNEVEN_LEAST)
        return;
    message("%s: one worker computed for %.0f ms, all of them for %.0f ms on average: the work is "
            "shared unevenly%s",
            failure_place(loop, place, sizeof place), balance->longest / 1e6, balance->mean / 1e6,
            loop->schedule == PPAR_STATIC ? ", as schedule(static) wants it"
            : loop->schedule == PPAR_AUTO ? "; schedule(dynamic, 1) hands iterations out one by one"
                                          : "");
}

static void report_end(const struct ppar_loop *loop, const struct failure *failure)
{
    char place[256], how[384], where[512];
    failure_place(loop, place, sizeof place);
    describe_end(loop, failure, how, sizeof how);
    report_range(loop, &failure->range, where, sizeof where);
    message("%s: %s%s", place, how, where);
    if (failure->by_worker && WIFSIGNALED(failure->status) &&
        failure->crash.number == WTERMSIG(failure->status))
        report_calls(&failure->crash);
}

void report_failure(const struct ppar_loop *loop, const struct failure *failure)
{
    char command[512];
    unsigned long long first = failure->range.first, last = failure->range.last;
    report_end(loop, failure);
    if (first == last)
        return;
    message(
        "%llu of %llu iterations are done, and what they printed is kept; to run iteration %llu "
        "alone:",
        first, loop->trips, first);
    message("    %s", only_command(first, command, sizeof command));
}

void report_losses(const struct ppar_loop *loop, const struct losses *losses)
{
    char place[256];
    if (losses->deaths == 0)
        return;
    report_end(loop, &losses->first);
    failure_place(loop, place, sizeof place);
    if (losses->given_up == 0)
        message("%s: what was lost with %u workers was run again, and nothing is missing", place,
                losses->deaths);
    else
        message("%s: %llu of %llu iterations failed and were %s", place,
                (unsigned long long)losses->given_up, loop->trips,
                losses->policy.on_failure == PPAR_SKIP ? "skipped" : "run by the parent");
}
