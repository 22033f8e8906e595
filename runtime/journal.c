/*
 * The journal of a run that is watched (PPAR_TRACE, PPAR_JOBLOG, PPAR_REPORT): what happened when.
 *
 * It is one shared mapping, which the parent makes before its first workers and all of them
 * inherit. Whoever has something to tell appends it by himself: a number by an atomic operation,
 * the event, and its kind last. So nobody waits, records are as they are without it, and what a
 * worker has told is there when it is killed. Pages that are not used are not there.
 *
 * What does not fit any more is counted, and left out. The mapping of a program that nobody watches
 * is not made, and costs it one branch at each chunk.
 *
 * The files are written when the program ends: by exit, by a failure of a loop, by a signal that
 * comes while workers run. All that is needed for that is system calls, so a signal handler may do
 * it. A process that the program forks has the mapping, too, and its loops are its own: nothing of
 * them is noted, and it writes no file.
 *
 * Loops may be inside of others that run serially, so executions that are not over form a stack.
 * One that is left by longjmp stays in it until its place is needed.
 */
#include "journal.h"
#include "api.h"
#include "config.h"
#include "message.h"
#include "only.h"
#include "printer.h"
#include "process.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MERGE_LEAST 10000 /* nanoseconds */

static int64_t time_of_day(void)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void copy_end(char *to, size_t size, const char *from)
{
    size_t length = from != NULL ? strlen(from) : 0;
    snprintf(to, size, "%s", from == NULL ? "" : length < size ? from : from + length - size + 1);
}

/* ---- the mapping -------------------------------------------------------------------------- */

/* "%p" is the process. */
static int expand(const char *name, char *text, size_t size)
{
    for (; *name != '\0' && size > 1; name++) {
        int length = 1;
        if (name[0] == '%' && name[1] == 'p') {
            length = snprintf(text, size, "%d", (int)getpid());
            name++;
        } else {
            *text = *name;
        }
        if (length < 0 || (size_t)length >= size)
            return -ENAMETOOLONG;
        text += length;
        size -= (size_t)length;
    }
    *text = '\0';
    return *name != '\0' ? -ENAMETOOLONG : 0;
}

/* Where the program is now: it may go elsewhere. */
static int find_file(const char *name, char *file)
{
    size_t length = 0;
    file[0] = '\0';
    if (name == NULL)
        return 0;
    if (name[0] != '/') {
        if (getcwd(file, FILE_NAME - 2) == NULL)
            return -errno;
        length = strlen(file);
        file[length++] = '/';
    }
    return expand(name, file + length, FILE_NAME - length);
}

static int find_files(struct journal *journal, const struct config *config)
{
    const char *const names[JOURNAL_FILES] = {
        [JOURNAL_TRACE] = config->trace,
        [JOURNAL_JOBLOG] = config->joblog,
        [JOURNAL_PAGE] = config->report,
    };
    int error = 0;
    for (int k = 0; k < JOURNAL_FILES; k++) {
        int failed = find_file(names[k], journal->files[k]);
        error = failed != 0 ? failed : error;
    }
    return error;
}

/* A page that is zero in processes that this one forks: cheaper to look at than the process's
 * number. NULL: there is none. */
static char *make_mark(void)
{
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    char *mark = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mark == MAP_FAILED)
        return NULL;
    if (madvise(mark, size, MADV_WIPEONFORK) != 0) {
        munmap(mark, size);
        return NULL;
    }
    *mark = 1;
    return mark;
}

static void open_journal(const struct config *config)
{
    struct journal *journal = mmap(NULL, sizeof *journal, PROT_READ | PROT_WRITE,
                                   MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    int error = journal == MAP_FAILED ? -errno : find_files(journal, config);
    if (error != 0) {
        if (process_first_time(SAID_JOURNAL))
            message("the run cannot be watched: %s", strerror(-error));
        if (journal != MAP_FAILED)
            munmap(journal, sizeof *journal);
        return;
    }
    copy_end(journal->program, sizeof journal->program, program_invocation_short_name);
    (void)only_invocation(journal->command, sizeof journal->command);
    journal->owner = getpid();
    journal->began = clock_now();
    journal->epoch = time_of_day() - journal->began;
    atomic_store(&journal->current, NO_NUMBER);
    process.journal = journal;
    process.journal_mark = make_mark();
}

/* Whether it is this process's. A child of the program's has one that is not. */
static int is_ours(void)
{
    if (process.journal == NULL || process.in_worker)
        return 0;
    return process.journal_mark != NULL ? *process.journal_mark
                                        : process.journal->owner == getpid();
}

/* ---- loops -------------------------------------------------------------------------------- */

static uint32_t find_spot(struct journal *journal, const struct ppar_loop *loop)
{
    uint32_t count = journal_spots(journal);
    for (uint32_t k = 0; k < count; k++) {
        if (journal->spots[k].where == loop->file && journal->spots[k].line == loop->line)
            return k;
    }
    uint32_t k = atomic_fetch_add(&journal->spot_count, 1);
    if (k >= SPOTS)
        return SPOTS - 1;
    struct spot *spot = &journal->spots[k];
    spot->where = loop->file;
    spot->line = loop->line;
    copy_end(spot->file, sizeof spot->file, loop->file != NULL ? loop->file : "?");
    copy_end(spot->label, sizeof spot->label, loop->label);
    return k;
}

static uint32_t new_execution(struct journal *journal, const struct ppar_loop *loop)
{
    uint64_t number = atomic_fetch_add(&journal->executed, 1);
    if (number >= EXECUTIONS)
        return NO_NUMBER;
    struct execution *execution = &journal->executions[number];
    execution->number = process.loops;
    execution->trips = loop->trips;
    execution->spot = find_spot(journal, loop);
    execution->workers = 1;
    execution->began = clock_now();
    return (uint32_t)number;
}

void journal_loop(const struct ppar_loop *loop, const struct config *config)
{
    if (config->trace == NULL && config->joblog == NULL && config->report == NULL)
        return;
    if (process.journal == NULL)
        open_journal(config);
    if (!is_ours())
        return;
    struct open_loop *open = &process.open[process.open_count++ % OPEN_LOOPS];
    open->loop = loop;
    open->execution = new_execution(process.journal, loop);
}

/* The innermost execution of the loop that is not over: its distance from the top; -1: none. */
static int find_open(const struct ppar_loop *loop)
{
    for (unsigned k = 0; k < OPEN_LOOPS && k < process.open_count; k++) {
        if (process.open[(process.open_count - 1 - k) % OPEN_LOOPS].loop == loop)
            return (int)k;
    }
    return -1;
}

static struct execution *get_execution(uint32_t number)
{
    return number < EXECUTIONS ? &process.journal->executions[number] : NULL;
}

static struct execution *find_current(void)
{
    return get_execution(atomic_load_explicit(&process.journal->current, memory_order_relaxed));
}

void journal_decide(const struct ppar_loop *loop, enum manner manner, unsigned workers,
                    const char *why)
{
    int depth = is_ours() ? find_open(loop) : -1;
    if (depth < 0)
        return;
    uint32_t number =
        process.open[(process.open_count - 1 - (unsigned)depth) % OPEN_LOOPS].execution;
    struct execution *execution = get_execution(number);
    if (manner != MANNER_SERIAL)
        atomic_store(&process.journal->current, number);
    if (execution == NULL)
        return;
    execution->manner = manner;
    execution->workers = workers;
    snprintf(execution->why, sizeof execution->why, "%s", why != NULL ? why : "");
}

void journal_loop_end(const struct ppar_loop *loop)
{
    int depth = process.journal != NULL && is_ours() ? find_open(loop) : -1;
    if (depth < 0)
        return;
    process.open_count -= (unsigned)depth + 1;
    uint32_t number = process.open[process.open_count % OPEN_LOOPS].execution;
    struct execution *execution = get_execution(number);
    if (execution != NULL)
        execution->ended = clock_now();
    if (atomic_load(&process.journal->current) == number)
        atomic_store(&process.journal->current, NO_NUMBER);
}

/* ---- events ------------------------------------------------------------------------------- */

int64_t journal_now(void)
{
    return process.journal != NULL ? clock_now() : 0;
}

/* In the parent and in workers; a process that the program has forked has no execution. */
void journal_add(enum event_kind kind, const struct event *event)
{
    struct journal *journal = process.journal;
    if (journal == NULL)
        return;
    uint32_t current = atomic_load_explicit(&journal->current, memory_order_relaxed);
    if (current == NO_NUMBER || (!process.in_worker && !is_ours()))
        return;
    uint64_t k = atomic_fetch_add_explicit(&journal->used, 1, memory_order_relaxed);
    if (k >= EVENTS)
        return;
    struct event *to = &journal->events[k];
    to->began = event->began;
    to->ended = event->ended;
    to->sent = event->sent;
    to->first = event->first;
    to->last = event->last;
    to->bytes = event->bytes;
    to->worker = event->worker;
    to->status = event->status;
    to->execution = current;
    atomic_store_explicit(&to->kind, kind, memory_order_release);
}

uint32_t journal_events(const struct journal *journal)
{
    uint64_t used = atomic_load(&journal->used);
    return used < EVENTS ? (uint32_t)used : EVENTS;
}

uint32_t journal_executions(const struct journal *journal)
{
    uint64_t executed = atomic_load(&journal->executed);
    return executed < EXECUTIONS ? (uint32_t)executed : EXECUTIONS;
}

uint32_t journal_spots(const struct journal *journal)
{
    uint32_t count = atomic_load(&journal->spot_count);
    return count < SPOTS ? count : SPOTS;
}

uint64_t journal_lost_events(const struct journal *journal)
{
    return atomic_load(&journal->used) - journal_events(journal);
}

uint64_t journal_lost_executions(const struct journal *journal)
{
    return atomic_load(&journal->executed) - journal_executions(journal);
}

const struct event *journal_get(const struct journal *journal, uint32_t k)
{
    const struct event *event = &journal->events[k];
    return atomic_load_explicit(&event->kind, memory_order_acquire) != EVENT_NONE ? event : NULL;
}

char *journal_place(const struct spot *spot, char *text, size_t size)
{
    const char *colon = spot->label[0] != '\0' ? ": " : "";
    snprintf(text, size, "%s:%d%s%s", spot->file, spot->line, colon, spot->label);
    return text;
}

/* Short ones are only added up: there may be as many as chunks. */
void journal_merged(struct event *event)
{
    struct execution *execution = is_ours() ? find_current() : NULL;
    if (execution == NULL)
        return;
    event->ended = clock_now();
    execution->received += event->bytes;
    execution->merging += event->ended - event->began;
    if (event->ended - event->began >= MERGE_LEAST)
        journal_add(EVENT_MERGE, event);
}

void journal_forked(enum event_kind kind, unsigned worker, int64_t began)
{
    struct event event = {.began = began, .worker = worker};
    struct execution *execution = is_ours() ? find_current() : NULL;
    if (execution == NULL)
        return;
    event.ended = clock_now();
    execution->forking += event.ended - began;
    journal_add(kind, &event);
}

void journal_spread(unsigned first, unsigned end, int64_t began)
{
    struct execution *execution = is_ours() ? find_current() : NULL;
    struct event event = {.began = began, .ended = clock_now()};
    if (execution == NULL)
        return;
    execution->forking += event.ended - began;
    for (event.worker = first; event.worker < end; event.worker++)
        journal_add(EVENT_FORK, &event);
}

/* When the worker was heard of last in the current execution. */
static int64_t last_word(unsigned worker, int64_t now)
{
    const struct journal *journal = process.journal;
    uint32_t current = atomic_load(&journal->current);
    for (uint32_t k = journal_events(journal); k > 0; k--) {
        const struct event *event = journal_get(journal, k - 1);
        int is_its = event != NULL && event->worker == worker && event->kind != EVENT_MERGE;
        if (event != NULL && event->execution != current)
            break;
        if (is_its)
            return event->kind == EVENT_CHUNK ? event->sent : event->ended;
    }
    return now;
}

void journal_death(unsigned worker, uint64_t first, uint64_t last, int status)
{
    int64_t now = journal_now();
    if (!is_ours())
        return;
    struct event event = {.began = last_word(worker, now),
                          .ended = now,
                          .first = first,
                          .last = last,
                          .worker = worker,
                          .status = status};
    journal_add(EVENT_DEATH, &event);
}

void journal_worker_end(unsigned worker)
{
    int64_t now = journal_now();
    struct event event = {.began = now, .ended = now, .worker = worker};
    journal_add(EVENT_END, &event);
}

void journal_here(int64_t began, uint64_t first, uint64_t last)
{
    const struct execution *execution = is_ours() ? find_current() : NULL;
    struct event event = {.began = began, .first = first, .last = last};
    if (execution == NULL || first == last)
        return;
    if (began == 0)
        event.began = execution->began;
    event.ended = clock_now();
    journal_add(EVENT_HERE, &event);
}

/* ---- the end ------------------------------------------------------------------------------ */

void journal_end(void)
{
    static void (*const writers[JOURNAL_FILES])(struct printer *, const struct journal *) = {
        [JOURNAL_TRACE] = trace_print,
        [JOURNAL_JOBLOG] = joblog_print,
        [JOURNAL_PAGE] = page_print,
    };
    const struct journal *journal = process.journal;
    if (!is_ours())
        return;
    process.journal = NULL;
    for (int k = 0; k < JOURNAL_FILES; k++) {
        if (journal->files[k][0] != '\0')
            printer_write(journal->files[k], writers[k], journal);
    }
}

static void at_the_end(void) __attribute__((destructor));

static void at_the_end(void)
{
    int saved = errno;
    journal_end();
    errno = saved;
}
