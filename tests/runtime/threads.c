/*
 * Programs with threads, and with handlers of fork and of signals. With other threads a loop is
 * right and serial, and that is said once.
 */
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { N = 40 };

static void loop(void)
{
    int results[N] = {0};
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            results[i] = i + 1;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        check(results[i] == i + 1, "result %d is %d", i, results[i]);
}

static void *wait_for_end(void *name)
{
    pthread_setname_np(pthread_self(), name);
    pause();
    return NULL;
}

static void start(const char *name)
{
    pthread_t thread;
    pthread_create(&thread, NULL, wait_for_end, (void *)name);
}

static void one_more(void)
{
    start("a) S 1 2 (b");
    usleep(20000);
    loop();
    loop();
    _exit(check_status());
}

static void many_more(void)
{
    for (int k = 0; k < 10; k++)
        start("many");
    usleep(20000);
    loop();
    loop();
    _exit(check_status());
}

/* Two threads are at it at the same time, as in a region of OpenMP. */
static void *loop_often(void *unused)
{
    for (int k = 0; k < 100; k++)
        loop();
    return unused;
}

static void both(void)
{
    pthread_t threads[4];
    for (int k = 0; k < 4; k++)
        pthread_create(&threads[k], NULL, loop_often, NULL);
    for (int k = 0; k < 4; k++)
        pthread_join(threads[k], NULL);
}

/* While another thread keeps the locks of the allocator and of stdio busy. */
static void *keep_busy(void *unused)
{
    for (;;) {
        free(malloc(100));
        fputs("", stdout);
    }
    return unused;
}

static void busy(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, keep_busy, NULL);
    for (int k = 0; k < 100; k++)
        loop();
    fflush(stdout);
    _exit(check_status());
}

static int prepared, in_parent, in_child;

static void prepare(void)
{
    prepared++;
}

static void after_in_parent(void)
{
    in_parent++;
}

static void after_in_child(void)
{
    in_child++;
}

static void fork_handlers(void)
{
    int seen[N];
    pthread_atfork(prepare, after_in_parent, after_in_child);
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, seen, 0, sizeof seen);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            seen[i] = in_child;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        check(seen[i] == 1, "the child's handler ran %d times", seen[i]);
    /* where forks take long, the second worker is told to start the third */
    check((prepared == 3 || prepared == 2) && in_parent == prepared && in_child == 0,
          "handlers ran %d, %d, %d times", prepared, in_parent, in_child);
}

/* A handler with a loop in it, which interrupts whatever the program is at. */
static volatile sig_atomic_t handled;

static void handler(int number)
{
    (void)number;
    loop();
    handled++;
}

static void signal_handler(void)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    struct itimerval often = {{0, 300}, {0, 300}}, never = {{0, 0}, {0, 0}};
    sigaction(SIGVTALRM, &action, NULL);
    setitimer(ITIMER_VIRTUAL, &often, NULL);
    while (handled < 200) {
        char *block = malloc((size_t)handled * 100 + 1);
        printf("%s", "");
        free(block);
    }
    while (handled < 220)
        loop();
    setitimer(ITIMER_VIRTUAL, &never, NULL);
}

static void raised(void)
{
    signal(SIGUSR1, handler);
    raise(SIGUSR1);
    check(handled == 1, "the handler has not run");
}

int main(void)
{
    static const char *const threads = "more than one thread";
    static const struct {
        const char *name;
        void (*scenario)(void);
        const char *said; /* two things, or none */
        const char *also;
    } cases[] = {
        {"one more", one_more, threads, "('a) S 1 2 (b')"},
        {"many more", many_more, threads, "('many', 'many', 'many' and 7 more)"},
        {"both", both, threads, ""},
        {"busy", busy, threads, ""},
        {"fork handlers", fork_handlers, NULL, NULL},
        {"a signal handler", signal_handler, NULL, NULL},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct outcome *outcome = run(cases[k].scenario, "PPAR_WORKERS=3");
        const char *err = outcome->err, *name = cases[k].name;
        check(outcome->status == 0, "%s: status %#x", name, (unsigned)outcome->status);
        if (cases[k].said == NULL)
            check_text(name, err, "");
        else
            check(strstr(err, cases[k].said) != NULL && strstr(err, cases[k].also) != NULL &&
                      strchr(err, '\n')[1] == '\0',
                  "%s: said \"%s\"", name, err);
    }
    struct outcome *outcome = run(raised, "PPAR_WORKERS=3 PPAR_VERBOSE=1");
    check(outcome->status == 0 && strstr(outcome->err, "called by a signal handler") != NULL,
          "raised: status %#x, said \"%s\"", (unsigned)outcome->status, outcome->err);
    return check_status();
}
