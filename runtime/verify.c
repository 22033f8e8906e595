/*
 * PPAR_VERIFY=1: each loop that runs with workers is also run serially, from the same state, and
 * the two have to leave the same memory and to print the same bytes.
 *
 *     parent         | forks | forks | workers run the loop, results are merged | compares ...
 *     witness        |       waits                                              | answers
 *     serial run             | runs the loop from its beginning to its end | sends its memory
 *
 * The serial run is a copy of the process that comes out of ppar_chunk with the whole range, as the
 * program does with PPAR_SERIAL=1. At the end of the loop it sends what it has printed and all
 * memory that counts (scope.c), and is gone. The witness (witness.c) is asked only if something
 * differs: it was forked before anything was run, so it knows what was in use and what lay there.
 *
 * What the compiler has proven does not differ. What a clause says, or declared effects, may be
 * wrong: then an iteration has read what another one writes, or a write was not sent home. Both
 * show here, and the report names the place. The program ends then, with status 3.
 *
 * Where PPAR_VERIFY says 5%, that is done with a twentieth of the iterations (sample.c).
 *
 * A body that calls exit, or that fails, ends the program, and nothing is compared.
 */
#include "verify.h"
#include "compare.h"
#include "config.h"
#include "coverage.h"
#include "discrepancy.h"
#include "failure.h"
#include "message.h"
#include "process.h"
#include "replay.h"
#include "run.h"
#include "sample.h"
#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_CHUNKS 4096 /* of a loop that is checked, about */

/* What the serial run sends first. */
enum report_kind { REPORT_LOOP, REPORT_EXIT };

struct report {
    uint64_t kind;
    uint64_t events, text; /* REPORT_LOOP: so many, and so many bytes */
    int64_t status;        /* REPORT_EXIT */
};

/* ---- the decision ------------------------------------------------------------------------- */

static const char *find_obstacle(const struct ppar_run *run, double part)
{
    if (part < 1 && (run->loop->flags & PPAR_LEAVES) != 0)
        return "an iteration may end it, and those behind that one must not be run; ask for all";
    if (run->policy.on_failure != PPAR_STOP || run->policy.retries > 0 || watch_is_on(&run->policy))
        return "it has a policy for iterations that fail";
    if (run->loop->after != PPAR_NEVER)
        return "what its 'after' clause does would be done twice";
    if (coverage_is_on())
        return "the program counts what it runs (--coverage)";
    return scope_obstacle();
}

int verify_wants(const struct ppar_run *run, double part)
{
    char place[256];
    const char *obstacle = find_obstacle(run, part);
    if (obstacle != NULL && process_first_time(SAID_VERIFY))
        message("%s: PPAR_VERIFY: the loop is not checked: %s",
                failure_place(run->loop, place, sizeof place), obstacle);
    return obstacle == NULL;
}

/* In turn, so that neighbours run in different workers. */
void verify_schedule(const struct ppar_loop *loop, struct config *config)
{
    if (config->schedule_given || loop->schedule != PPAR_AUTO)
        return;
    config->schedule_given = 1;
    config->schedule = PPAR_STATIC;
    config->chunk = loop->trips / MOST_CHUNKS + 1;
}

/* ---- what may differ ---------------------------------------------------------------------- */

static int add_leeway(struct verify *verify, const struct leeway *leeway)
{
    struct leeway *made =
        realloc(verify->leeways, (verify->leeway_count + 1) * sizeof *verify->leeways);
    if (made == NULL)
        return -ENOMEM;
    verify->leeways = made;
    verify->leeways[verify->leeway_count++] = *leeway;
    return 0;
}

static uintptr_t address_at(const char *base, int64_t offset)
{
    return (uintptr_t)base + (uintptr_t)offset;
}

/* Of rows it is not known where they lie. */
static int find_leeways(struct verify *verify, const struct ppar_run *run)
{
    int error = 0;
    for (size_t k = 0; k < run->output_count && error == 0; k++) {
        const struct output *output = &run->outputs[k];
        struct leeway leeway = {0, UINTPTR_MAX, 0, 0, 0};
        if (output->rows == NULL && output->low > -((int64_t)1 << 40))
            leeway.start = address_at(output->base, output->low);
        if (output->rows == NULL && output->high < (int64_t)1 << 40)
            leeway.end = address_at(output->base, output->high);
        if (output->is_text)
            error = add_leeway(verify, &leeway);
        for (size_t n = 0; n < output->deep_count && error == 0; n++) {
            const struct deep *deep = &output->deep[n];
            leeway.first = address_at(output->base, deep->at) + (uintptr_t)deep->member->offset;
            leeway.stride = (uint64_t)deep->stride;
            leeway.size = deep->member->size;
            error = add_leeway(verify, &leeway);
        }
    }
    /* The last byte of a choice may say that a branch was taken, which nobody combines. */
    for (size_t k = 0; k < run->reductions.count && error == 0; k++) {
        const struct reduction *item = &run->reductions.item[k];
        uintptr_t last = address_at(item->acc, (int64_t)item->size - 1);
        if (item->from_acc && !item->counts && item->size > 0)
            error = add_leeway(verify, &(struct leeway){last, last + 1, last, 0, 1});
    }
    return error;
}

/* ---- the serial run ----------------------------------------------------------------------- */

static void send_report(const struct report *report)
{
    (void)io_write(process.verify.pipe, report, sizeof *report);
}

#ifdef __GLIBC__

/* The program's own handlers are not for this process. */
static void at_exit(int status, void *unused)
{
    (void)unused;
    if (getpid() != process.verify.self)
        return;
    if (process.verify.role == VERIFY_STEPS)
        witness_tell();
    if (process.verify.role == VERIFY_SERIAL)
        send_report(&(struct report){.kind = REPORT_EXIT, .status = status});
    _exit(EXIT_SUCCESS);
}

static int catch_exit(void)
{
    process.verify.self = getpid();
    return on_exit(at_exit, NULL);
}

#else

static int catch_exit(void)
{
    return -1;
}

#endif

/* What the body says on stderr comes from the workers. */
static void begin_serial_run(struct verify *verify)
{
    verify->role = VERIFY_SERIAL;
    process.in_iteration = 1;
    if (catch_exit() != 0 || capture_init(&verify->capture) != 0 ||
        (!verify->captured && io_silence(STDOUT_FILENO) != 0) || io_silence(STDERR_FILENO) != 0)
        _exit(EXIT_FAILURE);
    capture_start(&verify->capture);
}

/* stdout is the program's again before memory is sent, for its variable is in the program. */
void verify_serial_end(const struct ppar_loop *loop)
{
    struct verify *verify = &process.verify;
    if (verify->role != VERIFY_SERIAL || verify->loop != loop)
        return;
    struct sink sink;
    struct capture *capture = &verify->capture;
    int error = verify->captured ? capture_finish(capture) : 0;
    capture_end(capture);
    struct report report = {.kind = REPORT_LOOP};
    if (verify->captured) {
        report.events = capture->count;
        report.text = capture_length(capture);
    }
    sink_init(&sink, verify->pipe);
    sink_write(&sink, &report, sizeof report);
    if (verify->captured) {
        capture_send_events(capture, &sink);
        error = error != 0 ? error : capture_send_text(capture, &sink);
    }
    if (error == 0)
        error = sink_flush(&sink);
    if (error == 0)
        error = compare_send(verify->pipe, &verify->scope);
    _exit(error == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

int verify_is_stepping(const struct ppar_loop *loop)
{
    return process.verify.role == VERIFY_STEPS && process.verify.loop == loop;
}

/* ---- the beginning, in the parent --------------------------------------------------------- */

static void release(struct verify *verify)
{
    io_close(&verify->messages);
    witness_end(&verify->witness);
    io_close(&verify->pipe);
    transcript_close(&verify->here);
    scope_release(&verify->scope);
    free(verify->leeways);
    *verify = (struct verify){.role = VERIFY_OFF};
}

static void end_serial_run(struct verify *verify)
{
    if (verify->pid <= 0)
        return;
    kill(verify->pid, SIGKILL);
    while (waitpid(verify->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
}

void verify_cancel(void)
{
    if (process.verify.role != VERIFY_PARALLEL)
        return;
    int is_sample = process.verify.is_sample;
    end_serial_run(&process.verify);
    release(&process.verify);
    if (is_sample)
        _exit(EXIT_SUCCESS);
}

/* 1: this is the serial run; 0; or -errno. */
static int fork_serial_run(struct verify *verify)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -errno;
    verify->pid = fork();
    int error = verify->pid < 0 ? -errno : 0;
    if (verify->pid == 0) {
        process_end_with(parent);
        io_close(&ends[0]);
        io_close(&verify->witness.fd);
        verify->pipe = ends[1];
        begin_serial_run(verify);
        return 1;
    }
    io_close(&ends[1]);
    verify->pipe = ends[0];
    return error;
}

static int start_serial_run(struct verify *verify)
{
    int file = verify->captured ? io_scratch() : -1;
    if (verify->captured && file < 0)
        return file;
    int error = capture_prepare(&verify->capture, file, 0);
    if (error == 0)
        error = fork_serial_run(verify);
    if (error == 1)
        return 1;
    capture_release(&verify->capture);
    io_close(&file);
    return error;
}

/* In this order: what is allocated after the witness was forked is no block for it. */
static int start(struct verify *verify, struct ppar_run *run, struct held_text *held)
{
    scope_find_calls(&verify->calls, run->caller);
    int outcome = witness_start(&verify->witness, run, held);
    if (outcome == 1) {
        (void)catch_exit();
        return 2;
    }
    if (outcome == 0)
        outcome = find_leeways(verify, run);
    if (outcome == 0 && verify->captured)
        outcome = transcript_open(&verify->here);
    if (outcome == 0)
        outcome = scope_find(&verify->scope, run,
                             verify->calls.depth > 1 ? verify->calls.frames[1] : NULL);
    return outcome == 0 ? start_serial_run(verify) : outcome;
}

/* ---- the beginning ------------------------------------------------------------------------ */

int verify_begin(struct ppar_run *run)
{
    char place[256];
    struct held_text held = {0};
    struct verify *verify = &process.verify;
    int messages = -1, outcome = sample_begin(run, &messages);
    if (outcome == 0)
        return 0;
    *verify = (struct verify){.role = VERIFY_STEPS,
                              .loop = run->loop,
                              .witness = {.fd = -1},
                              .pipe = -1,
                              .captured = run->captured && !run->wide,
                              .verbose = run->verbose,
                              .is_sample = run->verify < 1 && outcome == 1,
                              .messages = messages,
                              .here = {.out = -1, .held = -1}};
    if (verify->is_sample)
        (void)catch_exit();
    outcome = outcome < 0 ? outcome : replay_hold(&held);
    if (outcome == 0)
        outcome = start(verify, run, &held);
    if (outcome > 0) {
        replay_forget(&held);
        return outcome;
    }
    replay_release(&held);
    verify->role = VERIFY_PARALLEL;
    if (outcome == 0)
        return 0;
    if (verify->is_sample)
        _exit(EXIT_SUCCESS);
    message("%s: PPAR_VERIFY: the loop is not checked: %s",
            failure_place(run->loop, place, sizeof place), strerror(-outcome));
    verify_cancel();
    return 0;
}

void verify_printed(const struct record *record)
{
    const char *text = record->text;
    if (process.verify.role != VERIFY_PARALLEL)
        return;
    for (uint32_t k = 0; k < record->header.events; k++) {
        struct wire_event event = wire_event_get(record, k);
        transcript_add(&process.verify.here, event.kind, text, event.length);
        text += event.length;
    }
}

/* ---- the end, in the parent --------------------------------------------------------------- */

static int read_all(int fd, void *bytes, size_t size)
{
    return io_read(fd, bytes, size) == (ssize_t)size ? 0 : -EPIPE;
}

static int receive_event(int fd, struct transcript *there, const struct wire_event *event)
{
    char piece[8192];
    for (uint64_t left = event->length; left > 0;) {
        size_t size = left < sizeof piece ? left : sizeof piece;
        if (read_all(fd, piece, size) != 0)
            return -EPIPE;
        left -= size;
        /* the flush comes behind all of it */
        transcript_add(there, left > 0 && event->kind == WIRE_FLUSHED ? WIRE_TEXT : event->kind,
                       piece, size);
    }
    if (event->length == 0)
        transcript_add(there, event->kind, "", 0);
    return there->error;
}

static int receive_printed(const struct verify *verify, const struct report *report,
                           struct transcript *there)
{
    int error = transcript_open(there);
    struct wire_event *events = calloc(report->events + 1, sizeof *events);
    if (error == 0)
        error = events == NULL ? -ENOMEM
                               : read_all(verify->pipe, events, report->events * sizeof *events);
    for (uint64_t k = 0; k < report->events && error == 0; k++)
        error = receive_event(verify->pipe, there, &events[k]);
    free(events);
    return error;
}

/* How the serial run ended, if not at the end of the loop. */
static void describe_end(const struct verify *verify, char *text, size_t size)
{
    int status = 0;
    pid_t waited;
    do
        waited = waitpid(verify->pid, &status, 0);
    while (waited < 0 && errno == EINTR);
    if (waited == verify->pid && WIFSIGNALED(status))
        snprintf(text, size, "was killed by signal %d (%s)", WTERMSIG(status),
                 strsignal(WTERMSIG(status)));
    else
        snprintf(text, size, "did not come to the end of the loop");
}

/* What differs is in FOUND. 0, or -errno: then it is not known. */
static int compare(struct verify *verify, struct discrepancy *found)
{
    struct report report;
    if (read_all(verify->pipe, &report, sizeof report) != 0) {
        found->serial_end = found->text;
        describe_end(verify, found->text, sizeof found->text);
        verify->pid = 0;
        return 0;
    }
    if (report.kind == REPORT_EXIT) {
        found->serial_end = found->text;
        snprintf(found->text, sizeof found->text, "called exit(%lld) in the loop",
                 (long long)report.status);
        return 0;
    }
    struct transcript there = {.out = -1, .held = -1};
    int error = 0;
    if (verify->captured)
        error = receive_printed(verify, &report, &there);
    if (error == 0 && verify->captured)
        error = transcript_differ(&there, &verify->here, &found->printed);
    found->prints_differ = error == 1;
    transcript_close(&there);
    return error < 0 ? error : compare_receive(verify->pipe, &found->memory);
}

void verify_end(const struct ppar_loop *loop)
{
    char place[256];
    struct verify *verify = &process.verify;
    struct discrepancy found = {0};
    if (verify->role != VERIFY_PARALLEL || verify->loop != loop)
        return;
    if (verify->messages >= 0)
        (void)io_replace(STDERR_FILENO, verify->messages);
    int error = compare(verify, &found);
    int differs = error == 0 ? discrepancy_report(verify, &found) : error;
    compare_release(&found.memory);
    int is_sample = verify->is_sample, verbose = verify->verbose;
    verify->is_sample = 0;
    verify_cancel();
    if (differs == 0 && verbose)
        message("%s: the serial run leaves the same", failure_place(loop, place, sizeof place));
    if (differs < 0)
        message("%s: PPAR_VERIFY: the loop could not be checked: %s",
                failure_place(loop, place, sizeof place), strerror(-differs));
    if (is_sample)
        _exit(differs > 0 ? VERIFY_STATUS : EXIT_SUCCESS);
    if (differs > 0)
        exit(VERIFY_STATUS);
}
