/* Streams of random numbers, as the compiler would ask for them: the same numbers whoever runs an
 * iteration and how often, and none for a body that is not known to draw. */
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 300 };
static unsigned long long results[N];

static void put(struct ppar_loop *ppar)
{
    ppar_put(ppar, 0, 8 * (long long)ppar->first, 8 * (long long)(ppar->last - ppar->first));
    ppar_commit(ppar);
}

static void show(const char *what)
{
    printf("%s", what);
    for (int i = 0; i < N; i++)
        printf(" %llx", results[i]);
    putchar('\n');
}

/* DEADLY: the first worker that comes to an iteration in three is killed in the middle of it. */
static void draw(int deadly)
{
    struct ppar_loop ppar = LOOP(N, .retries = deadly ? 9 : 0);
    struct ppar_stream outer;
    unsigned long long key = ppar_random_begin(&outer, 0, 0);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        unsigned long long k = ppar_first(&ppar);
        ppar_random_iteration(key, k);
        for (int i = (int)ppar.first; i < (int)ppar.last; i++, ppar_random_iteration(key, ++k)) {
            results[i] = ppar_random_u64();
            for (unsigned long long n = results[i] % 50; n > 0; n--)
                results[i] += ppar_random_below(1000);
            char name[64];
            snprintf(name, sizeof name, "%s/died.%d",
                     getenv("MARKS") != NULL ? getenv("MARKS") : "", i);
            if (deadly && i % 37 == 0 && ppar_sends(&ppar) && access(name, F_OK) != 0) {
                fclose(fopen(name, "w"));
                raise(SIGKILL);
            }
        }
        put(&ppar);
    }
    ppar_random_end(&outer);
}

/* What is outside goes on behind each loop. */
static void steps(void)
{
    for (int step = 0; step < 4; step++) {
        printf("%.17g\n", ppar_random());
        draw(0);
        show("step");
    }
}

static void deaths(void)
{
    draw(1);
    show("deaths");
}

static void no_deaths(void)
{
    draw(0);
    show("deaths");
}

/* The loop is not known to draw. */
static void unseen(void)
{
    struct ppar_loop ppar = LOOP(N, .flags = 0);
    printf("%llx\n", ppar_random_u64());
    fflush(stdout);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            results[i] = ppar_random_u64();
        put(&ppar);
    }
}

static unsigned long long drawn[8];

static void *draw_in_thread(void *place)
{
    *(unsigned long long *)place = ppar_random_u64();
    return NULL;
}

static void threads(void)
{
    pthread_t thread[7];
    drawn[7] = ppar_random_u64();
    for (int k = 0; k < 7; k++)
        pthread_create(&thread[k], NULL, draw_in_thread, &drawn[k]);
    for (int k = 0; k < 7; k++)
        pthread_join(thread[k], NULL);
    for (int k = 0; k < 8; k++)
        for (int other = 0; other < k; other++)
            check(drawn[k] != drawn[other], "threads %d and %d draw the same", other, k);
    check(drawn[7] == 0xe169c58d6627e8d5, "the first thread has another stream");
    exit(check_status());
}

static void test_unseen(void)
{
    struct outcome *outcome = run(unseen, "PPAR_WORKERS=3");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == EXIT_FAILURE,
          "unseen: status %#x", (unsigned)outcome->status);
    check_text("unseen", outcome->out, "e169c58d6627e8d5\n");
    check(strstr(outcome->err, "function that ppcc has not seen") != NULL, "unseen: said \"%s\"",
          outcome->err);
}

static void test_seeds(void)
{
    char seven[65536];
    struct outcome *outcome = run(steps, "PPAR_WORKERS=3 PPAR_SEED=7");
    snprintf(seven, sizeof seven, "%s", outcome->out);
    outcome = run(steps, "PPAR_WORKERS=2 PPAR_SEED=7");
    check_text("the same seed", outcome->out, seven);
    outcome = run(steps, "PPAR_WORKERS=2 PPAR_SEED=8");
    check(strcmp(outcome->out, seven) != 0, "another seed gives the same numbers");
    outcome = run(steps, "PPAR_SERIAL=1 PPAR_SEED=-1");
    check(strstr(outcome->err, "PPAR_SEED=-1 makes no sense") != NULL, "seed: said \"%s\"",
          outcome->err);
}

static void test_deaths(void)
{
    char folder[] = "/tmp/ppar-random.XXXXXX", command[64], settings[128], expected[65536];
    if (!check(mkdtemp(folder) != NULL, "no folder for marks"))
        return;
    snprintf(settings, sizeof settings, "PPAR_WORKERS=3 MARKS=%s", folder);
    struct outcome *outcome = run(no_deaths, settings);
    snprintf(expected, sizeof expected, "%s", outcome->out);
    outcome = run(deaths, settings);
    check(outcome->status == 0, "deaths: status %#x", (unsigned)outcome->status);
    check(strstr(outcome->err, "killed") != NULL, "nobody has died: \"%s\"", outcome->err);
    check_text("deaths", outcome->out, expected);
    snprintf(command, sizeof command, "rm -r %s", folder);
    check(system(command) == 0, "the folder is left");
}

int main(void)
{
    check_start();
    check_equivalent("steps", steps, "MARKS=/nowhere");
    check_equivalent("steps without a gate", steps, "MARKS=/nowhere PPAR_GATE=off");
    check_equivalent("steps, one by one", steps, "MARKS=/nowhere PPAR_SCHEDULE=dynamic");
    test_seeds();
    test_deaths();
    test_unseen();
    struct outcome *outcome = run(threads, "");
    check(outcome->status == 0, "threads: status %#x, \"%s\"", (unsigned)outcome->status,
          outcome->err);
    return check_status();
}
