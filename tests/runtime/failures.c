/*
 * Iterations that fail, in every way and under every policy: those that are innocent are kept, each
 * applied once; the report is one, and names the iteration, the place and the command; the program
 * ends as the serial one, or goes on, with nothing left of the workers.
 */
#include "check.h"

#undef NDEBUG
#include <assert.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where a sanitizer has the memory, limits do not mean the program's. */
#ifdef __SANITIZE_ADDRESS__
#define HAS_SANITIZER 1
#else
#define HAS_SANITIZER 0
#endif

enum { N = 60, FATAL = 23, LAST = 57 };

/* Shared by a scenario's processes: how often each iteration has been begun. */
static _Atomic int *begun;

/* ---- ways to fail ------------------------------------------------------------------------- */

static jmp_buf before;
static volatile int zero;

__attribute__((no_sanitize("undefined"))) static void by_null(void)
{
    *(volatile int *)(uintptr_t)(16 + zero) = 1;
}

__attribute__((no_sanitize("undefined"))) static void by_division(void)
{
    volatile int one = 1;
    zero = one / zero;
}

static void by_abort(void)
{
    abort();
}

static void by_assert(void)
{
    assert(zero != 0);
}

static void by_raise(void)
{
    raise(SIGTERM);
}

static void by_kill(void)
{
    kill(getpid(), SIGKILL);
}

static void by__exit(void)
{
    _exit(7);
}

static void by_quick_exit(void)
{
    quick_exit(8);
}

static int dive(int depth)
{
    volatile char space[4096];
    space[0] = (char)depth;
    return depth < 0 ? 0 : dive(depth + 1) + space[0];
}

static void by_recursion(void)
{
    zero = dive(0);
}

/* What malloc cannot give is not looked at, as in so many programs. */
static void by_want_of_memory(void)
{
    struct rlimit limit = {(rlim_t)1 << 30, (rlim_t)1 << 30};
    setrlimit(RLIMIT_AS, &limit);
    for (;;)
        memset(malloc((size_t)64 << 20), 1, 4096);
}

static void by_longjmp(void)
{
    longjmp(before, 1);
}

static void by_waiting(void)
{
    sleep(100);
}

static void by_exit(void)
{
    exit(9);
}

/* ---- the loop ----------------------------------------------------------------------------- */

static void (*fail)(void);
static int flags, policy, retries, fails_in_parent, has_status;
static double seconds, medians;
static int counts[N], status[N];
static long total;
static int last; /* what the last iteration has left */

static void add(void *acc, const void *part)
{
    *(long *)acc += *(const long *)part;
}

static int is_fatal(int i)
{
    return i == FATAL || i == LAST;
}

/* Memory that is shared with workers. */
static int shared_mappings(void)
{
    char line[512];
    int count = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps) != NULL)
        count += strstr(line, " rw-s ") != NULL;
    fclose(maps);
    return count;
}

static void show(const struct ppar_loop *loop)
{
    printf("total %ld, last %d, counts", total, last);
    for (int i = 0; i < N; i++)
        printf(" %d", counts[i]);
    printf(", status");
    for (int i = 0; i < N; i++)
        printf(" %x", (unsigned)status[i]);
    printf(", first %llu last %llu\n", loop->first, loop->last);
}

static void handler_of_host(void)
{
    if (fail != by_exit)
        fprintf(stderr, "[handler]");
}

/* counts[i] is read and written: twice applied is seen. */
static void body(int i, pid_t parent)
{
    atomic_fetch_add(&begun[i], 1);
    if (medians > 0)
        usleep(10000);
    if (is_fatal(i) && fail != NULL && (fails_in_parent || getpid() != parent))
        fail();
    counts[i] += i + 1;
    total += i;
    last = i;
    printf("%d.", i);
}

static __attribute__((noinline)) void run_loop(void)
{
    struct rlimit none = {0, 0};
    const long nothing = 0;
    pid_t parent = getpid();
    int before_loop = count_descriptors(), mapped = shared_mappings();
    setrlimit(RLIMIT_CORE, &none);
    atexit(handler_of_host);
    memset(status, 1, sizeof status);
    for (int i = 0; i < N; i++)
        counts[i] = 1000;
    struct ppar_loop ppar = LOOP(N, .start = 100, .flags = flags);
    ppar_output(&ppar, counts, 0, sizeof counts);
    ppar_output(&ppar, &last, 0, sizeof last);
    ppar_reduction(&ppar, &total, sizeof total, &nothing, add, PPAR_PER_CHUNK);
    ppar_set_on_failure(&ppar, (enum ppar_policy)policy);
    ppar_set_retries(&ppar, retries);
    ppar_set_timeout(&ppar, seconds);
    ppar_set_timeout_medians(&ppar, medians);
    ppar_set_status(&ppar, has_status ? status : NULL, N);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            body(i, parent);
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        if (ppar_is_last(&ppar))
            ppar_put(&ppar, 1, 0, sizeof last);
        ppar_commit(&ppar);
    }
    printf("\n");
    show(&ppar);
    check(waitpid(-1, NULL, 0) < 0 && errno == ECHILD, "a process is left");
    check(count_descriptors() == before_loop, "%d descriptors are left",
          count_descriptors() - before_loop);
    check(shared_mappings() == mapped, "a mapping is left");
}

/* A sanitizer has handlers of its own, with which the program would end in another way. */
static void drop_handlers(void)
{
    static const int numbers[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
        signal(numbers[k], SIG_DFL);
}

static void scenario(void)
{
    drop_handlers();
    if (setjmp(before) != 0)
        exit(4);
    run_loop();
}

/* ---- what is wanted ----------------------------------------------------------------------- */

static int count(const char *text, const char *word)
{
    int found = 0;
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        found++;
    return found;
}

static const char *const all_settings[] = {
    "PPAR_WORKERS=2",
    "PPAR_WORKERS=3 PPAR_SCHEDULE=static",
    "PPAR_WORKERS=2 PPAR_SCHEDULE=dynamic,1",
    "PPAR_WORKERS=7 PPAR_SCHEDULE=dynamic,5",
    "PPAR_WORKERS=1 PPAR_RETRIES=1",
};

#define SETTINGS (sizeof all_settings / sizeof *all_settings)

static void reset(void)
{
    fail = NULL;
    flags = retries = has_status = 0;
    policy = PPAR_STOP;
    fails_in_parent = 1;
    seconds = medians = 0;
}

static struct outcome *start(const char *settings)
{
    for (int i = 0; i < N; i++)
        begun[i] = 0;
    return run(scenario, settings);
}

struct ending {
    const char *name;
    void (*fail)(void);
    int status;       /* of the program, as waitpid gives it */
    const char *word; /* in the report */
    const char *call; /* a function in it, or NULL */
};

static const struct ending endings[] = {
    {"null", by_null, SIGSEGV, "signal 11 (SIGSEGV: ", "by_null+"},
    {"division", by_division, SIGFPE, "signal 8 (SIGFPE: ", "by_division+"},
    {"abort", by_abort, SIGABRT, "signal 6 (SIGABRT: ", "by_abort+"},
    {"assert", by_assert, SIGABRT, "signal 6 (SIGABRT: ", "by_assert+"},
    {"raise", by_raise, SIGTERM, "signal 15 (SIGTERM: ", NULL},
    {"kill", by_kill, SIGKILL, "signal 9 (SIGKILL: ", NULL},
    {"_exit", by__exit, 7 << 8, "exited with status 7", NULL},
    {"quick_exit", by_quick_exit, 8 << 8, "exited with status 8", NULL},
    {"recursion", by_recursion, SIGSEGV, "no stack is left", "dive+"},
    {"memory", by_want_of_memory, SIGSEGV, "signal 11 (SIGSEGV: ", "by_want_of_memory+"},
    {"longjmp", by_longjmp, 1 << 8, "could not go on: the body has jumped out of the loop", NULL},
};

static const char *lines_before(int end)
{
    static char text[1024];
    text[0] = '\0';
    for (int i = 0; i < end; i++)
        sprintf(text + strlen(text), "%d.", i);
    return text;
}

/* The iterations before are there, those behind are not, and one report says so. */
static void check_stop(const struct ending *ending, const char *settings)
{
    char what[128];
    fail = ending->fail;
    snprintf(what, sizeof what, "%s, %s", ending->name, settings);
    struct outcome *outcome = start(settings);
    check_text(what, outcome->out, lines_before(FATAL));
    check(outcome->status == ending->status, "%s: status %#x", what, (unsigned)outcome->status);
    check(count(outcome->err, ending->word) == 1 &&
              count(outcome->err, "in iteration 23 (i = 123)\n") == 1 &&
              count(outcome->err, "23 of 60 iterations are done") == 1 &&
              count(outcome->err, "    PPAR_ONLY=23 ") == 1 && count(outcome->err, "worker") == 1 &&
              (ending->call == NULL || strstr(outcome->err, ending->call) != NULL),
          "%s: the report is \"%s\"", what, outcome->err);
    check(count(outcome->err, "[handler]") == !WIFSIGNALED(ending->status), "%s: handlers: \"%s\"",
          what, outcome->err);
    check(begun[FATAL] >= 1 && begun[FATAL] <= 4, "%s: begun %d times", what, begun[FATAL]);
}

static void check_stops(void)
{
    reset();
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        if (HAS_SANITIZER && endings[k].fail == by_want_of_memory)
            continue;
        for (size_t s = 0; s < SETTINGS; s++) {
            flags = s % 2 ? PPAR_ORDERED : 0;
            check_stop(&endings[k], all_settings[s]);
        }
    }
}

/* exit ends the loop as it does the serial one, and is no failure. */
static void check_exit(void)
{
    reset();
    fail = by_exit;
    check_equivalent("exit", scenario, "");
}

/* What the loop leaves when the fatal iterations are left out, or are not. */
static const char *result(int skips, int value)
{
    static char text[2048];
    long sum = 0;
    text[0] = '\0';
    for (int i = 0; i < N; i++)
        if (!skips || !is_fatal(i))
            sprintf(text + strlen(text), "%d.", i), sum += i;
    sprintf(text + strlen(text), "\ntotal %ld, last %d, counts", sum, N - 1);
    for (int i = 0; i < N; i++)
        sprintf(text + strlen(text), " %d", 1000 + (skips && is_fatal(i) ? 0 : i + 1));
    sprintf(text + strlen(text), ", status");
    for (int i = 0; i < N; i++)
        sprintf(text + strlen(text), " %x", is_fatal(i) && skips ? (unsigned)value : 0);
    strcat(text, ", first 0 last 0\n");
    return text;
}

static void check_skip(const struct ending *ending, const char *settings)
{
    char what[128];
    fail = ending->fail;
    snprintf(what, sizeof what, "skip, %s, %s", ending->name, settings);
    struct outcome *outcome = start(settings);
    check(outcome->status == 0, "%s: status %#x", what, (unsigned)outcome->status);
    check_text(what, outcome->out, result(1, ending->status));
    check(count(outcome->err, ending->word) == 1 &&
              count(outcome->err, "in iteration 23 (i = 123)\n") == 1 &&
              count(outcome->err, "2 of 60 iterations failed and were skipped") == 1,
          "%s: the report is \"%s\"", what, outcome->err);
}

static void check_skips(void)
{
    reset();
    policy = PPAR_SKIP;
    has_status = 1;
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        if (endings[k].fail == by_longjmp || /* it is no end by itself */
            (HAS_SANITIZER && endings[k].fail == by_want_of_memory))
            continue;
        for (size_t s = 0; s < SETTINGS; s++) {
            flags = s % 2 ? PPAR_ORDERED : 0;
            check_skip(&endings[k], all_settings[s]);
        }
    }
}

static void loop_behind(void)
{
    run_loop();
    struct ppar_loop ppar = LOOP(5);
    while (ppar_chunk(&ppar))
        ppar_commit(&ppar);
}

/* The parent can do what its workers cannot. */
static void check_serial(void)
{
    reset();
    fail = by_abort;
    fails_in_parent = 0;
    policy = PPAR_SERIAL;
    has_status = 1;
    for (size_t s = 0; s < SETTINGS; s++) {
        struct outcome *outcome = start(all_settings[s]);
        check(outcome->status == 0, "serial: status %#x", (unsigned)outcome->status);
        check_text(all_settings[s], outcome->out, result(0, 0));
        check(count(outcome->err, "2 of 60 iterations failed and were run by the parent") == 1,
              "serial: the report is \"%s\"", outcome->err);
    }
    struct outcome *outcome = run(loop_behind, "PPAR_WORKERS=2 PPAR_VERBOSE=1");
    check(count(outcome->err, "2 workers, 5 trips") == 1, "the loop behind: \"%s\"", outcome->err);
    fails_in_parent = 1;
    outcome = start("PPAR_WORKERS=3");
    check(outcome->status == SIGABRT, "serial, fatal: status %#x", (unsigned)outcome->status);
}

/* Each run of the iteration but the last one fails. */
static int good_after;

static void by_turns(void)
{
    if (begun[FATAL] < good_after && begun[LAST] < good_after)
        abort();
}

static void check_retries(void)
{
    reset();
    fail = by_turns;
    good_after = 4;
    retries = 5;
    for (size_t s = 0; s < SETTINGS; s++) {
        struct outcome *outcome = start(all_settings[s]);
        check(outcome->status == 0, "retries: status %#x", (unsigned)outcome->status);
        check(strncmp(outcome->out, result(0, 0), 60) == 0, "retries: \"%s\"", outcome->out);
        check(count(outcome->err, "and nothing is missing") == 1, "retries: \"%s\"", outcome->err);
    }
    fail = by_abort;
    start("PPAR_WORKERS=2 PPAR_SCHEDULE=static,1"); /* chunks of one iteration */
    check(begun[FATAL] == 7, "5 retries: begun %d times", begun[FATAL]);
    start("PPAR_WORKERS=2 PPAR_SCHEDULE=static,1 PPAR_RETRIES=1");
    check(begun[FATAL] == 3, "1 retry: begun %d times", begun[FATAL]);
}

static void check_timeouts(void)
{
    reset();
    fail = by_waiting;
    seconds = 0.3;
    struct outcome *outcome = start("PPAR_WORKERS=2");
    check(outcome->status == 1 << 8, "timeout: status %#x", (unsigned)outcome->status);
    check_text("timeout", outcome->out, lines_before(FATAL));
    check(strstr(outcome->err, "took too long, and was killed in iteration 23") != NULL,
          "timeout: \"%s\"", outcome->err);
    check(begun[FATAL] == 1, "timeout: begun %d times", begun[FATAL]);
    policy = PPAR_SKIP;
    has_status = 1;
    outcome = start("PPAR_WORKERS=3");
    check_text("timeout, skip", outcome->out, result(1, PPAR_TIMED_OUT));
    seconds = 0;
    medians = 20;
    outcome = start("PPAR_WORKERS=3");
    check_text("timeout by medians, skip", outcome->out, result(1, PPAR_TIMED_OUT));
    medians = 0;
    outcome = start("PPAR_WORKERS=3 PPAR_TIMEOUT=0.3");
    check_text("PPAR_TIMEOUT", outcome->out, result(1, PPAR_TIMED_OUT));
    retries = 2;
    start("PPAR_WORKERS=3 PPAR_TIMEOUT=0.3");
    check(begun[FATAL] == 3, "timeout, retries: begun %d times", begun[FATAL]);
}

/* Iterations that take a part of the limit each are in time, however many there are. */
static void check_in_time(void)
{
    reset();
    seconds = 0.4;
    medians = 1;
    struct outcome *outcome = start("PPAR_WORKERS=2");
    check(outcome->status == 0, "in time: status %#x", (unsigned)outcome->status);
    check_text("in time", outcome->err, "[handler]");
}

static void check_environment(void)
{
    reset();
    fail = by_abort;
    has_status = 1;
    struct outcome *outcome = start("PPAR_WORKERS=3 PPAR_ON_FAILURE=skip");
    check_text("PPAR_ON_FAILURE", outcome->out, result(1, SIGABRT));
    outcome = start("PPAR_WORKERS=3 PPAR_ON_FAILURE=hop");
    check(outcome->status == SIGABRT &&
              strstr(outcome->err, "PPAR_ON_FAILURE=hop makes no sense") != NULL,
          "PPAR_ON_FAILURE=hop: %#x, \"%s\"", (unsigned)outcome->status, outcome->err);
}

/* Two loops; the second one is the program's third execution of one. */
static void several_loops(void)
{
    for (int k = 0; k < 2; k++) {
        struct ppar_loop ppar = LOOP(N);
        while (ppar_chunk(&ppar)) {
            for (int i = (int)ppar.first; i < (int)ppar.last; i++)
                printf("%d", k);
            ppar_commit(&ppar);
        }
    }
    run_loop();
}

static void check_only_one_of_several(void)
{
    fail = by__exit;
    struct outcome *outcome = run(several_loops, "PPAR_WORKERS=2");
    check(count(outcome->err, "    PPAR_ONLY=3:23 ") == 1, "the third loop: \"%s\"", outcome->err);
    for (int i = 0; i < N; i++)
        begun[i] = 0;
    outcome = run(several_loops, "PPAR_WORKERS=2 PPAR_ONLY=3:23");
    check(outcome->status == 7 << 8 && begun[FATAL] == 1 && begun[FATAL - 1] == 0,
          "PPAR_ONLY=3:23: status %#x, \"%s\"", (unsigned)outcome->status, outcome->err);
}

static void guard_fails(void)
{
    struct ppar_loop ppar = LOOP(N);
    PPAR_GUARD(&ppar, 0, "the guard 'm > 3' does not hold");
    while (ppar_chunk(&ppar))
        printf("runs\n");
}

static void check_only_of_dependent(void)
{
    struct outcome *outcome = run(guard_fails, "PPAR_ONLY=3");
    check(outcome->status == 1 << 8 && strstr(outcome->err, "'m > 3'") != NULL,
          "PPAR_ONLY=3 of a serial loop: status %#x, \"%s\"", (unsigned)outcome->status,
          outcome->err);
    check_text("PPAR_ONLY=3 of a serial loop", outcome->out, "");
}

static void check_only(void)
{
    reset();
    fail = by_abort;
    struct outcome *outcome = start("PPAR_ONLY=23");
    check(outcome->status == SIGABRT && begun[FATAL] == 1 && begun[FATAL + 1] == 0,
          "PPAR_ONLY=23: status %#x", (unsigned)outcome->status);
    outcome = start("PPAR_ONLY=5");
    check(outcome->status == 0 && begun[5] == 1 && begun[4] == 0 && begun[6] == 0,
          "PPAR_ONLY=5: status %#x", (unsigned)outcome->status);
    check_text("PPAR_ONLY=5", outcome->out, "5.");
    check(strstr(outcome->err, "iteration 5 has come to its end") != NULL, "PPAR_ONLY=5: \"%s\"",
          outcome->err);
    outcome = start("PPAR_ONLY=60");
    check(outcome->status == 1 << 8 && strstr(outcome->err, "no iteration 60") != NULL,
          "PPAR_ONLY=60: \"%s\"", outcome->err);
    outcome = start("PPAR_WORKERS=2 PPAR_ONLY=2:23");
    check(outcome->status == SIGABRT && strstr(outcome->err, "worker") != NULL,
          "PPAR_ONLY=2:23: \"%s\"", outcome->err);
}

int main(void)
{
    begun =
        mmap(NULL, N * sizeof *begun, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    check_stops();
    check_exit();
    check_skips();
    check_serial();
    check_retries();
    check_timeouts();
    check_in_time();
    check_environment();
    check_only();
    check_only_one_of_several();
    check_only_of_dependent();
    return check_status();
}
