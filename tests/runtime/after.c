/* Expressions that the parent evaluates behind iterations, while workers run: once for each, in the
 * order that is asked for, with the results there; in all the ways in which loops end. */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N = 40, BAD = 17, PATIENCE = 10000 /* milliseconds */ };

/* Shared by a scenario's processes. */
static struct shared {
    _Atomic int begun[N], seen;
} * shared;

static int a[N], last[1];
static int times[N], seen;

static void share(void)
{
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        exit(99);
}

/* The loop, as generated code has it. BEHIND(i) is the expression. */
#define RUN(loop, body, behind)                                                                    \
    while (ppar_chunk(loop)) {                                                                     \
        if (ppar_is_after(loop)) {                                                                 \
            for (int i = (int)ppar_first(loop); i < (int)ppar_last(loop); i++)                     \
                behind(i);                                                                         \
            continue;                                                                              \
        }                                                                                          \
        for (int i = (int)ppar_first(loop); i < (int)ppar_last(loop);                              \
             (ppar_sends(loop) ? (void)0 : (void)(behind(i))), i++)                                \
            body(i);                                                                               \
        ppar_put(loop, 0, 4 * (long long)ppar_first(loop), 4 * (long long)ppar_count(loop));       \
        if (loop->run != NULL)                                                                     \
            ppar_put(loop, 1, 0, sizeof last);                                                     \
        ppar_commit(loop);                                                                         \
    }

/* Later iterations finish first. */
static void set(int i)
{
    usleep((useconds_t)(N - i) * 60);
    a[i] = i * i + 1;
    last[0] = a[i];
}

static void print(int i)
{
    printf("%d: %d\n", i, a[i]);
}

static void run_loop(struct ppar_loop *ppar, void (*body)(int), void (*behind)(int))
{
    ppar_output(ppar, a, 0, sizeof a);
    ppar_output(ppar, last, 0, sizeof last);
    RUN(ppar, body, behind)
}

static void in_order(void)
{
    for (int schedule = PPAR_AUTO; schedule <= PPAR_GUIDED; schedule++) {
        struct ppar_loop ppar = LOOP(N, .after = PPAR_IN_ORDER, .schedule = schedule);
        memset(a, 0, sizeof a);
        run_loop(&ppar, set, print);
        printf("%d\n", a[N - 1]);
    }
}

/* ---- one by one --------------------------------------------------------------------------- */

static void talk(int i)
{
    set(i);
    printf("body %d\n", i);
}

/* Nothing of later iterations is there. */
static void print_all(int i)
{
    int count = 0;
    for (int k = 0; k < N; k++)
        count += a[k] != 0;
    printf("%d: %d, %d are there\n", i, last[0], count);
}

static void one_by_one(void)
{
    struct ppar_loop ppar = LOOP(N, .after = PPAR_ONE_BY_ONE);
    run_loop(&ppar, talk, print_all);
}

/* ---- as they come ------------------------------------------------------------------------- */

static void count(int i)
{
    times[i] += a[i] == i * i + 1;
}

static void as_they_come(void)
{
    int once = 0;
    struct ppar_loop ppar =
        LOOP(N, .after = PPAR_AS_THEY_COME, .schedule = PPAR_DYNAMIC, .chunk = 1);
    run_loop(&ppar, set, count);
    for (int k = 0; k < N; k++)
        once += times[k] == 1;
    printf("%d were counted once\n", once);
}

/* ---- while later ones run ----------------------------------------------------------------- */

static void see(int i)
{
    if (i == 0)
        atomic_store(&shared->seen, 1);
    seen++;
}

/* The last one waits until the first one's expression is evaluated. */
static void wait_for_first(int i)
{
    a[i] = i;
    for (int k = 0; k < PATIENCE && i == N - 1 && !atomic_load(&shared->seen); k++)
        usleep(1000);
    if (i == N - 1)
        a[i] = atomic_load(&shared->seen);
}

static void while_they_run(void)
{
    const int orders[] = {PPAR_IN_ORDER, PPAR_ONE_BY_ONE, PPAR_AS_THEY_COME};
    for (size_t k = 0; k < sizeof orders / sizeof *orders; k++) {
        share();
        struct ppar_loop ppar = LOOP(N, .after = orders[k], .schedule = PPAR_DYNAMIC, .chunk = 1);
        seen = 0;
        run_loop(&ppar, wait_for_first, see);
        printf("%d %d\n", a[N - 1], seen);
    }
}

/* ---- failures ----------------------------------------------------------------------------- */

/* What comes before waits until it is known. */
static void fail(int i)
{
    if (i == BAD)
        abort();
    if (i == BAD - 1)
        usleep(300000);
    set(i);
}

static void failing(int policy)
{
    struct ppar_loop ppar =
        LOOP(N, .after = PPAR_IN_ORDER, .on_failure = policy, .schedule = PPAR_DYNAMIC, .chunk = 1);
    run_loop(&ppar, fail, print);
    printf("end\n");
}

static void stopped(void)
{
    failing(PPAR_STOP);
}

static void skipped(void)
{
    failing(PPAR_SKIP);
}

/* Fails in workers alone. */
static void fail_there(int i)
{
    if (i == BAD && atomic_fetch_add(&shared->begun[i], 1) < 3)
        abort();
    set(i);
}

static void serially(void)
{
    share();
    struct ppar_loop ppar = LOOP(N, .after = PPAR_AS_THEY_COME, .on_failure = PPAR_SERIAL);
    run_loop(&ppar, fail_there, print);
}

/* Each iteration's first worker is killed, when it has begun. */
static void die_once(int i)
{
    if (i % 5 == 2 && atomic_fetch_add(&shared->begun[i], 1) == 0)
        raise(SIGKILL);
    set(i);
}

static void mended(void)
{
    share();
    struct ppar_loop ppar = LOOP(N, .after = PPAR_IN_ORDER);
    run_loop(&ppar, die_once, print);
}

static void leave(int i)
{
    if (i == BAD)
        exit(4);
    set(i);
}

static void body_exits(void)
{
    struct ppar_loop ppar = LOOP(N, .after = PPAR_IN_ORDER);
    run_loop(&ppar, leave, print);
    printf("never\n");
}

static void leave_behind(int i)
{
    print(i);
    if (i == BAD)
        exit(5);
}

static void exits(void)
{
    struct ppar_loop ppar = LOOP(N, .after = PPAR_IN_ORDER);
    run_loop(&ppar, set, leave_behind);
    printf("never\n");
}

static void raise_behind(int i)
{
    print(i);
    if (i == BAD)
        raise(SIGTERM);
}

static void is_ended(void)
{
    struct ppar_loop ppar = LOOP(N, .after = PPAR_ONE_BY_ONE);
    run_loop(&ppar, talk, raise_behind);
    printf("never\n");
}

/* ---- the parent is away ------------------------------------------------------------------- */

/* What takes longer than the limit of an iteration is no iteration. */
static void take_long(int i)
{
    if (i == 3)
        usleep(300000);
    print(i);
}

static void limited(void)
{
    struct ppar_loop ppar = LOOP(N, .after = PPAR_IN_ORDER, .seconds = 0.2);
    run_loop(&ppar, set, take_long);
}

static void run_another(int i)
{
    int b[4], sum = 0;
    struct ppar_loop ppar = LOOP(4);
    ppar_output(&ppar, b, 0, sizeof b);
    while (ppar_chunk(&ppar)) {
        for (int k = (int)ppar_first(&ppar); k < (int)ppar_last(&ppar); k++)
            b[k] = i + k;
        ppar_put(&ppar, 0, 4 * (long long)ppar_first(&ppar), 4 * (long long)ppar_count(&ppar));
        ppar_commit(&ppar);
    }
    for (int k = 0; k < 4; k++)
        sum += b[k];
    printf("%d: %d\n", a[i], sum);
}

static void nested(void)
{
    struct ppar_loop ppar = LOOP(N, .after = PPAR_IN_ORDER);
    run_loop(&ppar, set, run_another);
}

/* ---- what is expected --------------------------------------------------------------------- */

static char *lines_to(int end, int without)
{
    static char text[4096];
    size_t length = 0;
    for (int i = 0; i < end; i++)
        if (i != without)
            length +=
                (size_t)snprintf(text + length, sizeof text - length, "%d: %d\n", i, i * i + 1);
    return text;
}

static void check_failures(void)
{
    struct outcome *outcome = run(stopped, "PPAR_WORKERS=3");
    check(WIFSIGNALED(outcome->status) && WTERMSIG(outcome->status) == SIGABRT, "stop: status %d",
          outcome->status);
    check_text("stop", outcome->out, lines_to(BAD, -1));
    outcome = run(skipped, "PPAR_WORKERS=3");
    check(outcome->status == 0, "skip: status %d", outcome->status);
    char wanted[4096];
    snprintf(wanted, sizeof wanted, "%send\n", lines_to(N, BAD));
    check_text("skip", outcome->out, wanted);
    outcome = run(serially, "PPAR_WORKERS=3");
    check(outcome->status == 0, "serial: status %d", outcome->status);
    check_text("serial", outcome->out, lines_to(N, -1));
    outcome = run(mended, "PPAR_WORKERS=3");
    check(outcome->status == 0, "mended: status %d", outcome->status);
    check_text("mended", outcome->out, lines_to(N, -1));
    outcome = run(exits, "PPAR_WORKERS=3");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 5, "exit: status %d",
          outcome->status);
    check_text("exit", outcome->out, lines_to(BAD + 1, -1));
    outcome = run(body_exits, "PPAR_WORKERS=3");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 4, "body: status %d",
          outcome->status);
    check_text("body", outcome->out, lines_to(BAD, -1));
    outcome = run(is_ended, "PPAR_WORKERS=3");
    check(WIFSIGNALED(outcome->status) && WTERMSIG(outcome->status) == SIGTERM, "signal: status %d",
          outcome->status);
    check(strstr(outcome->out, "17: 290\n") != NULL && strstr(outcome->out, "18: ") == NULL,
          "signal: not what was printed before:\n%s", outcome->out);
}

int main(void)
{
    check_equivalent("in order", in_order, "");
    check_equivalent("one by one", one_by_one, "");
    check_equivalent("as they come", as_they_come, "");
    check_equivalent("the parent is away", limited, "");
    check_equivalent("a loop inside", nested, "");
    struct outcome *outcome = run(while_they_run, "PPAR_WORKERS=2");
    check_text("while later ones run", outcome->out, "1 40\n1 40\n1 40\n");
    check_failures();
    return check_status();
}
