/*
 * The journal as a page about the run: page.html, which is part of the library, with the journal's
 * rows in the place of "@DATA@". What is drawn and said is made of them in the browser, so here is
 * nothing but numbers. Times are microseconds since the first loop began.
 *
 *     loops       [place]
 *     executions  [loop, began, took, trips, workers, manner, bytes, forking, merging, number,
 * over, why] events      [kind, execution, worker, began, took, sending, first, last, bytes]
 *
 * A page with all of a long run's events would be too large for a browser, so it has the first
 * ones.
 */
#include "journal.h"
#include "page_text.h"
#include "printer.h"

#include <sys/resource.h>
#include <unistd.h>

#define PAGE_EVENTS 200000

/* "[" or ", " and the number. */
static void print_item(struct printer *printer, const char *before, uint64_t number)
{
    print_text(printer, before);
    print_number(printer, number);
}

static void print_microseconds(struct printer *printer, const char *before, int64_t nanoseconds)
{
    print_text(printer, before);
    print_time(printer, nanoseconds, 3);
}

static void print_loops(struct printer *printer, const struct journal *journal)
{
    char place[PLACE_MOST];
    for (uint32_t k = 0; k < journal_spots(journal); k++) {
        print_text(printer, k == 0 ? "[" : "],\n[");
        print_string(printer, journal_place(&journal->spots[k], place, sizeof place));
    }
    print_text(printer, journal_spots(journal) != 0 ? "]" : "");
}

static void print_execution(struct printer *printer, const struct journal *journal,
                            const struct execution *execution, int64_t now)
{
    int64_t ended = execution->ended != 0 ? execution->ended : now;
    print_item(printer, "[", execution->spot);
    print_microseconds(printer, ",", execution->began - journal->began);
    print_microseconds(printer, ",", ended - execution->began);
    print_item(printer, ",", execution->trips);
    print_item(printer, ",", execution->workers);
    print_item(printer, ",", execution->manner);
    print_item(printer, ",", execution->received);
    print_microseconds(printer, ",", execution->forking);
    print_microseconds(printer, ",", execution->merging);
    print_item(printer, ",", execution->number);
    print_item(printer, ",", execution->ended != 0);
    print_text(printer, ",");
    print_string(printer, execution->why);
    print_text(printer, "]");
}

static void print_event(struct printer *printer, const struct journal *journal,
                        const struct event *event)
{
    int64_t sending = event->kind == EVENT_CHUNK ? event->sent - event->ended : 0;
    print_item(printer, "[", event->kind);
    print_item(printer, ",", event->execution);
    print_item(printer, ",", event->worker);
    print_microseconds(printer, ",", event->began - journal->began);
    print_microseconds(printer, ",", event->ended - event->began);
    print_microseconds(printer, ",", sending);
    print_item(printer, ",", event->first);
    print_item(printer, ",", event->last);
    print_item(printer, ",", event->bytes);
    print_text(printer, "]");
}

/* Kilobytes that the process, or the largest of its children, has had at most. */
static uint64_t find_memory(int who)
{
    struct rusage usage;
    return getrusage(who, &usage) == 0 && usage.ru_maxrss > 0 ? (uint64_t)usage.ru_maxrss : 0;
}

static void print_head(struct printer *printer, const struct journal *journal, int64_t now,
                       uint64_t lost)
{
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    print_text(printer, "{\"program\":");
    print_string(printer, journal->program);
    print_text(printer, ",\"command\":");
    print_string(printer, journal->command);
    print_microseconds(printer, ",\"started\":", journal->began + journal->epoch);
    print_microseconds(printer, ",\"took\":", now - journal->began);
    print_item(printer, ",\"cpus\":", cpus > 0 ? (uint64_t)cpus : 1);
    print_item(printer, ",\"memory\":", find_memory(RUSAGE_SELF));
    print_item(printer, ",\"child_memory\":", find_memory(RUSAGE_CHILDREN));
    print_item(printer, ",\"lost\":", lost);
}

static void print_data(struct printer *printer, const struct journal *journal)
{
    int64_t now = clock_now();
    uint32_t events = journal_events(journal), shown = events < PAGE_EVENTS ? events : PAGE_EVENTS;
    const char *comma = "";
    print_head(printer, journal, now,
               journal_lost_events(journal) + journal_lost_executions(journal) + events - shown);
    print_text(printer, ",\n\"loops\":[");
    print_loops(printer, journal);
    print_text(printer, "],\n\"executions\":[");
    for (uint32_t k = 0; k < journal_executions(journal); k++, comma = ",\n") {
        print_text(printer, comma);
        print_execution(printer, journal, &journal->executions[k], now);
    }
    comma = "";
    print_text(printer, "],\n\"events\":[");
    for (uint32_t k = 0; k < shown; k++) {
        const struct event *event = journal_get(journal, k);
        if (event == NULL)
            continue;
        print_text(printer, comma);
        print_event(printer, journal, event);
        comma = ",\n";
    }
    print_text(printer, "]}");
}

void page_print(struct printer *printer, const struct journal *journal)
{
    print_bytes(printer, (const char *)page_before, sizeof page_before);
    print_data(printer, journal);
    print_bytes(printer, (const char *)page_behind, sizeof page_behind);
}
