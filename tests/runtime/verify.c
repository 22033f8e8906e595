/*
 * PPAR_VERIFY, in programs as the compiler would write them: what is right passes without a word
 * and leaves nothing behind; a write that no output declares ends the program with status 3; and a
 * loop that ends the program, or fails, does so as without it.
 */
#include "check.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 60 };

static int results[N];
static long undeclared;
static double total;

static void add(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

static long count_mappings(void)
{
    long count = 0;
    int c;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps != NULL && (c = getc(maps)) != EOF)
        count += c == '\n';
    if (maps != NULL)
        fclose(maps);
    return count;
}

static void put(struct ppar_loop *ppar)
{
    ppar_put(ppar, 0, 4 * (long long)ppar->first, 4 * (long long)(ppar->last - ppar->first));
    ppar_commit(ppar);
}

/* Results, a sum in blocks and output. */
static void run_loop(int factor)
{
    static const double zero;
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, results, 0, sizeof results);
    ppar_reduction(&ppar, &total, sizeof total, &zero, add, PPAR_PER_BLOCK);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = factor * i;
            total += 0.1 * i;
            printf("%d%c", i, i % 10 == 9 ? '\n' : ' ');
            if (i % 25 == 0 && write(1, "raw\n", 4) != 4)
                abort();
        }
        put(&ppar);
    }
}

static void right(void)
{
    run_loop(1); /* what is there once in a process comes with the first one */
    int descriptors = count_descriptors();
    long mappings = count_mappings();
    printf("in front of it, ");
    for (int k = 2; k < 6; k++)
        run_loop(k);
    check(count_descriptors() == descriptors, "descriptors are left");
    check(count_mappings() <= mappings + 1, "mappings are left");
    check(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD, "a child is left");
    printf("%d %.17g\n", results[N - 1], total);
}

/* Large results are written in place. */
static void large(void)
{
    enum { MANY = 1 << 18 };
    int *block = malloc(MANY * sizeof *block);
    struct ppar_loop ppar = LOOP(MANY);
    ppar_output(&ppar, block, 0, MANY * sizeof *block);
    ppar_in_place(&ppar, 0, 0, MANY * sizeof *block, 0);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            block[i] = 3 * i;
        put(&ppar);
    }
    printf("%d %d\n", block[1], block[MANY - 1]);
    free(block);
}

static void wrong(void)
{
    struct ppar_loop ppar = LOOP(N);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            results[i] = i;
            if (i == 41)
                undeclared = 1234567;
        }
        put(&ppar);
    }
    printf("%ld\n", undeclared);
}

/* The same, but the compiler says that it does not matter. */
static void dead(void)
{
    static const struct ppar_dead list[] = {{"undeclared", &undeclared, sizeof undeclared}};
    static const struct ppar_dead named[] = {{"undeclared", NULL, 0}};
    for (int k = 0; k < 2; k++) {
        struct ppar_loop ppar = LOOP(N);
        ppar_set_dead(&ppar, k == 0 ? list : named, 1);
        ppar_output(&ppar, results, 0, sizeof results);
        while (ppar_chunk(&ppar)) {
            for (int i = (int)ppar.first; i < (int)ppar.last; i++)
                undeclared = results[i] = i;
            put(&ppar);
        }
    }
}

static void exits(void)
{
    struct ppar_loop ppar = LOOP(N);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            printf("%d\n", i);
            if (i == 17)
                exit(5);
        }
        ppar_commit(&ppar);
    }
}

static void dies(void)
{
    struct ppar_loop ppar = LOOP(N);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            printf("%d\n", i);
            if (i == 17)
                abort();
        }
        ppar_commit(&ppar);
    }
}

/* Only the serial run comes to the end of the program in the loop. */
static void exits_serially(void)
{
    struct ppar_loop ppar = LOOP(N);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            if (i == 30 && !ppar.sends)
                exit(6);
        ppar_commit(&ppar);
    }
    printf("never\n");
}

static void has_policy(void)
{
    struct ppar_loop ppar = LOOP(N);
    ppar_set_retries(&ppar, 2);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            results[i] = i;
        put(&ppar);
    }
}

static void check_right(void)
{
    static const char *const settings[] = {
        "PPAR_WORKERS=3 PPAR_VERIFY=1",
        "PPAR_WORKERS=1 PPAR_VERIFY=1",
        "PPAR_WORKERS=3 PPAR_VERIFY=40%",
        "PPAR_WORKERS=3 PPAR_VERIFY=1 PPAR_SCHEDULE=static",
    };
    static const struct {
        const char *name;
        void (*function)(void);
    } scenarios[] = {{"right", right}, {"large", large}, {"dead", dead}};
    for (size_t k = 0; k < sizeof settings / sizeof *settings; k++) {
        for (size_t n = 0; n < sizeof scenarios / sizeof *scenarios; n++) {
            struct outcome *serial = run(scenarios[n].function, "PPAR_SERIAL=1");
            struct outcome *outcome = run(scenarios[n].function, settings[k]);
            check(outcome->status == 0, "%s, %s: status %#x: %s", scenarios[n].name, settings[k],
                  (unsigned)outcome->status, outcome->err);
            check_text(settings[k], outcome->out, serial->out);
            check_text(settings[k], outcome->err, "");
        }
    }
}

static void check_wrong(void)
{
    struct outcome *outcome = run(wrong, "PPAR_WORKERS=2 PPAR_VERIFY=1");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 3, "wrong: status %#x",
          (unsigned)outcome->status);
    check(strstr(outcome->err, "'undeclared': 1234567 serially, 0 in parallel, 0 before the loop; "
                               "serially last changed in iteration 41 (i = 41)") != NULL,
          "wrong: %s", outcome->err);
    outcome = run(exits_serially, "PPAR_WORKERS=2 PPAR_VERIFY=1");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 3 &&
              strstr(outcome->err, "the serial one called exit(6) in the loop") != NULL,
          "exit of the serial run: status %#x, %s", (unsigned)outcome->status, outcome->err);
}

static void check_ends(void)
{
    struct outcome *outcome = run(exits, "PPAR_WORKERS=3 PPAR_VERIFY=1");
    check(WIFEXITED(outcome->status) && WEXITSTATUS(outcome->status) == 5, "exits: status %#x, %s",
          (unsigned)outcome->status, outcome->err);
    outcome = run(dies, "PPAR_WORKERS=3 PPAR_VERIFY=1");
    check(WIFSIGNALED(outcome->status), "dies: status %#x, %s", (unsigned)outcome->status,
          outcome->err);
    outcome = run(has_policy, "PPAR_WORKERS=3 PPAR_VERIFY=1");
    check(outcome->status == 0 &&
              strstr(outcome->err, "not checked: it has a policy for iterations that fail"),
          "policy: status %#x, %s", (unsigned)outcome->status, outcome->err);
}

int main(void)
{
    check_right();
    check_wrong();
    check_ends();
    return check_status();
}
