/*
 * Iterations that leave the loop: what is behind them does not take place, whatever workers have
 * made of it, and the earliest of them counts.
 */
#include "check.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 60 };

static int leaves_from; /* every iteration from here on leaves the loop; */
static int slow_until;  /*  those before this one take long */
static int returns;
static void (*behind)(int i); /* what an iteration behind the first does before it leaves */
static pid_t parent;

static void nothing(int i)
{
    (void)i;
}

static void crash(int i)
{
    (void)i;
    raise(SIGKILL); /* of a SIGSEGV sanitizers would speak */
}

static void hang(int i)
{
    (void)i;
    for (;;)
        usleep(1000);
}

static void end_program(int i)
{
    printf("exit %d\n", i);
    exit(i % 7 + 1);
}

static void print_much(int i)
{
    for (int k = 0; k < 30000; k++)
        printf("%d.%d ", i, k);
}

static void add(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

/* Element i and the next one, a last value, a sum of iterations, a line, a status. */
struct results {
    double x[N + 1];
    int last;
    double sum;
    int status[N];
};

static void print_results(const struct ppar_loop *ppar, const struct results *results)
{
    printf("%llu %d: %d %g\n", ppar_left_at(ppar), ppar_returned(ppar), results->last,
           results->sum);
    for (int i = 0; i <= N; i++)
        printf("%g ", results->x[i]);
    for (int i = 0; i < N; i++)
        printf("%d", results->status[i] != 0);
    printf("\n");
}

/* Returns whether iteration I ends the loop. */
static int iterate(struct results *results, int i)
{
    if (i < slow_until)
        usleep(300);
    printf("%d,", i);
    results->x[i] = i;
    results->last = 2 * i;
    results->sum += i / 2.0;
    if (i > leaves_from)
        behind(i);
    if (i >= leaves_from)
        return 1;
    results->x[i + 1] = 100 + i;
    printf("on\n");
    return 0;
}

static void put_results(struct ppar_loop *ppar, unsigned long long left)
{
    unsigned long long end = left < ppar->last ? left : ppar->last;
    ppar_put(ppar, 0, (long long)(ppar->first * sizeof(double)),
             (long long)((end - ppar->first) * sizeof(double)));
}

static void run_loop(struct ppar_loop *ppar, struct results *results, enum ppar_fold fold)
{
    const double zero = 0;
    ppar->flags = PPAR_LEAVES;
    ppar_output(ppar, results->x, 0, sizeof results->x);
    ppar_output(ppar, &results->last, 0, sizeof results->last);
    ppar_reduction(ppar, &results->sum, sizeof results->sum, &zero, add, fold);
    while (ppar_chunk(ppar)) {
        unsigned long long k = ppar_first(ppar), written = 0;
        for (int i = (int)ppar->first; i < (int)ppar->last; i++, k++) {
            written = k + 1;
            if (iterate(results, i))
                break;
            written = k + 2;
            ppar_step(ppar);
        }
        if (ppar_leave(ppar, k, k < ppar->last && returns))
            ppar_step(ppar);
        put_results(ppar, written);
        if (written > ppar->last)
            ppar_put(ppar, 0, (long long)(ppar->last * sizeof(double)), sizeof(double));
        ppar_put(ppar, 1, 0, sizeof results->last);
        ppar_commit(ppar);
    }
}

static void scenario_of(enum ppar_fold fold)
{
    struct results results;
    struct ppar_loop ppar = LOOP(N);
    memset(&results, 0, sizeof results);
    ppar_set_status(&ppar, results.status, N);
    printf("before\n");
    run_loop(&ppar, &results, fold);
    print_results(&ppar, &results);
}

static void scenario(void)
{
    scenario_of(PPAR_PER_ITERATION);
}

static void scenario_in_chunks(void)
{
    scenario_of(PPAR_PER_CHUNK);
}

static void scenario_in_blocks(void)
{
    scenario_of(PPAR_PER_BLOCK);
}

static void check_everywhere(const char *name)
{
    static const int places[] = {0, 1, 29, N - 2, N - 1};
    static void (*const scenarios[])(void) = {scenario, scenario_in_chunks, scenario_in_blocks};
    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        leaves_from = places[p];
        slow_until = p % 2 ? leaves_from + 1 : 0;
        returns = 0;
        for (size_t s = 0; s < 3; s++) {
            check_equivalent(name, scenarios[s], "PPAR_GATE=off");
            check_equivalent(name, scenarios[s], "PPAR_GATE=on");
        }
        check_equivalent(name, scenario, "PPAR_SCHEDULE=dynamic,1");
        check_equivalent(name, scenario, "PPAR_SCHEDULE=static");
        check_equivalent(name, scenario, "PPAR_SCHEDULE=guided,5");
    }
}

static void check_behind(void)
{
    static void (*const things[])(int) = {crash, hang, end_program, print_much};
    static const char *const settings[] = {
        "PPAR_SCHEDULE=dynamic,1 PPAR_GATE=off",
        "PPAR_SCHEDULE=dynamic,4 PPAR_GATE=off PPAR_ON_FAILURE=serial",
        "PPAR_GATE=off PPAR_ON_FAILURE=skip",
        "PPAR_GATE=off PPAR_TIMEOUT=0.2",
    };
    slow_until = 12;
    leaves_from = 11;
    for (size_t k = 0; k < sizeof things / sizeof *things; k++)
        for (size_t s = 0; s < sizeof settings / sizeof *settings; s++) {
            behind = things[k];
            check_equivalent("what is behind", scenario, settings[s]);
        }
    behind = nothing;
}

/* ---- where it is not all well before the end ----------------------------------------------- */

static int fails_at, fails_once;
static int *deaths; /* of all processes */

/* An iteration that kills its worker, each time or only once. */
static void failing(void)
{
    struct ppar_loop ppar = LOOP(N, .flags = PPAR_LEAVES);
    int done[N] = {0}, sum = 0;
    parent = getpid();
    ppar_output(&ppar, done, 0, sizeof done);
    while (ppar_chunk(&ppar)) {
        unsigned long long k = ppar_first(&ppar);
        for (; k < ppar.last; k++) {
            int i = (int)k;
            done[i] = 1;
            if (i == fails_at && getpid() != parent && ((*deaths)++ == 0 || !fails_once))
                raise(SIGKILL);
            if (i == leaves_from)
                break;
        }
        ppar_leave(&ppar, k, k < ppar.last);
        ppar_put(&ppar, 0, (long long)(ppar.first * sizeof(int)),
                 (long long)(ppar_count(&ppar) * sizeof(int)));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        sum += (i + 1) * done[i];
    printf("%llu %d %d\n", ppar_left_at(&ppar), ppar_returned(&ppar), sum);
}

static void check_failing(const char *name, const char *settings, const char *wanted, int signal)
{
    *deaths = 0;
    struct outcome *outcome = run(failing, settings);
    check_text(name, outcome->out, wanted);
    check((signal ? WIFSIGNALED(outcome->status) && WTERMSIG(outcome->status) == signal
                  : outcome->status == 0),
          "%s: status %x: %s", name, outcome->status, outcome->err);
}

static void check_failures(void)
{
    leaves_from = 30;
    fails_at = 20;
    fails_once = 0;
    check_failing("fails before", "PPAR_WORKERS=3 PPAR_GATE=off", "", SIGKILL);
    check_failing("skipped before", "PPAR_WORKERS=3 PPAR_GATE=off PPAR_ON_FAILURE=skip",
                  "30 1 475\n", 0);
    fails_at = 30;
    check_failing("the parent leaves", "PPAR_WORKERS=3 PPAR_GATE=off PPAR_ON_FAILURE=serial",
                  "30 1 496\n", 0);
    check_failing("the leaving one is skipped", "PPAR_WORKERS=3 PPAR_GATE=off PPAR_ON_FAILURE=skip",
                  "60 0 1799\n", 0);
    fails_at = 31;
    check_failing("fails behind", "PPAR_WORKERS=3 PPAR_GATE=off PPAR_ON_FAILURE=skip", "30 1 496\n",
                  0);
    fails_once = 1;
    fails_at = 30;
    check_failing("dies once", "PPAR_WORKERS=3 PPAR_GATE=off", "30 1 496\n", 0);
}

/* ---- two of them, and the trips that are said ---------------------------------------------- */

static void said(void)
{
    leaves_from = 7;
    struct outcome *outcome = run(scenario, "PPAR_WORKERS=2 PPAR_VERBOSE=1 PPAR_GATE=off");
    check(strstr(outcome->err, "60 trips, left in iteration 7") != NULL, "said: %s", outcome->err);
}

int main(void)
{
    check_start();
    deaths = mmap(NULL, sizeof *deaths, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    behind = nothing;
    check_everywhere("by break");
    returns = 1;
    check_behind();
    check_failures();
    said();
    return check_status();
}
