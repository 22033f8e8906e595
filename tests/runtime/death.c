/*
 * A worker that dies: what comes before the lost chunk is merged and printed, the report names the
 * loop, the iterations and the end, and the program ends in the same way. Nothing hangs, and no
 * process is left.
 */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 40, FATAL = 17 };

static void by_kill(void)
{
    kill(getpid(), SIGKILL);
}

static void by_fault(void)
{
    signal(SIGSEGV, SIG_DFL); /* a sanitizer has its own handler */
    raise(SIGSEGV);
}

static void by_abort(void)
{
    abort();
}

static void by__exit(void)
{
    _exit(9);
}

static void by__exit_0(void)
{
    _exit(0);
}

static void (*end)(void);
static int ignore_children;
static int fatal_from; /* every iteration from here on is fatal */

static void handler_of_host(void)
{
    fprintf(stderr, "[handler]");
}

static void scenario(void)
{
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    if (ignore_children)
        signal(SIGCHLD, SIG_IGN);
    atexit(handler_of_host);
    printf("start\n");
    struct ppar_loop ppar = LOOP(N, .label = "sweep", .start = 100);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            usleep(i % 2 ? 1000 : 3000);
            printf("%d\n", i);
            if (i >= fatal_from)
                end();
        }
        ppar_commit(&ppar);
    }
    printf("never\n");
}

static char *lines_before(int last)
{
    static char text[1024];
    strcpy(text, "start\n");
    for (int i = 0; i < last; i++)
        sprintf(text + strlen(text), "%d\n", i);
    return text;
}

struct ending {
    const char *name;
    void (*end)(void);
    int status;       /* of the program, as waitpid gives it */
    const char *word; /* in the report */
    int handlers;     /* those of the host run */
};

static const struct ending endings[] = {
    {"kill", by_kill, SIGKILL, "was killed by signal 9 (SIGKILL: ", 0},
    {"fault", by_fault, SIGSEGV, "was killed by signal 11 (SIGSEGV: ", 0},
    {"abort", by_abort, SIGABRT, "was killed by signal 6 (SIGABRT: ", 0},
    {"_exit", by__exit, 9 << 8, "exited with status 9", 1},
    {"_exit 0", by__exit_0, 1 << 8, "exited with status 0", 1},
};

static int count(const char *text, const char *word)
{
    int found = 0;
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        found++;
    return found;
}

static void check_end(const struct ending *ending, const char *workers)
{
    char settings[128], what[128];
    end = ending->end;
    snprintf(settings, sizeof settings, "PPAR_WORKERS=%s PPAR_SCHEDULE=dynamic,1", workers);
    snprintf(what, sizeof what, "%s, %s workers", ending->name, workers);
    struct outcome *outcome = run(scenario, settings);
    check_text(what, outcome->out, lines_before(fatal_from));
    check(outcome->status == ending->status, "%s: status %#x", what, (unsigned)outcome->status);
    char where[64];
    snprintf(where, sizeof where, "in iteration %d (i = %d)", fatal_from, fatal_from + 100);
    check(count(outcome->err, ending->word) == 1 && count(outcome->err, where) == 1 &&
              count(outcome->err, "death.c:") == 1 && count(outcome->err, "sweep") == 1,
          "%s: the report is \"%s\"", what, outcome->err);
    check(count(outcome->err, "[handler]") == ending->handlers, "%s: handlers ran: \"%s\"", what,
          outcome->err);
}

/* The counters of all loops are named. */
static void nest(void)
{
    struct ppar_loop ppar = LOOP(0);
    ppar_range(&ppar, 100, 1, 3);
    ppar_collapse(&ppar, "j", 7, -2, 4);
    while (ppar_chunk(&ppar)) {
        if (ppar_first(&ppar) <= 6 && ppar_last(&ppar) > 6)
            raise(SIGKILL);
        ppar_commit(&ppar);
    }
}

static void check_end_in_nest(void)
{
    struct outcome *outcome = run(nest, "PPAR_WORKERS=2 PPAR_SCHEDULE=dynamic,1");
    check(count(outcome->err, "in iteration 6 (i = 101, j = 3)") == 1, "one: \"%s\"", outcome->err);
    outcome = run(nest, "PPAR_WORKERS=2 PPAR_SCHEDULE=dynamic,4");
    check(count(outcome->err, "in iteration 6 (i = 101, j = 3)") == 1, "one of several: \"%s\"",
          outcome->err);
}

/* Statuses are not to be had here. That something was lost is known all the same. */
static void check_end_unseen(const struct ending *ending)
{
    end = ending->end;
    ignore_children = 1;
    struct outcome *outcome = run(scenario, "PPAR_WORKERS=3 PPAR_SCHEDULE=dynamic,1");
    ignore_children = 0;
    check_text(ending->name, outcome->out, lines_before(fatal_from));
    check(outcome->status != 0 && count(outcome->err, "in iteration 17") == 1,
          "%s, SIGCHLD ignored: status %#x, \"%s\"", ending->name, (unsigned)outcome->status,
          outcome->err);
}

/* A static block is lost, and what is before the iteration that kills is done by another worker. */
static void check_static(void)
{
    end = by_kill;
    fatal_from = FATAL;
    struct outcome *outcome = run(scenario, "PPAR_WORKERS=4 PPAR_SCHEDULE=static");
    check_text("static", outcome->out, lines_before(FATAL));
    check(strstr(outcome->err, "in iteration 17 (i = 117)") != NULL, "static: \"%s\"",
          outcome->err);
}

/* The worker is gone, but a process that it started holds its pipe. */
static void leave_a_process(void)
{
    if (fork() == 0) {
        sleep(25); /* longer than a scenario may take */
        _exit(0);
    }
    _exit(5);
}

static void check_pipe_held(void)
{
    static const struct ending held = {"pipe held", leave_a_process, 5 << 8, "exited with status 5",
                                       1};
    check_end(&held, "3");
}

/* The worker that is killed here has nothing in its hands: nothing is lost. Iteration 0 takes long,
 * so that worker 1 has finished all else before. */
static void idle_death(void)
{
    int results[2] = {0, 0};
    struct ppar_loop ppar = LOOP(2, .schedule = PPAR_STATIC);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        if (ppar.first == 0)
            usleep(100000);
        results[ppar.first] = 1;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4);
        ppar_commit(&ppar);
        if (ppar.first == 1)
            kill(getpid(), SIGKILL);
    }
    printf("%d %d\n", results[0], results[1]);
}

static void check_idle_death(void)
{
    struct outcome *outcome = run(idle_death, "PPAR_WORKERS=2");
    check(outcome->status == 0, "idle death: status %#x", (unsigned)outcome->status);
    check_text("idle death", outcome->out, "1 1\n");
}

/* Worker 1 is killed between two of its blocks, again and again: its place is taken by another, for
 * which the others wait when they have filled the memory for records. */
static void death_between_blocks(void)
{
    enum { ROWS = 6000, ROW = 30000 };
    static char rows[ROWS][ROW];
    struct ppar_loop ppar = LOOP(ROWS, .flags = PPAR_ORDERED, .schedule = PPAR_STATIC, .chunk = 2);
    ppar_output(&ppar, rows, 0, sizeof rows);
    while (ppar_chunk(&ppar)) {
        long long first = (long long)ppar.first, last = (long long)ppar.last;
        for (long long i = first; i < last; i++) {
            memset(rows[i], 1, ROW);
            printf("%lld\n", i);
        }
        ppar_put(&ppar, 0, first * ROW, (last - first) * ROW);
        ppar_commit(&ppar);
        if (ppar_worker() == 1 && first % 24 == 8) /* one of four */
            kill(getpid(), SIGKILL);
    }
    for (int i = 0; i < ROWS; i++)
        check(rows[i][0] == 1 && rows[i][ROW - 1] == 1, "row %d is missing", i);
}

static void check_death_between_blocks(void)
{
    struct outcome *serial = run(death_between_blocks, "PPAR_SERIAL=1");
    struct outcome *outcome = run(death_between_blocks, "PPAR_WORKERS=3");
    check_text("between blocks", outcome->out, serial->out);
    check(outcome->status == 0, "between blocks: status %#x, \"%s\"", (unsigned)outcome->status,
          outcome->err);
}

/* A record that reaches outside of what was registered must not be applied. */
static void wild_put(void)
{
    static char memory[100];
    struct ppar_loop ppar = LOOP(2);
    ppar_output(&ppar, memory, 10, 20);
    while (ppar_chunk(&ppar)) {
        ppar_put(&ppar, 0, 15, 6);
        ppar_commit(&ppar);
    }
    printf("never\n");
}

/* Bytes that cannot be read although the loop says that it wrote them. */
static void unreadable_put(void)
{
    struct ppar_loop ppar = LOOP(2);
    ppar_output(&ppar, (void *)4096, 0, 1 << 20);
    while (ppar_chunk(&ppar)) {
        ppar_put(&ppar, 0, 0, 1 << 20);
        ppar_commit(&ppar);
    }
    printf("never\n");
}

static void check_bad_put(const char *name, void (*bad)(void))
{
    struct outcome *outcome = run(bad, "PPAR_WORKERS=2");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 1, "%s: status %#x", name,
          (unsigned)outcome->status);
    check_text(name, outcome->out, "");
    check(strstr(outcome->err, "could not go on") != NULL, "%s: \"%s\"", name, outcome->err);
}

int main(void)
{
    static const int places[] = {0, FATAL, N - 1};
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        for (size_t p = 0; p < 3; p++) {
            fatal_from = places[p];
            check_end(&endings[k], "2");
            check_end(&endings[k], "7");
        }
        fatal_from = FATAL;
        check_end_unseen(&endings[k]);
    }
    check_end_in_nest();
    check_static();
    fatal_from = FATAL;
    check_pipe_held();
    check_idle_death();
    check_death_between_blocks();
    check_bad_put("wild put", wild_put);
    check_bad_put("unreadable put", unreadable_put);
    return check_status();
}
