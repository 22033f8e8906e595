/*
 * A loop that can be gone on with in another run: checkpoint("file"), PPAR_CHECKPOINT=folder.
 *
 * Records are appended to a file (log.c) as they come from the workers. When the program is run
 * again, those that are there are merged when it is their turn, as if a worker had sent them just
 * then, and their iterations are handed out to nobody (gaps.c):
 *
 *     log         0 .. 4 | 8 .. 11 |                 merged when 0 is next, and when 8 is
 *     worker 0    5 .. 7 |                           merged
 *     worker 1    12 ..                              merged
 *
 * So all that is said of the merge holds: the order of output and of exact results, what workers
 * start from, what is checked of a record. A record waits in the file for its turn, and takes no
 * memory.
 *
 * A record is as good as another run of its iterations if what these depend on is the same. That is
 * the key: the program and its libraries, the command line, which loop it is and how often loops
 * were executed before, its iterations, and the memory that it reads and that was there before it,
 * which the generated code tells (ppar_input). All bytes of the key are looked at when the file is
 * opened. If there is an execution of another program or command in it, or this one with another
 * range or other inputs, the file is renamed, and a new one begins.
 *
 * What does not come in a record is not repeated: what an iteration has done to files, or has
 * written to stderr. Iterations that were given up, and those that called exit, are not in the log
 * and run again.
 *
 * Without a log the loop runs as any other does. Whatever keeps it from having one is said once.
 */
#include "checkpoint.h"
#include "clock.h"
#include "config.h"
#include "failure.h"
#include "loop.h"
#include "message.h"
#include "only.h"
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SYNC_EVERY ((int64_t)5000000000) /* nanoseconds */

void checkpoint_free(struct checkpoint *checkpoint)
{
    if (checkpoint == NULL)
        return;
    if (checkpoint->log != NULL)
        log_close(checkpoint->log);
    free(checkpoint->record);
    free(checkpoint->bytes);
    free(checkpoint);
}

static void drop(struct ppar_run *run)
{
    checkpoint_free(run->checkpoint);
    run->checkpoint = NULL;
    free(run->gaps.done);
    run->gaps = (struct gaps){0};
}

static void say(const struct ppar_run *run, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void say(const struct ppar_run *run, const char *format, ...)
{
    char place[256], text[MESSAGE_MOST];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    message("%s: %s", failure_place(run->loop, place, sizeof place), text);
}

/* It may be one of a thousand time steps. */
void checkpoint_miss(const struct ppar_run *run, const char *why)
{
    if (process_first_time(SAID_CHECKPOINT))
        say(run, "%s: the loop has no log: %s", run->checkpoint->path, why);
}

/* ---- the registration --------------------------------------------------------------------- */

static const char *last_part(const char *path)
{
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    return slash != NULL ? slash + 1 : path != NULL ? path : "";
}

/* 0: there is to be no log. */
static int make_path(const struct ppar_loop *loop, char *path, size_t size)
{
    struct config config;
    int length;
    config_read(&config);
    if (config.serial || config.only || config.verify > 0 ||
        (loop->checkpoint == NULL && config.checkpoint == NULL))
        return 0;
    if (loop->checkpoint != NULL) {
        length = snprintf(path, size, "%s", loop->checkpoint);
    } else {
        (void)mkdir(config.checkpoint, 0777);
        length = snprintf(path, size, "%s/%s-%s-%d.log", config.checkpoint,
                          program_invocation_short_name, last_part(loop->file), loop->line);
    }
    return length > 0 && (size_t)length < size;
}

static int is_inside(void)
{
    return process.in_worker || process.in_iteration || process.folding || process.run != NULL;
}

PPAR_API int ppar_logs(struct ppar_loop *loop)
{
    int saved = errno;
    struct ppar_run *run = is_inside() || ppar_is_serial(loop) ? NULL : loop_get_roomy_run(loop);
    struct checkpoint *made = run != NULL ? calloc(1, sizeof *made) : NULL;
    if (made != NULL && make_path(loop, made->path, sizeof made->path)) {
        digest_init(&made->inputs.digest);
        run->checkpoint = made;
    } else {
        free(made);
    }
    errno = saved;
    return run != NULL && run->checkpoint != NULL;
}

/* The digest of the inputs, as long as all goes well. Inputs are told apart by their number. */
static struct inputs *inputs_of(const struct ppar_loop *loop)
{
    struct checkpoint *checkpoint = loop->run != NULL ? loop->run->checkpoint : NULL;
    return checkpoint != NULL && checkpoint->error == 0 ? &checkpoint->inputs : NULL;
}

/* Whether there is something to be told between LOW and HIGH. */
static int is_told(struct ppar_loop *loop, ppar_wide low, ppar_wide high)
{
    struct inputs *inputs = inputs_of(loop);
    if (inputs == NULL)
        return 0;
    if (!ppar_is_small(low) || !ppar_is_small(high)) {
        loop->run->checkpoint->error = -EOVERFLOW;
        return 0;
    }
    digest_number(&inputs->digest, (uint64_t)(high > low ? high - low : 0));
    return high > low;
}

PPAR_API void ppar_input(struct ppar_loop *loop, const volatile void *base, ppar_wide low,
                         ppar_wide high, const struct ppar_element *element)
{
    int saved = errno;
    if (is_told(loop, low, high)) {
        struct checkpoint *checkpoint = loop->run->checkpoint;
        const volatile char *from = (const volatile char *)base + (long long)low;
        checkpoint->error = element == NULL
                                ? identity_memory(&checkpoint->inputs, from, (size_t)(high - low))
                                : identity_elements(&checkpoint->inputs, base, (long long)low,
                                                    (long long)high, element);
    }
    errno = saved;
}

PPAR_API void ppar_input_text(struct ppar_loop *loop, const volatile void *base, ppar_wide low,
                              ppar_wide high)
{
    int saved = errno;
    if (is_told(loop, low, high))
        loop->run->checkpoint->error =
            identity_text(&loop->run->checkpoint->inputs,
                          (const volatile char *)base + (long long)low, (size_t)(high - low));
    errno = saved;
}

PPAR_API void ppar_input_rows(struct ppar_loop *loop, struct ppar_rows rows)
{
    int saved = errno;
    struct inputs *inputs = inputs_of(loop);
    if (inputs != NULL)
        loop->run->checkpoint->error =
            rows.end < rows.first ? -EOVERFLOW : identity_rows(inputs, &rows);
    errno = saved;
}

PPAR_API void ppar_input_pointer(struct ppar_loop *loop, const volatile void *pointer)
{
    struct inputs *inputs = inputs_of(loop);
    if (inputs != NULL)
        identity_pointer(inputs, pointer);
}

PPAR_API void ppar_input_unknown(struct ppar_loop *loop)
{
    if (inputs_of(loop) != NULL)
        loop->run->checkpoint->error = -EOVERFLOW;
}

PPAR_API void ppar_input_environment(struct ppar_loop *loop)
{
    struct inputs *inputs = inputs_of(loop);
    if (inputs != NULL)
        identity_environment(inputs);
}

/* ---- the key ------------------------------------------------------------------------------ */

/* NULL, or what cannot be told. */
static const char *make_key(struct ppar_run *run, struct log_key *key)
{
    struct checkpoint *checkpoint = run->checkpoint;
    memset(key, 0, sizeof *key);
    key->execution = process.loops;
    if (!process.program_known && identity_program(process.program) != 0)
        return "the program's file cannot be read";
    process.program_known = 1;
    memcpy(key->program, process.program, sizeof key->program);
    if (identity_command(key->command) != 0)
        return "the command line cannot be read";
    identity_range(run, key->range);
    identity_surroundings(&checkpoint->inputs.digest, run);
    digest_end(&checkpoint->inputs.digest, key->inputs);
    log_sum(key, checkpoint->key);
    return checkpoint->error != 0 ? "what the loop reads cannot be looked at" : NULL;
}

#define SAME(a, b) (memcmp(a, b, DIGEST_BYTES) == 0)

/* In what the log's execution LOGGED contradicts this one; NULL: in nothing. */
static const char *find_difference(const struct log_key *logged, const struct log_key *key)
{
    if (!SAME(logged->program, key->program))
        return "another program, or another build of it";
    if (!SAME(logged->command, key->command))
        return "another command line";
    if (logged->execution != key->execution)
        return NULL;
    if (!SAME(logged->range, key->range))
        return "another loop, or other iterations of it";
    return SAME(logged->inputs, key->inputs) ? NULL : "other input";
}

/* NULL, or why there is no log. The key is in it afterwards. */
static const char *settle_key(struct ppar_run *run, const struct log_key *key, char *why,
                              size_t size)
{
    struct log *log = run->checkpoint->log;
    const char *difference = NULL;
    int is_known = 0;
    for (size_t k = 0; k < log->key_count && difference == NULL; k++) {
        difference = find_difference(&log->key[k], key);
        is_known |= difference == NULL && log->key[k].execution == key->execution;
    }
    if (difference != NULL) {
        say(run, "the log %s is of %s; it is %s.old now, and a new one begins", log->path,
            difference, log->path);
        const char *wrong = log_renew(log, why, size);
        if (wrong != NULL)
            return wrong;
    }
    int error = is_known && difference == NULL ? 0 : log_add_key(log, key);
    if (error != 0)
        snprintf(why, size, "it cannot be written: %s", strerror(-error));
    return error != 0 ? why : NULL;
}

/* ---- what is there ------------------------------------------------------------------------ */

static int compare_records(const void *a, const void *b)
{
    const struct logged *one = a, *two = b;
    return (one->range.first > two->range.first) - (one->range.first < two->range.first);
}

/* Where reductions have blocks, others would be folded differently. */
static int is_right(const struct ppar_run *run, const struct logged *logged)
{
    const struct schedule *schedule = &run->schedule;
    struct range range = logged->range;
    return SAME(logged->key, run->checkpoint->key) && range.first < range.last &&
           range.last <= schedule->trips &&
           (schedule->block == 0 || (range.first % schedule->block == 0 &&
                                     range.last == schedule_block_end(schedule, range.first)));
}

/* Those of no other record, in a list that is as long as the records. */
static void find_gaps(struct ppar_run *run)
{
    struct checkpoint *checkpoint = run->checkpoint;
    struct gaps *gaps = &run->gaps;
    size_t kept = 0;
    uint64_t end = 0;
    for (size_t k = 0; k < checkpoint->count; k++) {
        struct logged *logged = &checkpoint->record[k];
        if (kept > 0 && logged->range.first < end)
            continue;
        if (gaps->count > 0 && logged->range.first == end)
            gaps->done[gaps->count - 1].last = logged->range.last;
        else
            gaps->done[gaps->count++] = logged->range;
        end = logged->range.last;
        checkpoint->record[kept++] = *logged;
    }
    checkpoint->count = kept;
    checkpoint->found = checkpoint->logged = gaps_total(gaps);
}

/* The records that are this execution's. 0: there is no memory. */
static int find_records(struct ppar_run *run)
{
    struct checkpoint *checkpoint = run->checkpoint;
    const struct log *log = checkpoint->log;
    checkpoint->record = malloc((log->record_count + 1) * sizeof *checkpoint->record);
    run->gaps.done = malloc((log->record_count + 1) * sizeof *run->gaps.done);
    if (checkpoint->record == NULL || run->gaps.done == NULL)
        return 0;
    for (size_t k = 0; k < log->record_count; k++) {
        if (is_right(run, &log->record[k]))
            checkpoint->record[checkpoint->count++] = log->record[k];
    }
    qsort(checkpoint->record, checkpoint->count, sizeof *checkpoint->record, compare_records);
    find_gaps(run);
    return 1;
}

/* What the user has to type besides the command itself. */
static void make_command(struct checkpoint *checkpoint)
{
    static const char *const names[] = {"PPAR_CHECKPOINT", "PPAR_SEED"};
    char *at = checkpoint->command;
    size_t room = sizeof checkpoint->command;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        const char *value = getenv(names[k]);
        int length = value != NULL && *value != '\0' ? only_setting(names[k], value, at, room) : 0;
        at += length;
        room -= (size_t)length;
    }
    (void)only_invocation(at, room);
}

static const char *open_log(struct ppar_run *run, char *why, size_t size)
{
    struct checkpoint *checkpoint = run->checkpoint;
    struct log_key key;
    if (!run->captured && (run->loop->flags & PPAR_SILENT) == 0)
        return "what it prints is not captured, and could not be repeated";
    const char *wrong = make_key(run, &key);
    if (wrong == NULL)
        wrong = log_open(&checkpoint->log, &process.logs, checkpoint->path, why, size);
    if (wrong == NULL)
        wrong = settle_key(run, &key, why, size);
    if (wrong == NULL && !find_records(run))
        wrong = "there is no memory";
    return wrong;
}

void checkpoint_begin(struct ppar_run *run)
{
    char why[256];
    struct checkpoint *checkpoint = run->checkpoint;
    if (checkpoint == NULL)
        return;
    const char *wrong = open_log(run, why, sizeof why);
    if (wrong != NULL) {
        checkpoint_miss(run, wrong);
        drop(run);
        return;
    }
    checkpoint->synced = clock_now();
    make_command(checkpoint);
    const struct log *log = checkpoint->log;
    if (run->verbose && log->cut != 0)
        say(run, "%s: %llu bytes at its end are no whole record and were cut off", log->path,
            (unsigned long long)log->cut);
    if (run->verbose && log->bad != 0)
        say(run, "%s: %llu records are damaged and are computed again", log->path,
            (unsigned long long)log->bad);
    if (run->verbose && checkpoint->found != 0)
        say(run, "%s: %llu of %llu iterations are taken from there", log->path,
            (unsigned long long)checkpoint->found, run->loop->trips);
}

/* ---- while the loop runs ------------------------------------------------------------------ */

static void fail(struct ppar_run *run, int error)
{
    struct checkpoint *checkpoint = run->checkpoint;
    checkpoint->has_failed = 1;
    say(run, "%s cannot be written any more: %s; what is in it stays good", checkpoint->path,
        strerror(-error));
}

void checkpoint_note(struct ppar_run *run, const char *bytes, size_t size)
{
    struct checkpoint *checkpoint = run->checkpoint;
    struct wire_limits limits = merge_limits(run);
    struct record record;
    if (checkpoint->has_failed || wire_open(&record, bytes, &limits) != NULL ||
        record.header.kind != WIRE_CHUNK)
        return;
    int error = log_add_record(checkpoint->log, checkpoint->key, bytes, size);
    if (error != 0) {
        fail(run, error);
        return;
    }
    checkpoint->logged += record.header.last - record.header.first;
    int64_t now = clock_now();
    if (now - checkpoint->synced < SYNC_EVERY)
        return;
    log_sync(checkpoint->log);
    checkpoint->synced = clock_now();
}

/* Room for a record; 0: there is no memory. */
static int make_room(struct checkpoint *checkpoint, size_t size)
{
    if (size <= checkpoint->room)
        return 1;
    char *bytes = realloc(checkpoint->bytes, size);
    if (bytes == NULL)
        return 0;
    checkpoint->bytes = bytes;
    checkpoint->room = size;
    return 1;
}

int checkpoint_deliver(struct ppar_run *run)
{
    struct checkpoint *checkpoint = run->checkpoint;
    if (checkpoint_next(run) != run->merge.next || run->merge.here ||
        run->merge.next >= run->merge.limit)
        return 0;
    const struct logged *logged = &checkpoint->record[checkpoint->next++];
    struct arrival arrival = {.range = logged->range, .size = logged->size};
    int error = make_room(checkpoint, logged->size) ? 0 : -ENOMEM;
    if (error == 0)
        error = log_read(checkpoint->log, logged, checkpoint->bytes);
    if (error != 0) {
        merge_abort(run, "%s cannot be read any more: %s", checkpoint->path, strerror(-error));
        return 0;
    }
    arrival.bytes = checkpoint->bytes;
    (void)order_deliver(run, NULL, &arrival);
    return 1;
}

uint64_t checkpoint_next(const struct ppar_run *run)
{
    const struct checkpoint *checkpoint = run->checkpoint;
    return checkpoint != NULL && checkpoint->next < checkpoint->count
               ? checkpoint->record[checkpoint->next].range.first
               : UINT64_MAX;
}

void checkpoint_forget(struct ppar_run *run)
{
    if (run->checkpoint != NULL)
        log_forget(run->checkpoint->log);
}

/* ---- the end ------------------------------------------------------------------------------ */

void checkpoint_tell(const struct ppar_run *run)
{
    const struct checkpoint *checkpoint = run->checkpoint;
    if (checkpoint == NULL || checkpoint->logged == 0)
        return;
    say(run, "%llu of %llu iterations are in %s; go on with:%s",
        (unsigned long long)checkpoint->logged, run->loop->trips, checkpoint->path,
        checkpoint->command);
}

void checkpoint_end(struct ppar_run *run)
{
    if (run->merge.failure.happened && !run->merge.exit.happened)
        checkpoint_tell(run);
    drop(run);
}
