/*
 * The journal as trace events, in the JSON that Chrome, Perfetto and speedscope open: one row for
 * the parent and one for each worker's number.
 *
 *     parent      | sweep.c:12                                              |
 *                 | fork | fork |      | merge |  | merge |     | merge |
 *     worker 0           | 0-7   |send| 16-23  |send|  idle     |
 *     worker 1                  | 8-15  |send| 24-31   x  died
 *
 * Idle is what is left between the fork of a worker and its end. Times are microseconds since the
 * first loop began. "ph":"X" is a slice, "i" a moment, "M" the name of a row.
 */
#include "journal.h"
#include "printer.h"

#include <sys/wait.h>

#define ROWS       1024  /* workers whose idle times are shown */
#define IDLE_LEAST 20000 /* nanoseconds */

static struct rows {
    struct printer *printer;
    const struct journal *journal;
    int64_t now;
    int is_first;
    uint32_t workers;         /* rows of so many were seen */
    int64_t busy_until[ROWS]; /* 0: the worker is not there */
} rows;

/* Of what a worker that stays does, the parent's part is in the parent's row. */
static uint32_t row_of(const struct event *event, enum event_kind kind)
{
    return kind == EVENT_TURN && event->worker == 0 ? 0 : event->worker + 1;
}

/* The beginning of an event, up to its name. */
static void print_head(const char *phase, uint32_t row, int64_t time)
{
    print_text(rows.printer, rows.is_first ? "\n{\"ph\":\"" : ",\n{\"ph\":\"");
    rows.is_first = 0;
    print_text(rows.printer, phase);
    print_text(rows.printer, "\",\"pid\":");
    print_number(rows.printer, (uint64_t)rows.journal->owner);
    print_text(rows.printer, ",\"tid\":");
    print_number(rows.printer, row);
    if (*phase != 'M') {
        print_text(rows.printer, ",\"ts\":");
        print_time(rows.printer, time - rows.journal->began, 3);
    }
    print_text(rows.printer, ",\"name\":");
}

static void print_duration(const char *category, int64_t duration)
{
    print_text(rows.printer, ",\"cat\":\"");
    print_text(rows.printer, category);
    print_text(rows.printer, "\",\"dur\":");
    print_time(rows.printer, duration, 3);
}

static void print_count(const char *name, uint64_t number)
{
    print_text(rows.printer, name);
    print_number(rows.printer, number);
}

/* "17" or "17-24", without quotes. */
static void print_range(const struct event *event)
{
    print_number(rows.printer, event->first);
    if (event->last <= event->first + 1)
        return;
    print_text(rows.printer, "-");
    print_number(rows.printer, event->last - 1);
}

static const struct execution *execution_of(const struct event *event)
{
    return &rows.journal->executions[event->execution];
}

static void print_loop_name(const struct execution *execution)
{
    char place[PLACE_MOST];
    print_string(rows.printer,
                 journal_place(&rows.journal->spots[execution->spot], place, sizeof place));
}

static void print_names(void)
{
    print_head("M", 0, 0);
    print_text(rows.printer, "\"process_name\",\"args\":{\"name\":");
    print_string(rows.printer, rows.journal->program);
    print_text(rows.printer, "}}");
    for (uint32_t row = 0; row <= rows.workers; row++) {
        print_head("M", row, 0);
        print_text(rows.printer, "\"thread_name\",\"args\":{\"name\":\"");
        print_text(rows.printer, row == 0 ? "parent" : "worker ");
        if (row != 0)
            print_number(rows.printer, row - 1);
        print_text(rows.printer, "\"}}");
        print_head("M", row, 0);
        print_count("\"thread_sort_index\",\"args\":{\"sort_index\":", row);
        print_text(rows.printer, "}}");
    }
}

static void print_execution(const struct execution *execution)
{
    static const char *const manners[] = {
        [MANNER_SERIAL] = "serial",
        [MANNER_WORKERS] = "workers",
        [MANNER_STAY] = "workers that stay",
    };
    int64_t ended = execution->ended != 0 ? execution->ended : rows.now;
    print_head("X", 0, execution->began);
    print_loop_name(execution);
    print_duration("loop", ended - execution->began);
    print_count(",\"args\":{\"execution\":", execution->number);
    print_count(",\"iterations\":", execution->trips);
    print_count(",\"workers\":", execution->workers);
    print_count(",\"bytes\":", execution->received);
    print_text(rows.printer, ",\"run\":");
    print_string(rows.printer, manners[execution->manner]);
    if (execution->why[0] != '\0') {
        print_text(rows.printer, ",\"why\":");
        print_string(rows.printer, execution->why);
    }
    print_text(rows.printer, execution->ended == 0 ? ",\"unfinished\":true}}" : "}}");
}

/* What the worker did not do between the last thing that it did and now. */
static void print_idle(const struct event *event, int64_t until)
{
    int64_t since = event->worker < ROWS ? rows.busy_until[event->worker] : 0;
    if (since == 0 || until - since < IDLE_LEAST)
        return;
    print_head("X", event->worker + 1, since);
    print_text(rows.printer, "\"idle\"");
    print_duration("idle", until - since);
    print_text(rows.printer, "}");
}

static void note_busy(const struct event *event, int64_t until)
{
    if (event->worker < ROWS)
        rows.busy_until[event->worker] = until;
}

static void print_chunk(const struct event *event)
{
    print_idle(event, event->began);
    print_head("X", event->worker + 1, event->began);
    print_text(rows.printer, "\"");
    print_range(event);
    print_text(rows.printer, "\"");
    print_duration("chunk", event->ended - event->began);
    print_count(",\"args\":{\"first\":", event->first);
    print_count(",\"last\":", event->last - 1);
    print_text(rows.printer, ",\"loop\":");
    print_loop_name(execution_of(event));
    print_text(rows.printer, "}}");
    print_head("X", event->worker + 1, event->ended);
    print_text(rows.printer, "\"send\"");
    print_duration("send", event->sent - event->ended);
    print_count(",\"args\":{\"bytes\":", event->bytes);
    print_text(rows.printer, "}}");
    note_busy(event, event->sent);
}

/* A slice with iterations that is named in words. */
static void print_work(const struct event *event, uint32_t row, const char *name,
                       const char *category)
{
    print_head("X", row, event->began);
    print_string(rows.printer, name);
    print_duration(category, event->ended - event->began);
    print_text(rows.printer, ",\"args\":{\"iterations\":\"");
    print_range(event);
    print_text(rows.printer, "\"}}");
}

static void print_turn(const struct event *event, uint32_t row)
{
    print_head("X", row, event->began);
    print_text(rows.printer, "\"turn\"");
    print_duration("chunk", event->ended - event->began);
    print_count(",\"args\":{\"count\":", event->last);
    print_text(rows.printer, "}}");
}

static void print_fork(const struct event *event, const char *name)
{
    print_head("X", 0, event->began);
    print_text(rows.printer, name);
    print_number(rows.printer, event->worker);
    print_text(rows.printer, "\"");
    print_duration("fork", event->ended - event->began);
    print_text(rows.printer, "}");
    if (event->worker < ROWS && rows.busy_until[event->worker] < event->ended)
        note_busy(event, event->ended); /* else it has been faster than the parent's note */
}

static void print_merge(const struct event *event)
{
    print_head("X", 0, event->began);
    print_text(rows.printer, "\"merge\"");
    print_duration("merge", event->ended - event->began);
    print_count(",\"args\":{\"worker\":", event->worker);
    print_count(",\"bytes\":", event->bytes);
    print_text(rows.printer, ",\"iterations\":\"");
    print_range(event);
    print_text(rows.printer, "\"}}");
}

/* In the worker's row; "s":"p" has it drawn through the others. */
static void print_death(const struct event *event)
{
    print_head("i", event->worker + 1, event->ended);
    print_text(rows.printer, "\"died\",\"cat\":\"failure\",\"s\":\"p\",\"args\":{");
    if (event->status >= 0 && WIFSIGNALED(event->status))
        print_count("\"signal\":", (uint64_t)WTERMSIG(event->status));
    else if (event->status >= 0)
        print_count("\"status\":", (uint64_t)WEXITSTATUS(event->status));
    else
        print_text(rows.printer, "\"status\":\"not known\"");
    if (event->first < event->last) {
        print_text(rows.printer, ",\"lost\":\"");
        print_range(event);
        print_text(rows.printer, "\"");
    }
    print_text(rows.printer, "}}");
}

static void print_end(const struct event *event)
{
    print_idle(event, event->ended);
    note_busy(event, 0);
}

static void print_event(const struct event *event)
{
    enum event_kind kind = (enum event_kind)event->kind;
    uint32_t row = row_of(event, kind);
    if (kind != EVENT_HERE && kind != EVENT_AFTER && row > rows.workers)
        rows.workers = row;
    switch (kind) {
    case EVENT_FORK:
        print_fork(event, "\"fork ");
        break;
    case EVENT_AGAIN:
        print_fork(event, "\"fork again ");
        break;
    case EVENT_CHUNK:
        print_chunk(event);
        break;
    case EVENT_TURN:
        print_turn(event, row);
        break;
    case EVENT_HERE:
        print_work(event, 0, "in the parent", "chunk");
        break;
    case EVENT_AFTER:
        print_work(event, 0, "after", "after");
        break;
    case EVENT_MERGE:
        print_merge(event);
        break;
    case EVENT_DEATH:
        print_death(event);
        break;
    case EVENT_END:
        print_end(event);
        break;
    case EVENT_NONE:
        break;
    }
}

void trace_print(struct printer *printer, const struct journal *journal)
{
    rows = (struct rows){.printer = printer, .journal = journal, .now = clock_now(), .is_first = 1};
    print_text(printer, "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
    for (uint32_t k = 0; k < journal_executions(journal); k++)
        print_execution(&journal->executions[k]);
    for (uint32_t k = 0; k < journal_events(journal); k++) {
        const struct event *event = journal_get(journal, k);
        if (event != NULL)
            print_event(event);
    }
    print_names();
    print_count("\n],\"otherData\":{\"lost_events\":", journal_lost_events(journal));
    print_count(",\"lost_executions\":", journal_lost_executions(journal));
    print_text(printer, "}}\n");
}
