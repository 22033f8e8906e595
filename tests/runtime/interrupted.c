/*
 * Reads and writes that signals interrupt while they wait. A timer ticks in the parent and in each
 * worker, with a handler that makes system calls fail with EINTR. stdout is a pipe that nobody
 * empties until parent and workers have been interrupted in a write: the parent in what the body
 * has written, the workers in their records, which the parent does not take meanwhile.
 *
 * write and writev are the test's own here, to count what was interrupted.
 */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { N = 12, ROW = 1 << 20, LINE = 300000, ENOUGH = 3 };

/* How often the parent and the workers were interrupted; shared by all. */
static _Atomic int *interrupted_parent, *interrupted_worker;
static pid_t parent;

static void count(long outcome)
{
    if (outcome < 0 && errno == EINTR)
        atomic_fetch_add(getpid() == parent ? interrupted_parent : interrupted_worker, 1);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    long outcome = syscall(SYS_write, fd, bytes, length);
    count(outcome);
    return outcome;
}

ssize_t writev(int fd, const struct iovec *pieces, int pieces_count)
{
    long outcome = syscall(SYS_writev, fd, pieces, pieces_count);
    count(outcome);
    return outcome;
}

static void tick(int number)
{
    (void)number;
}

static void start_timer(void)
{
    struct sigaction action = {.sa_handler = tick};
    struct itimerval often = {{0, 2000}, {0, 2000}};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
}

/* Empties the pipe into the scenario's stdout, when it is time. */
static pid_t start_reader(const int ends[2])
{
    static char piece[65536];
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    close(ends[1]);
    alarm(60); /* the scenario's own limit goes with its timer */
    while (*interrupted_parent < ENOUGH || *interrupted_worker < ENOUGH)
        usleep(1000);
    ssize_t got;
    while ((got = read(ends[0], piece, sizeof piece)) > 0) {
        if (write(STDOUT_FILENO, piece, (size_t)got) != got)
            _exit(1);
    }
    _exit(got != 0);
}

static char rows[N][ROW];

static void loop(void)
{
    static char line[LINE];
    struct ppar_loop ppar = LOOP(N, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, rows, 0, sizeof rows);
    while (ppar_chunk(&ppar)) {
        int i = (int)ppar.first;
        start_timer();
        memset(rows[i], 'a' + i, ROW);
        memset(line, 'a' + i, LINE);
        for (size_t done = 0; done < LINE;) {
            ssize_t written = write(STDOUT_FILENO, line + done, LINE - done);
            done += written > 0 ? (size_t)written : 0;
        }
        ppar_put(&ppar, 0, (long long)i * ROW, ROW);
        ppar_commit(&ppar);
    }
}

static void scenario(void)
{
    int ends[2], status = 1;
    if (pipe2(ends, O_CLOEXEC) != 0)
        abort();
    pid_t reader = start_reader(ends);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    parent = getpid();
    start_timer();
    loop();
    close(STDOUT_FILENO);
    while (waitpid(reader, &status, 0) < 0 && errno == EINTR)
        continue;
    check(status == 0, "the reader ended with %#x", (unsigned)status);
    for (int i = 0; i < N; i++)
        check(rows[i][0] == 'a' + i && memcmp(rows[i], rows[i] + 1, ROW - 1) == 0,
              "row %d is wrong", i);
}

int main(void)
{
    interrupted_parent = mmap(NULL, 2 * sizeof *interrupted_parent, PROT_READ | PROT_WRITE,
                              MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    interrupted_worker = interrupted_parent + 1;
    struct outcome *outcome = run(scenario, "PPAR_WORKERS=3");
    check(outcome->status == 0, "status %#x", (unsigned)outcome->status);
    check_text("stderr", outcome->err, "");
    check(outcome->out_length == (size_t)N * LINE, "%zu bytes of output", outcome->out_length);
    for (size_t k = 0; k < outcome->out_length; k++) {
        if (!check(outcome->out[k] == 'a' + (int)(k / LINE), "byte %zu of the output is wrong", k))
            break;
    }
    check(*interrupted_parent >= ENOUGH && *interrupted_worker >= ENOUGH,
          "interrupted: %d times in the parent, %d in workers", *interrupted_parent,
          *interrupted_worker);
    return check_status();
}
