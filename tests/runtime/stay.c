/*
 * Workers that stay are not there for the program: wait() does not find them, descriptors are what
 * they would be, a pipe ends when the program closes it, and a child that it forks has memory of
 * its own. They end with the program, when it runs another one, and when they have long had nothing
 * to do. A worker that dies takes nothing with it, or the program.
 */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N = 200000, WORKERS = 3 };

static double x[N], y[N];

/* y[i] = f(x[i]); or, UPDATES, x[i] = f(x[i]). Iteration FATAL traps, iteration
 * KILLED ends its worker the first time. */
static void work(int updates, double w, int n, int fatal, int killed)
{
    double in_w = w;
    int is_update = updates, in_n = n, in_fatal = fatal, in_killed = killed;
    struct ppar_view views[] = {
        ppar_view(PPAR_FIXED, &is_update, 0, sizeof is_update, -1, 0),
        ppar_view(PPAR_VALUE, &in_w, 0, sizeof in_w, -1, 0),
        ppar_view(PPAR_VALUE, &in_n, 0, sizeof in_n, -1, 0),
        ppar_view(PPAR_VALUE, &in_fatal, 0, sizeof in_fatal, -1, 0),
        ppar_view(PPAR_VALUE, &in_killed, 0, sizeof in_killed, -1, 0),
        ppar_view(updates ? PPAR_UPDATE : PPAR_READ, x, 0, 8 * n, updates ? 0 : -1, 0),
        ppar_view(PPAR_WRITE, y, 0, updates ? 0 : 8 * n, updates ? -1 : 0, 0),
    };
    struct ppar_loop ppar = LOOP((unsigned long long)n);
    ppar_output(&ppar, updates ? x : y, 0, 8 * n);
    ppar_stay(&ppar, views, 7);
    while (ppar_chunk(&ppar)) {
        w = in_w;
        fatal = in_fatal;
        killed = in_killed;
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            if (i == fatal)
                __builtin_trap();
            if (i == killed && getenv("PPAR_SERIAL") == NULL && ppar_worker() != 0)
                kill(getpid(), SIGKILL);
            if (updates)
                x[i] = x[i] * w + i;
            else
                y[i] = x[i] * w + i;
        }
        if (ppar_sends(&ppar))
            ppar_put(&ppar, 0, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
}

/* From one place in the code, wherever it is called. */
static void (*volatile step)(int, double, int, int, int) = work;

static void print_sums(void)
{
    unsigned long sums[2] = {0, 0}, bits;
    for (int i = 0; i < N; i++) {
        memcpy(&bits, &x[i], sizeof bits);
        sums[0] = (sums[0] ^ bits) * 1099511628211u;
        memcpy(&bits, &y[i], sizeof bits);
        sums[1] = (sums[1] ^ bits) * 1099511628211u;
    }
    printf("%lx %lx\n", sums[0], sums[1]);
}

/* The children of process PID that live; the ids of at most ROOM of them. */
static int find_children(pid_t pid, pid_t *found, int room)
{
    char path[64];
    int count = 0;
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    FILE *children = fopen(path, "re");
    int child;
    while (children != NULL && count < room && fscanf(children, "%d", &child) == 1)
        found[count++] = (pid_t)child;
    if (children != NULL)
        fclose(children);
    return count;
}

static int count_workers(void)
{
    pid_t found[64];
    return find_children(getpid(), found, 64);
}

static int is_parallel(void)
{
    return getenv("PPAR_SERIAL") == NULL;
}

static void expect_workers(int count)
{
    int found = count_workers();
    check(!is_parallel() || found == count, "%d workers are there, not %d", found, count);
}

static void start(void)
{
    for (int i = 0; i < N; i++)
        x[i] = i % 1000;
    step(0, 0.5, N, -1, -1);
    expect_workers(WORKERS - 1);
}

/* ---- scenarios ---------------------------------------------------------------------------- */

static void changes(void)
{
    start();
    for (int k = 0; k < 30; k++) {
        x[k * 1000] = -k;
        step(0, k, N - k * 100, -1, -1);
        step(1, 0.25 * k, N / 2 + k, -1, -1);
    }
    int found = count_workers();
    check(!is_parallel() || found >= 2 * (WORKERS - 1), "%d workers for two loops", found);
    print_sums();
}

/* 'S': the process sleeps. */
static char state_of(pid_t pid)
{
    char path[64], state = '?';
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "re");
    if (file == NULL || fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
        check(0, "no state in %s", path);
    if (file != NULL)
        fclose(file);
    return state;
}

/* Whoever has nothing to do sleeps, however late it is woken for the turn before. */
static void sleeps(void)
{
    pid_t workers[64];
    start();
    int count = find_children(getpid(), workers, 64), awake = 0;
    for (int k = 0; k < 200; k++) {
        for (int n = 0; n < 20; n++)
            step(0, k, N / 100, -1, -1);
        for (int tries = 0; tries < 10; tries++) {
            usleep(2000);
            awake = 0;
            for (int w = 0; w < count; w++)
                awake += state_of(workers[w]) != 'S';
            if (awake == 0)
                break;
        }
        if (awake != 0)
            break;
    }
    check(awake == 0, "%d workers are awake", awake);
    print_sums();
}

static volatile sig_atomic_t signalled;

static void note(int number)
{
    (void)number;
    signalled++;
}

static void is_not_seen(void)
{
    int status, ends[2];
    char byte;
    signal(SIGCHLD, note);
    int before = open("/dev/null", O_RDONLY);
    close(before);
    if (pipe(ends) != 0)
        abort();
    start();
    check(wait(&status) == -1 && errno == ECHILD, "wait finds a child");
    int after = open("/dev/null", O_RDONLY);
    check(after == before + 2, "the next descriptor is %d, not %d", after, before + 2);
    close(ends[1]);
    check(read(ends[0], &byte, 1) == 0, "a pipe does not end");
    step(0, 3, N, -1, -1);
    check(signalled == 0, "SIGCHLD came");
    print_sums();
}

static void closes_everything(void)
{
    start();
    for (int fd = 3; fd < 1024; fd++)
        close(fd);
    int first = dup(1);
    for (int fd = first + 1; fd < 1000; fd++)
        dup2(first, fd);
    step(0, 2, N, -1, -1);
    pid_t child = fork();
    if (child == 0) {
        memset(y, 1, sizeof y);
        _exit(0);
    }
    waitpid(child, NULL, 0);
    print_sums();
    for (int fd = first; fd < 1000; fd++)
        check(fcntl(fd, F_GETFD) == 0, "descriptor %d has been closed", fd);
}

static void forks(void)
{
    start();
    for (int k = 0; k < 5; k++) {
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            memset(y, 1, sizeof y);
            step(0, 7, N, -1, -1);
            print_sums();
            exit(0);
        }
        waitpid(child, NULL, 0);
        expect_workers(0);
        step(0, k, N, -1, -1);
        print_sums();
    }
}

static void dies(void)
{
    start();
    step(0, 2, N, N / 3, -1);
    print_sums();
}

static void dies_updating(void)
{
    start();
    step(1, 2, N, -1, -1);
    step(1, 2, N, N - 10, -1);
    print_sums();
}

static void kill_workers(void)
{
    pid_t found[64];
    int count = is_parallel() ? find_children(getpid(), found, 64) : 0;
    while (count > 0)
        kill(found[--count], SIGKILL);
}

static void is_killed_asleep(void)
{
    start();
    step(1, 2, N, -1, -1);
    kill_workers();
    step(0, 3, N, -1, -1);
    step(1, 3, N, -1, -1);
    kill_workers();
    step(1, 4, N, -1, -1);
    print_sums();
}

/* The loop is run without those who are dead, and the next time with others. */
static void is_replaced(void)
{
    static const int expected[] = {WORKERS - 1, 0, WORKERS - 1};
    for (int k = 0; k < 3; k++) {
        step(0, k, N, -1, -1);
        expect_workers(expected[k]);
        if (k == 0)
            kill_workers();
        usleep(100000);
    }
    print_sums();
}

static void is_killed_at_work(void)
{
    start();
    step(0, 2, N, -1, N - 1);
    print_sums();
    for (int k = 0; k < 5; k++)
        step(0, k, N, -1, (N / 5) * k);
    print_sums();
}

static void is_killed_updating(void)
{
    start();
    for (int k = 0; k < 100; k++) /* until a worker has had that one */
        step(1, 2, N, -1, N - 1);
    print_sums();
}

static void *sleep_long(void *unused)
{
    (void)unused;
    pause();
    return NULL;
}

static void has_threads(void)
{
    pthread_t thread;
    start();
    pthread_create(&thread, NULL, sleep_long, NULL);
    step(0, 3, N, -1, -1);
    step(1, 3, N, -1, -1);
    print_sums();
    pthread_cancel(thread);
    pthread_join(thread, NULL);
}

static void fork_in_handler(int number)
{
    (void)number;
    signalled++;
    pid_t child = fork();
    if (child == 0) {
        x[0] = y[0] = -1;
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

/* A timer's signal comes in the middle of the loop, mostly. */
static void forks_at_work(void)
{
    struct sigaction action = {.sa_handler = fork_in_handler, .sa_flags = SA_RESTART};
    sigaction(SIGALRM, &action, NULL);
    start();
    for (int k = 0; k < 60; k++) {
        ualarm(50 + (unsigned)k * 20, 0);
        step(0, k, N, -1, -1);
    }
    while (signalled == 0)
        pause();
    ualarm(0, 0);
    print_sums();
}

enum { LARGE = 200 << 20 };

static char large[LARGE];

static void start_with(char *much)
{
    memset(much, 1, LARGE);
    for (int i = 0; i < N; i++)
        x[i] = i;
    step(0, 0.5, N, -1, -1);
}

/* Variables with static storage are the workers', too: it would be too much. */
static void lives_large(void)
{
    start_with(large);
    expect_workers(0);
    printf("%d\n", large[LARGE / 2]);
    print_sums();
}

/* Bytes of memory of a process that are its own. */
static long resident(pid_t pid)
{
    char path[64];
    long pages = 0, shared = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
    FILE *file = fopen(path, "re");
    check(file != NULL && fscanf(file, "%*d %ld %ld", &pages, &shared) == 2, "no %s", path);
    if (file != NULL)
        fclose(file);
    return (pages - shared) * sysconf(_SC_PAGESIZE);
}

/* Blocks that a loop does not use are not its workers', but children's that the program forks. */
static void leaves_out(void)
{
    pid_t workers[64];
    char *much = malloc(LARGE);
    start_with(much);
    expect_workers(WORKERS - 1);
    int count = find_children(getpid(), workers, 64);
    for (int k = 0; k < count; k++)
        check(resident(workers[k]) < LARGE / 4, "a worker has %ld bytes", resident(workers[k]));
    memset(much, 2, LARGE);
    step(1, 0.5, N, -1, -1);
    printf("%d\n", much[LARGE / 2]);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        printf("%d %d\n", much[0], much[LARGE - 1]);
        exit(0);
    }
    waitpid(child, NULL, 0);
    print_sums();
    free(much);
}

/* y[i] = 3 * to[i], which is somewhere in BLOCK. */
static void triple(double *block, int from, int n)
{
    double *in_block = block;
    int in_from = from;
    struct ppar_view views[] = {
        ppar_view(PPAR_VALUE, &in_block, 0, sizeof in_block, -1, 0),
        ppar_view(PPAR_VALUE, &in_from, 0, sizeof in_from, -1, 0),
        ppar_view(PPAR_READ, block, 8 * from, 8 * (from + n), -1, 0),
        ppar_view(PPAR_WRITE, y, 0, 8 * n, 0, 0),
    };
    struct ppar_loop ppar = LOOP((unsigned long long)n);
    ppar_output(&ppar, y, 0, 8 * n);
    ppar_stay(&ppar, views, 4);
    while (ppar_chunk(&ppar)) {
        block = in_block;
        from = in_from;
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            y[i] = 3 * block[from + i];
        if (ppar_sends(&ppar))
            ppar_put(&ppar, 0, 8 * (long long)ppar.first, 8 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
}

/* What was left out when the workers came is what the loop needs now, in another part of the block
 * and in another block. */
static void needs_what_was_left_out(void)
{
    enum { COUNT = LARGE / 8 };
    double *block = malloc(LARGE), *other = malloc(LARGE);
    for (int i = 0; i < COUNT; i++) {
        block[i] = i;
        other[i] = -i;
    }
    for (int k = 0; k < 6; k++) {
        triple(k % 3 == 2 ? other : block, k * (COUNT / 7), k % 2 == 0 ? 1000 : N);
        print_sums();
    }
    free(block);
    free(other);
}

/* What the program keeps from its children, it still does afterwards. */
static void keeps_from_children(void)
{
    unsigned char there;
    char *much = mmap(NULL, LARGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    check(madvise(much, LARGE / 2, MADV_DONTFORK) == 0, "madvise");
    start_with(much);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        printf("%d %d\n", mincore(much, 4096, &there), mincore(much + LARGE / 2, 4096, &there));
        exit(0);
    }
    waitpid(child, NULL, 0);
    printf("%d\n", much[0] + much[LARGE - 1]);
    munmap(much, LARGE);
}

/* ---- ends --------------------------------------------------------------------------------- */

static void nap(void)
{
    const struct timespec time = {.tv_nsec = 10000000};
    nanosleep(&time, NULL);
}

/* Whether the processes are gone within so many seconds. Their numbers may soon be those of others,
 * so they are held by descriptors, which can be read when the process has ended. */
static int are_gone(const pid_t *pids, int count, int seconds)
{
    struct pollfd ends[64];
    int left = 0;
    for (int k = 0; k < count; k++) {
        int fd = (int)syscall(SYS_pidfd_open, pids[k], 0);
        if (fd >= 0)
            ends[left++] = (struct pollfd){.fd = fd, .events = POLLIN};
    }
    int held = left;
    for (int k = 0; left > 0 && k < seconds * 100; k++) {
        left = held;
        if (poll(ends, (nfds_t)held, 0) >= 0)
            for (int i = 0; i < held; i++)
                left -= (ends[i].revents & POLLIN) != 0;
        nap();
    }
    for (int k = 0; k < held; k++)
        close(ends[k].fd);
    return left == 0;
}

/* A program that has workers and then does what LAST does; their ids. */
static pid_t start_program(void (*last)(void), pid_t *workers, int *count)
{
    int ends[2];
    if (pipe(ends) != 0)
        abort();
    pid_t program = fork();
    if (program == 0) {
        pid_t found[64];
        close(ends[0]);
        setenv("PPAR_STAY", "on", 1);
        setenv("PPAR_WORKERS", "3", 1);
        start();
        int number = find_children(getpid(), found, 64);
        if (write(ends[1], found, (size_t)number * sizeof *found) < 0)
            abort();
        close(ends[1]);
        last();
        _exit(0);
    }
    close(ends[1]);
    *count = (int)(read(ends[0], workers, 64 * sizeof *workers) / (ssize_t)sizeof *workers);
    close(ends[0]);
    return program;
}

static void do_nothing(void)
{
}

static void be_killed(void)
{
    raise(SIGKILL);
}

static void run_another(void)
{
    execlp("sleep", "sleep", "20", (char *)NULL);
}

static void be_idle(void)
{
    sleep(18);
}

static void check_end(const char *how, void (*last)(void), int seconds)
{
    pid_t workers[64];
    int count;
    pid_t program = start_program(last, workers, &count);
    check(count == WORKERS - 1, "%s: %d workers", how, count);
    check(are_gone(workers, count, seconds), "%s: workers are left", how);
    kill(program, SIGKILL);
    waitpid(program, NULL, 0);
}

/* SAID: a part of what it says on stderr; NULL: nothing; "": that depends. */
static void check_scenario(const char *name, void (*scenario)(void), int status, const char *said)
{
    struct outcome serial = *run(scenario, "PPAR_SERIAL=1");
    struct outcome stays = *run(scenario, "PPAR_STAY=on PPAR_WORKERS=3");
    check(stays.status == status, "%s: status %d, not %d: %s", name, stays.status, status,
          stays.err);
    if (status == serial.status)
        check_text(name, stays.out, serial.out);
    if (said == NULL)
        check_text(name, stays.err, "");
    else
        check(strstr(stays.err, said) != NULL, "%s: it said: %s", name, stays.err);
}

/* The signal of a trap. */
static int find_trap(void)
{
    int status;
    pid_t child = fork();
    if (child == 0)
        __builtin_trap();
    waitpid(child, &status, 0);
    return WTERMSIG(status);
}

int main(void)
{
    int trap = find_trap();
    check_scenario("sleeps", sleeps, 0, NULL);
    check_scenario("changes", changes, 0, NULL);
    check_scenario("not seen", is_not_seen, 0, NULL);
    check_scenario("closes everything", closes_everything, 0, NULL);
    check_scenario("forks", forks, 0, NULL);
    check_scenario("dies", dies, trap, "");
    check_scenario("dies updating", dies_updating, trap, "");
    check_scenario("killed asleep", is_killed_asleep, 0, NULL);
    check_scenario("replaced", is_replaced, 0, NULL);
    check_scenario("killed at work", is_killed_at_work, 0, "");
    check_scenario("killed updating", is_killed_updating, SIGKILL, "cannot be changed again");
    check_scenario("threads", has_threads, 0, "more than one thread");
    check_scenario("forks at work", forks_at_work, 0, NULL);
    check_scenario("large", lives_large, 0, NULL);
    check_scenario("leaves out", leaves_out, 0, NULL);
    check_scenario("needs what was left out", needs_what_was_left_out, 0, NULL);
    check_scenario("keeps from children", keeps_from_children, 0, NULL);
    check_end("ends", do_nothing, 2);
    check_end("is killed", be_killed, 2);
    check_end("exec", run_another, 8); /* before they are idle too long */
    check_end("is idle", be_idle, 16);
    return check_status();
}
