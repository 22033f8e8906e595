/*
 * The journal as a log of jobs, with the columns of GNU parallel and two more: the loop and its
 * iterations. A line is what a worker has sent at once: an iteration, or several in a row.
 *
 *     Seq Host Starttime JobRuntime Send Receive Exitval Signal Command Loop Iterations
 *
 * Its columns are divided by tabs. The command runs the iteration again, alone, where the line is
 * one of a single iteration; else it is the program's. A worker that has died has a line with its
 * status or signal; what it had in its hands has another one when it has been run again.
 */
#include "journal.h"
#include "printer.h"

#include <sys/wait.h>

static void print_column(struct printer *printer, uint64_t number)
{
    print_text(printer, "\t");
    print_number(printer, number);
}

/* Tabs and ends of lines would be columns and lines. */
static void print_cell(struct printer *printer, const char *text)
{
    print_text(printer, "\t");
    for (; *text != '\0'; text++)
        print_bytes(printer, *text == '\t' || *text == '\n' ? " " : text, 1);
}

static void print_command(struct printer *printer, const struct journal *journal,
                          const struct execution *execution, const struct event *event)
{
    if (event->last - event->first != 1) {
        print_cell(printer, journal->command + (journal->command[0] == ' '));
        return;
    }
    print_text(printer, "\tPPAR_ONLY=");
    if (execution->number != 1) {
        print_number(printer, execution->number);
        print_text(printer, ":");
    }
    print_number(printer, event->first);
    for (const char *at = journal->command; *at != '\0'; at++)
        print_bytes(printer, *at == '\t' || *at == '\n' ? " " : at, 1);
}

static void print_line(struct printer *printer, const struct journal *journal, uint64_t seq,
                       const struct event *event)
{
    char place[PLACE_MOST];
    const struct execution *execution = &journal->executions[event->execution];
    int status = event->kind == EVENT_DEATH && event->status >= 0 ? event->status : 0;
    print_number(printer, seq);
    print_text(printer, "\t:\t");
    print_time(printer, event->began + journal->epoch, 9);
    print_text(printer, "\t");
    print_time(printer, event->ended - event->began, 9);
    print_column(printer, 0);
    print_column(printer, event->bytes);
    print_column(printer, WIFEXITED(status) ? (uint64_t)WEXITSTATUS(status) : 0);
    print_column(printer, WIFSIGNALED(status) ? (uint64_t)WTERMSIG(status) : 0);
    print_command(printer, journal, execution, event);
    print_cell(printer, journal_place(&journal->spots[execution->spot], place, sizeof place));
    print_column(printer, event->first);
    if (event->last > event->first + 1) {
        print_text(printer, "-");
        print_number(printer, event->last - 1);
    }
    print_text(printer, "\n");
}

static int is_job(const struct event *event)
{
    return event->first < event->last &&
           (event->kind == EVENT_CHUNK || event->kind == EVENT_HERE || event->kind == EVENT_DEATH);
}

/* What was run in the parent, or by workers that stay, is one job as a whole. */
static int is_whole(const struct execution *execution)
{
    return execution->manner != MANNER_WORKERS && execution->ended != 0 && execution->trips != 0;
}

/* Those of the executions from FIRST on to before LAST that are one job as a whole. */
static uint64_t print_whole(struct printer *printer, const struct journal *journal, uint64_t seq,
                            uint32_t first, uint32_t last)
{
    for (uint32_t k = first; k < last; k++) {
        const struct execution *execution = &journal->executions[k];
        struct event whole = {.began = execution->began,
                              .ended = execution->ended,
                              .last = execution->trips,
                              .execution = k,
                              .kind = EVENT_HERE};
        if (is_whole(execution))
            print_line(printer, journal, ++seq, &whole);
    }
    return seq;
}

void joblog_print(struct printer *printer, const struct journal *journal)
{
    uint64_t seq = 0;
    uint32_t before = 0;
    print_text(printer,
               "Seq\tHost\tStarttime\tJobRuntime\tSend\tReceive\tExitval\tSignal\tCommand\t"
               "Loop\tIterations\n");
    for (uint32_t k = 0; k < journal_events(journal); k++) {
        const struct event *event = journal_get(journal, k);
        if (event == NULL || !is_job(event))
            continue;
        seq = print_whole(printer, journal, seq, before, event->execution);
        before = event->execution > before ? event->execution : before;
        print_line(printer, journal, ++seq, event);
    }
    print_whole(printer, journal, seq, before, journal_executions(journal));
}
