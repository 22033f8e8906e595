/* Every schedule runs every iteration once; each worker's iterations ascend; nested loops are
 * serial; the number of workers is what was asked for. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { N = 1000 };

struct trace {
    int runs;   /* of this iteration */
    int worker; /* that ran it */
    int before; /* how many that worker had run, */
    int after;  /*  and the largest of them */
};

/* Whether pieces grow is all the same. */
static int flags;

static void trace(struct trace *traces, int schedule, unsigned long long chunk)
{
    int done = 0, largest = -1;
    struct ppar_loop ppar = LOOP(N, .schedule = schedule, .chunk = chunk, .flags = flags);
    memset(traces, 0, N * sizeof *traces);
    ppar_output(&ppar, traces, 0, N * (long long)sizeof *traces);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last || ppar_grow(&ppar); i++) {
            traces[i].runs++;
            traces[i].worker = ppar_worker();
            traces[i].before = done++;
            traces[i].after = largest;
            largest = i > largest ? i : largest;
        }
        ppar_put(&ppar, 0, (long long)(ppar.first * sizeof *traces),
                 (long long)((ppar.last - ppar.first) * sizeof *traces));
        ppar_commit(&ppar);
    }
}

static void check_once(const struct trace *traces, const char *what, int workers)
{
    for (int i = 0; i < N; i++) {
        check(traces[i].runs == 1, "%s: iteration %d ran %d times", what, i, traces[i].runs);
        check(traces[i].after < i, "%s: iteration %d ran after %d", what, i, traces[i].after);
        check(traces[i].worker >= 0 && traces[i].worker < workers, "%s: iteration %d in worker %d",
              what, i, traces[i].worker);
    }
}

static void every_schedule(void)
{
    static struct trace traces[N];
    static const unsigned long long chunks[] = {0, 1, 3, 64, 5000, ~0ull};
    int workers = atoi(getenv("PPAR_WORKERS"));
    for (int schedule = PPAR_AUTO; schedule <= PPAR_GUIDED; schedule++) {
        for (size_t k = 0; k < sizeof chunks / sizeof *chunks; k++) {
            char what[64];
            snprintf(what, sizeof what, "schedule %d, %llu", schedule, chunks[k]);
            trace(traces, schedule, chunks[k]);
            check_once(traces, what, workers);
        }
    }
}

static void check_every_schedule(const char *settings)
{
    for (int k = 0; k < 2; k++) {
        flags = k == 0 ? 0 : PPAR_GROWS;
        struct outcome *outcome = run(every_schedule, settings);
        check(outcome->status == 0, "every schedule, %s, flags %d: status %#x, \"%s\"", settings,
              flags, (unsigned)outcome->status, outcome->err);
    }
}

/* Which worker runs what follows from the numbers alone. */
static void static_mapping(void)
{
    static struct trace traces[N];
    trace(traces, PPAR_STATIC, 0);
    for (int i = 0; i < N; i++)
        check(traces[i].worker == i / 334, "static: iteration %d in worker %d", i,
              traces[i].worker);
    trace(traces, PPAR_STATIC, 7);
    for (int i = 0; i < N; i++)
        check(traces[i].worker == i / 7 % 3, "static, 7: iteration %d in worker %d", i,
              traces[i].worker);
}

/* In a worker, in a loop that runs serially, and in the parent afterwards. */
static void nested(void)
{
    int sums[20][30];
    memset(sums, 0, sizeof sums);
    struct ppar_loop outer = LOOP(20);
    ppar_output(&outer, sums, 0, sizeof sums);
    while (ppar_chunk(&outer)) {
        for (int i = (int)outer.first; i < (int)outer.last; i++) {
            struct ppar_loop inner = LOOP(30);
            ppar_output(&inner, sums[i], 0, sizeof sums[i]);
            pid_t process = getpid();
            while (ppar_chunk(&inner)) {
                check(getpid() == process, "the inner loop runs in a process of its own");
                for (int k = (int)inner.first; k < (int)inner.last; k++)
                    sums[i][k] += i * k;
                ppar_put(&inner, 0, 4 * (long long)inner.first,
                         4 * (long long)(inner.last - inner.first));
                ppar_commit(&inner);
            }
            printf("%d ", i);
        }
        ppar_put(&outer, 0, (long long)(outer.first * sizeof sums[0]),
                 (long long)((outer.last - outer.first) * sizeof sums[0]));
        ppar_commit(&outer);
    }
    for (int i = 0; i < 20; i++)
        printf("%d ", sums[i][29]);
    printf("%d\n", ppar_worker());
}

/* How many workers there are for these settings and this clause. */
static long long clause;
static int clause_given;

static void count_workers(void)
{
    struct ppar_loop ppar = LOOP(12, .workers_given = clause_given, .workers = clause);
    while (ppar_chunk(&ppar))
        ppar_commit(&ppar);
}

static void check_workers(const char *settings, long long workers, const char *said)
{
    clause = workers;
    clause_given = workers != -100;
    char text[128];
    snprintf(text, sizeof text, "PPAR_VERBOSE=1 %s", settings);
    struct outcome *outcome = run(count_workers, text);
    check(strstr(outcome->err, said) != NULL, "%s, workers(%lld): \"%s\"", settings, workers,
          outcome->err);
}

static void serial_for_a_reason(void)
{
    struct ppar_loop ppar = LOOP(12, .serial = "if(n > 3) is false", .label = "rows");
    while (ppar_chunk(&ppar)) {
        printf("%llu %llu\n", ppar.first, ppar.last);
        ppar_commit(&ppar);
    }
}

/* Settings that make no sense are reported once, however many loops there are. */
static void check_bad_settings(void)
{
    static const char *const bad[] = {"PPAR_WORKERS=0",   "PPAR_WORKERS=-3",     "PPAR_WORKERS=2x",
                                      "PPAR_SERIAL=yes",  "PPAR_SCHEDULE=best",  "PPAR_OUTPUT=2",
                                      "PPAR_VERBOSE=yes", "PPAR_SCHEDULE=auto,0"};
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
        struct outcome *outcome = run(nested, bad[k]);
        char *said = strstr(outcome->err, "makes no sense");
        check(outcome->status == 0 && said != NULL && strstr(said + 1, "makes no sense") == NULL,
              "%s: status %#x, said \"%s\"", bad[k], (unsigned)outcome->status, outcome->err);
    }
}

/* Ten long iterations side by side among a thousand short ones. */
static int long_from;

static void few_long_ones(void)
{
    static int results[1000];
    struct ppar_loop ppar = LOOP(1000, .flags = PPAR_GROWS);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last || ppar_grow(&ppar); i++) {
            if (i >= long_from && i < long_from + 10)
                usleep(50000);
            results[i] = i + 1;
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 1000; i++)
        check(results[i] == i + 1, "iteration %d is missing", i);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* They are shared, wherever they are: with two workers half a second becomes less, at least once on
 * a machine that has other things to do. */
static void check_sharing(int from, const char *schedule)
{
    enum { TRIES = 5 };
    const double shared = 0.42;
    char settings[128];
    double best = 1e9;
    long_from = from;
    snprintf(settings, sizeof settings, "PPAR_WORKERS=2 PPAR_VERBOSE=1 PPAR_SCHEDULE=%s", schedule);
    for (int k = 0; k < TRIES && best >= shared; k++) {
        double start = seconds_now();
        struct outcome *outcome = run(few_long_ones, settings);
        double seconds = seconds_now() - start;
        best = seconds < best ? seconds : best;
        check(outcome->status == 0, "sharing: status %#x", (unsigned)outcome->status);
        check(seconds >= shared || strstr(outcome->err, "unevenly") == NULL, "sharing: \"%s\"",
              outcome->err);
    }
    check(best < shared, "%s, long ones from %d: %.2f s", schedule, from, best);
}

/* static does not share, and says that it was uneven. */
static void check_uneven(void)
{
    long_from = 0;
    struct outcome *outcome =
        run(few_long_ones, "PPAR_WORKERS=2 PPAR_VERBOSE=1 PPAR_SCHEDULE=static");
    check(outcome->status == 0 && strstr(outcome->err, "the work is shared unevenly") != NULL,
          "uneven: status %#x, \"%s\"", (unsigned)outcome->status, outcome->err);
}

int main(void)
{
    check_every_schedule("PPAR_WORKERS=2");
    check_every_schedule("PPAR_WORKERS=7");
    check(run(static_mapping, "PPAR_WORKERS=3")->status == 0, "static mapping");
    check_equivalent("nested", nested, "");
    check_workers("PPAR_WORKERS=5", -100, "schedules.c:" /* the line differs */);
    check_workers("PPAR_WORKERS=5", -100, ": 5 workers, 12 trips");
    check_workers("PPAR_WORKERS=5", 3, ": 5 workers, 12 trips");
    check_workers("", 3, ": 3 workers, 12 trips");
    check_workers("", 40, ": 12 workers, 12 trips");
    check_workers("", 0, "workers(0) makes no sense");
    check_workers("PPAR_SERIAL=1", 3, ": ran serially, 12 trips: PPAR_SERIAL=1");
    check_workers("PPAR_WORKERS=1", 3, ": ran serially, 12 trips: there would be one worker");
    struct outcome *outcome = run(serial_for_a_reason, "PPAR_VERBOSE=1 PPAR_WORKERS=4");
    check_text("serial", outcome->out, "0 12\n");
    check(strstr(outcome->err, ": rows: ran serially, 12 trips: if(n > 3) is false") != NULL,
          "serial: \"%s\"", outcome->err);
    check_bad_settings();
    check_sharing(0, "auto");
    check_sharing(500, "auto");
    check_sharing(990, "auto");
    check_sharing(0, "guided");
    check_sharing(300, "guided");
    check_sharing(500, "dynamic,1");
    check_uneven();
    return check_status();
}
