/*
 * A body that calls exit: the program prints what the serial one prints and ends with its status,
 * also when other iterations call it as well or die, and the earliest of them counts. The exit
 * handlers of the program run once, those of the body before them.
 */
#include "check.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 40 };

static int exit_from;   /* every iteration from here on calls exit, */
static int base_status; /*  with this status plus its number; or, below 0, with -base_status */
static int slow_before; /* iterations before this one take long */
static int mode;        /* of stdout's buffer */
static void (*print)(int i);

static void print_text(int i)
{
    printf("%d,", i);
    puts("line");
}

static void print_both(int i)
{
    char line[32];
    printf("text %d\n", i);
    if (i % 3 == 0)
        fflush(stdout);
    sprintf(line, "raw %d\n", i);
    if (write(STDOUT_FILENO, line, strlen(line)) < 0)
        abort();
}

static void print_much(int i)
{
    for (int k = 0; k < 5000; k++)
        printf("%d.%d ", i, k);
}

static void print_nothing(int i)
{
    (void)i;
}

static void handler_of_host(void)
{
    printf("[the host's handler]\n");
}

static void handler_of_body(void)
{
    printf("[the body's handler]\n");
}

static void leave(int i)
{
    atexit(handler_of_body);
    printf("leaving");
    exit(base_status < 0 ? -base_status : base_status + i);
}

static void add(void *acc, const void *part)
{
    *(double *)acc += *(const double *)part;
}

static void scenario(void)
{
    setvbuf(stdout, NULL, mode, 4096);
    atexit(handler_of_host);
    printf("before ");
    double sum = 0;
    struct ppar_loop ppar = LOOP(N);
    const double zero = -0.0;
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, add, PPAR_PER_ITERATION);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i < slow_before)
                usleep(500);
            print(i);
            if (i >= exit_from)
                leave(i);
            ppar_step(&ppar);
        }
        ppar_commit(&ppar);
    }
    printf("never\n");
}

/* The same with a reduction that is folded before the exit. */
static void scenario_folding(void)
{
    static double sum;
    const double zero = -0.0;
    struct ppar_loop ppar = LOOP(N);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, add, PPAR_PER_CHUNK);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            sum += i;
            print(i);
            if (i >= exit_from)
                leave(i);
        }
        ppar_commit(&ppar);
    }
    printf("never\n");
}

static void check_everywhere(void (*what)(void), const char *name)
{
    static const int places[] = {0, 17, N - 1};
    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        exit_from = places[p];
        slow_before = p == 1 ? exit_from + 1 : 0;
        check_equivalent(name, what, "PPAR_SCHEDULE=dynamic,1");
        check_equivalent(name, what, "PPAR_SCHEDULE=dynamic,7");
        check_equivalent(name, what, "PPAR_SCHEDULE=static");
    }
}

static void check_statuses(void)
{
    static const int statuses[] = {0, 3, -3, -256, -259};
    print = print_text;
    mode = _IOFBF;
    slow_before = 10;
    exit_from = 9;
    for (size_t k = 0; k < sizeof statuses / sizeof *statuses; k++) {
        base_status = statuses[k];
        check_equivalent("statuses", scenario, "PPAR_SCHEDULE=dynamic,2");
    }
    base_status = 0;
}

/* One iteration exits and one is killed; the earlier one takes longer. */
static int exits_at, killed_at;

static void both_ends(void)
{
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    while (ppar_chunk(&ppar)) {
        int i = (int)ppar.first;
        printf("%d\n", i);
        if (i == (exits_at < killed_at ? exits_at : killed_at))
            usleep(50000);
        if (i == exits_at)
            exit(5);
        if (i == killed_at)
            kill(getpid(), SIGKILL);
        ppar_commit(&ppar);
    }
    printf("never\n");
}

static void check_both_ends(void)
{
    exits_at = 3;
    killed_at = 4;
    struct outcome *outcome = run(both_ends, "PPAR_WORKERS=3");
    check(outcome->status == 5 << 8, "exit, then death: status %#x", (unsigned)outcome->status);
    check_text("exit, then death", outcome->out, "0\n1\n2\n3\n");
    check_text("exit, then death", outcome->err, "");
    exits_at = 4;
    killed_at = 3;
    outcome = run(both_ends, "PPAR_WORKERS=3");
    check(outcome->status == SIGKILL, "death, then exit: status %#x", (unsigned)outcome->status);
    check_text("death, then exit", outcome->out, "0\n1\n2\n");
}

/* The exit prints nothing and its record waits for an earlier one. */
static void silent_exit(void)
{
    struct ppar_loop ppar = LOOP(2, .schedule = PPAR_DYNAMIC);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i == 1)
                exit(6);
            usleep(50000);
        }
        ppar_commit(&ppar);
    }
    printf("never\n");
}

/* SIGCHLD is ignored: how a worker has ended is not to be had from the kernel. */
static void unseen(void)
{
    signal(SIGCHLD, SIG_IGN);
    scenario();
}

/* What the body has written to a file of its own is in it. */
static int file;

static void write_file(void)
{
    struct ppar_loop ppar = LOOP(2);
    while (ppar_chunk(&ppar)) {
        if (ppar.last == 2) {
            FILE *own = fdopen(dup(file), "w");
            fprintf(own, "written");
            exit(0);
        }
        ppar_commit(&ppar);
    }
}

static void check_file(void)
{
    char text[16] = "";
    file = memfd_create("file", 0);
    run(write_file, "PPAR_WORKERS=2");
    check(pread(file, text, sizeof text - 1, 0) >= 0, "the file cannot be read");
    check_text("the body's file", text, "written");
    close(file);
}

/* A signal handler of the host calls exit while the worker waits in the middle of a record, because
 * the parent has been stopped. The record is not to be had, and what is printed is not taken for
 * one. */
static void exit_in_handler(int number)
{
    (void)number;
    for (int k = 0; k < 600000; k++)
        printf("%d garbage\n", k); /* more than what is missing of the record */
    exit(4);
}

static void stop_parent_for_a_while(void)
{
    pid_t parent = getppid();
    kill(parent, SIGSTOP);
    if (fork() == 0) {
        usleep(300000);
        kill(parent, SIGCONT);
        _exit(0);
    }
}

static void exit_while_sending(void)
{
    enum { SIZE = 4 << 20 };
    static char rows[4][SIZE];
    struct itimerval soon = {.it_value = {.tv_usec = 100000}};
    struct ppar_loop ppar = LOOP(4, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, rows, 0, sizeof rows);
    while (ppar_chunk(&ppar)) {
        printf("%llu\n", ppar.first);
        if (ppar.first == 0) {
            stop_parent_for_a_while();
            signal(SIGALRM, exit_in_handler);
            setitimer(ITIMER_REAL, &soon, NULL);
        }
        ppar_put(&ppar, 0, (long long)ppar.first * SIZE, SIZE);
        ppar_commit(&ppar);
    }
    printf("never\n");
}

static void check_exit_while_sending(void)
{
    struct outcome *outcome = run(exit_while_sending, "PPAR_WORKERS=2");
    check(outcome->status == 4 << 8, "exit while sending: status %#x", (unsigned)outcome->status);
    check(strncmp(outcome->out, "0\n0 garbage\n1 garbage\n", 22) == 0 &&
              strstr(outcome->out, "\n599999 garbage\n") ==
                  outcome->out + outcome->out_length - strlen("\n599999 garbage\n"),
          "exit while sending: \"%.80s\"", outcome->out);
    check(strstr(outcome->err, "exited with status 4 in iteration 0 ") != NULL,
          "exit while sending: \"%s\"", outcome->err);
}

int main(void)
{
    static void (*const prints[])(int) = {print_text, print_both, print_much, print_nothing};
    static const int modes[] = {_IOFBF, _IOLBF, _IONBF};
    for (size_t k = 0; k < sizeof prints / sizeof *prints; k++) {
        print = prints[k];
        mode = modes[k % 3];
        check_everywhere(scenario, "exit");
    }
    check_everywhere(scenario_folding, "exit, folding");
    check_statuses();
    exit_from = 17;
    check_equivalent("unseen", unseen, "PPAR_SCHEDULE=dynamic,2");
    check_both_ends();
    check_equivalent("silent exit", silent_exit, "PPAR_SCHEDULE=dynamic,1");
    check_file();
    check_exit_while_sending();
    return check_status();
}
