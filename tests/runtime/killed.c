/*
 * Workers killed from outside at any moment: between two chunks, in the body, in the middle of a
 * record. Each run either ends well with everything in it, or by that signal with exactly what the
 * iterations before the reported one print, and never hangs. Usage: killed [seconds]
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

/* The serial output before iteration COUNT: lines of one digit, two, three. */
static size_t bytes_before(int count)
{
    int digits = count < 10 ? count : 10;
    digits += count < 100 ? count > 10 ? 2 * (count - 10) : 0 : 180 + 3 * (count - 100);
    return (size_t)(digits + count);
}

static int killed, finished;

static void check_outcome(const struct outcome *outcome, const char *serial)
{
    const char *place = strstr(outcome->err, " in iteration");
    if (outcome->status == 0) {
        finished++;
        check_text("finished", outcome->out, serial);
        check_text("finished", outcome->err, "");
        return;
    }
    killed++;
    check(outcome->status == SIGKILL, "seed %u: status %#x", seed, (unsigned)outcome->status);
    if (!check(place != NULL, "seed %u: the report is \"%s\"", seed, outcome->err))
        return;
    int first = atoi(strpbrk(place, "0123456789"));
    check(outcome->out_length == bytes_before(first) &&
              strncmp(outcome->out, serial, outcome->out_length) == 0,
          "seed %u: %zu bytes of output, lost from iteration %d", seed, outcome->out_length, first);
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
    printf("%d runs were killed, %d were not\n", killed, finished);
    check(killed > 0, "no worker was killed");
    free(serial);
    return check_status();
}
