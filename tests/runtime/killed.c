/*
 * Workers killed from outside at any moment: between two chunks, in the body, in the middle of a
 * record. Each run ends well with everything in it, once, and never hangs; if something was lost,
 * it says so in a line. Usage: killed [seconds]
 */
#include "check.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N = 300, ROW = 30000 };

/* The victim's id, from the worker itself; shared with the killer. */
static _Atomic pid_t *victim;
static unsigned seed;

/* A process of its own that waits for a worker to name itself, and then a little longer. */
static pid_t start_killer(void)
{
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    unsigned long delay = seed % 97 * 61;
    for (int k = 0; *victim == 0 && k < 2000; k++)
        usleep(100);
    usleep((useconds_t)delay);
    if (*victim != 0)
        kill(*victim, SIGKILL);
    _exit(0);
}

/* It must not live on into the next run, whose victim it would kill without being asked. */
static void end_killer(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

/* Rows of 30 KB and a line of text each; the rows are ordered or not. */
static void scenario(void)
{
    static char rows[N][ROW];
    signal(SIGCHLD, SIG_DFL);
    struct ppar_loop ppar =
        LOOP(N, .flags = seed % 2 ? PPAR_ORDERED : 0, .schedule = (int)(seed % 4));
    ppar_output(&ppar, rows, 0, sizeof rows);
    while (ppar_chunk(&ppar)) {
        if (ppar_worker() == (int)(seed % 3))
            *victim = getpid();
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            memset(rows[i], i % 100 + 1, sizeof rows[i]);
            printf("%d\n", i);
        }
        ppar_put(&ppar, 0, (long long)(ppar.first * ROW),
                 (long long)((ppar.last - ppar.first) * ROW));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < N; i++)
        check(rows[i][0] == i % 100 + 1 && memcmp(rows[i], rows[i] + 1, ROW - 1) == 0,
              "row %d is wrong", i);
    printf("all\n");
}

static int mended, finished;

static void check_outcome(const struct outcome *outcome, const char *serial)
{
    int lost = outcome->err_length != 0;
    *(lost ? &mended : &finished) += 1;
    check(outcome->status == 0, "seed %u: status %#x", seed, (unsigned)outcome->status);
    check_text("output", outcome->out, serial);
    check(!lost || (strstr(outcome->err, "was killed by signal 9 (SIGKILL: ") != NULL &&
                    strstr(outcome->err, "and nothing is missing") != NULL),
          "seed %u: the report is \"%s\"", seed, outcome->err);
}

int main(int argc, char **argv)
{
    time_t end = time(NULL) + (argc > 1 ? atoi(argv[1]) : 5);
    char *serial;
    size_t length = 0;
    FILE *text = open_memstream(&serial, &length);
    for (int i = 0; i < N; i++)
        fprintf(text, "%d\n", i);
    fprintf(text, "all\n");
    fclose(text);
    victim = mmap(NULL, sizeof *victim, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (seed = 1; time(NULL) < end; seed++) {
        *victim = 0;
        pid_t killer = start_killer();
        struct outcome *outcome = run(scenario, "PPAR_WORKERS=3");
        end_killer(killer);
        check_outcome(outcome, serial);
    }
    printf("in %d runs something was lost, in %d not\n", mended, finished);
    check(mended > 0, "no worker was killed");
    free(serial);
    return check_status();
}
