/*
 * The end of a program whose loop could not be finished: one report, and then an end like the one
 * that the serial program would have come to.
 *
 * By a signal, the parent dies by the same signal; by exit(n), the parent calls exit(n), so that
 * its own exit handlers run, once. Status 0 would hide the loss and becomes 1. What the iterations
 * before the lost ones printed is written out first (the serial program might have lost some of it
 * in its buffer, but nobody will miss that), and what had left the worker's buffer when it died.
 *
 * A worker that has left a core file shows the iteration in it. The parent's would show this file,
 * and take the worker's name: by default both are called "core".
 */
#include "failure.h"
#include "journal.h"
#include "replay.h"
#include "report.h"
#include "signals.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
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

static void leave_core_file(int status)
{
    const struct rlimit none = {0, 0};
    if (WCOREDUMP(status))
        (void)setrlimit(RLIMIT_CORE, &none);
}

_Noreturn void failure_end(const struct ppar_loop *loop, const struct failure *failure,
                           int last_words)
{
    fflush(stdout);
    replay_file(last_words);
    if (!failure->silent)
        report_failure(loop, failure);
    int by_itself = failure->by_worker && failure->status_known && !failure->timed_out &&
                    failure->text[0] == '\0';
    if (by_itself && WIFSIGNALED(failure->status)) {
        leave_core_file(failure->status);
        journal_end();
        signals_die(WTERMSIG(failure->status));
    }
    if (by_itself && WIFEXITED(failure->status) && WEXITSTATUS(failure->status) != 0)
        exit(WEXITSTATUS(failure->status));
    exit(EXIT_FAILURE);
}
