/*
 * The host after a loop is the host before it: descriptors, mappings, children, signals, errno,
 * environment, the positions of its streams; with whatever it has closed or ignored.
 */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int results[50];

static void loop(void)
{
    struct ppar_loop ppar = LOOP(50);
    memset(results, 0, sizeof results);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            results[i] = i + 1;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 50; i++)
        check(results[i] == i + 1, "result %d is %d", i, results[i]);
}

/* Bytes in /proc/self/maps, shared ("rw-s") or private. Mappings beside each other may be one line,
 * so lines would tell nothing. */
static long long count_mapped(char wanted)
{
    char line[512], kind;
    unsigned long long from, to;
    long long count = 0;
    FILE *maps = fopen("/proc/self/maps", "re");
    while (fgets(line, sizeof line, maps) != NULL) {
        if (sscanf(line, "%llx-%llx %*3c%c", &from, &to, &kind) == 3 && kind == wanted)
            count += (long long)(to - from);
    }
    fclose(maps);
    return count;
}

static int has_children(void)
{
    return !(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

/* The allocator of a sanitizer maps memory as it goes along, some 0.8 MB in a hundred loops; a
 * buffer that each loop forgets, 64 KB for each of three workers, would be 19 MB. */
static void resources(void)
{
    loop();
    int descriptors = count_descriptors();
    long long shared = count_mapped('s'), private = count_mapped('p');
    for (int k = 0; k < 100; k++)
        loop();
    check(count_descriptors() == descriptors, "descriptors: %d, before %d", count_descriptors(),
          descriptors);
    check(count_mapped('s') == shared, "shared: %lld, before %lld", count_mapped('s'), shared);
    check(count_mapped('p') <= private + (4 << 20), "private: %lld, before %lld", count_mapped('p'),
          private);
    check(!has_children(), "a child is left");
}

static volatile sig_atomic_t handled;

static void handler(int number)
{
    (void)number;
    handled++;
}

static void check_signals_same(const struct sigaction *before)
{
    for (int number = 1; number < 32; number++) {
        struct sigaction after;
        if (sigaction(number, NULL, &after) == 0)
            check(after.sa_handler == before[number].sa_handler &&
                      after.sa_flags == before[number].sa_flags,
                  "the handler of signal %d has changed", number);
    }
}

static void signals(void)
{
    struct sigaction before[32];
    sigset_t mask, mask_after;
    signal(SIGUSR1, handler);
    signal(SIGCHLD, handler);
    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR2);
    sigaddset(&mask, SIGTERM);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    for (int number = 1; number < 32; number++)
        sigaction(number, NULL, &before[number]);
    loop();
    check_signals_same(before);
    sigprocmask(SIG_SETMASK, NULL, &mask_after);
    check(memcmp(&mask, &mask_after, sizeof(long)) == 0, "the signal mask has changed");
}

/* A handler that takes every child's status away. */
static void reaper(int number)
{
    int saved = errno;
    (void)number;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        handled++;
    errno = saved;
}

static void children_reaped_by_host(void)
{
    signal(SIGCHLD, reaper);
    loop();
    loop();
}

static void children_ignored(void)
{
    signal(SIGCHLD, SIG_IGN);
    loop();
    loop();
    struct sigaction no_wait = {.sa_handler = SIG_DFL, .sa_flags = SA_NOCLDWAIT};
    sigaction(SIGCHLD, &no_wait, NULL);
    loop();
}

/* Signals that arrive all the time interrupt every system call there is. */
static void interrupted(void)
{
    struct sigaction action = {.sa_handler = handler};
    sigaction(SIGUSR1, &action, NULL);
    pid_t parent = getpid(), pid = fork();
    if (pid == 0) {
        for (;;) {
            usleep(50);
            if (kill(parent, SIGUSR1) != 0)
                _exit(0);
        }
    }
    for (int k = 0; k < 50; k++)
        loop();
    kill(pid, SIGKILL);
    check(waitpid(pid, NULL, 0) == pid, "the host's child is gone");
}

static void own_children(void)
{
    int status;
    pid_t early = fork();
    if (early == 0)
        _exit(42);
    usleep(20000);
    loop();
    check(waitpid(early, &status, 0) == early && WEXITSTATUS(status) == 42,
          "the host's child was waited for by the runtime");
}

/* What may not be readable (here: certainly is not) fails inside of ppar_commit. */
static void error_number(void)
{
    struct ppar_loop ppar = LOOP(10);
    errno = E2BIG;
    ppar_output(&ppar, (void *)4096, 0, 80);
    check(errno == E2BIG, "ppar_output changes errno");
    while (ppar_chunk(&ppar)) {
        check(errno == E2BIG, "errno in the worker is %d", errno);
        ppar_put_maybe(&ppar, 0, 8 * (long long)ppar.first, 8);
        ppar_commit(&ppar);
        check(errno == E2BIG, "errno after ppar_commit is %d", errno);
    }
    check(errno == E2BIG, "errno after the loop is %d", errno);
}

static void closed(int first, int last)
{
    for (int fd = first; fd <= last; fd++)
        close(fd);
    loop();
    for (int fd = first; fd <= last; fd++)
        check(fcntl(fd, F_GETFD) < 0, "descriptor %d is open after the loop", fd);
}

static void closed_0(void)
{
    closed(0, 0);
}

static void closed_0_and_1(void)
{
    closed(0, 1);
}

static void closed_1(void)
{
    closed(1, 1);
}

static void closed_all(void)
{
    closed(0, 2);
}

/* In a body, no descriptor of the runtime survives an exec, and none is low. Errors are told by the
 * status: stderr may be closed. */
static void descriptors_in_body(void)
{
    char ours[200];
    for (int fd = 0; fd < 200; fd++)
        ours[fd] = fcntl(fd, F_GETFD) >= 0;
    struct ppar_loop ppar = LOOP(4);
    while (ppar_chunk(&ppar)) {
        for (int fd = 0; fd < 200; fd++) {
            int flags = fcntl(fd, F_GETFD);
            if (!ours[fd] && flags >= 0 && (fd < 3 || (flags & FD_CLOEXEC) == 0))
                _exit(100 + fd);
        }
        ppar_commit(&ppar);
    }
}

/* A worker has its pipe and its output, nothing of the other workers, and all that the host has,
 * which lies scattered among theirs. */
static void descriptors_of_workers(void)
{
    char ours[200];
    for (int k = 1; k < 10; k++)
        dup2(0, 5 * k);
    for (int fd = 0; fd < 200; fd++)
        ours[fd] = fcntl(fd, F_GETFD) >= 0;
    struct ppar_loop ppar = LOOP(40, .schedule = PPAR_STATIC);
    while (ppar_chunk(&ppar)) {
        int more = 0;
        for (int fd = 0; fd < 200; fd++) {
            int is_open = fcntl(fd, F_GETFD) >= 0;
            more += is_open && !ours[fd];
            check(is_open || !ours[fd], "worker %d lacks descriptor %d", ppar_worker(), fd);
        }
        check(more <= 2, "worker %d has %d descriptors more than the host", ppar_worker(), more);
        ppar_commit(&ppar);
    }
}

static void many_workers(void)
{
    setenv("PPAR_WORKERS", "40", 1);
    descriptors_of_workers();
}

static void descriptors_0_closed(void)
{
    close(0);
    descriptors_in_body();
}

static void descriptors_all_closed(void)
{
    close(0);
    close(1);
    close(2);
    descriptors_in_body();
}

static void stream_position(void)
{
    char line[16];
    FILE *file = tmpfile();
    for (int k = 0; k < 3000; k++)
        fprintf(file, "%d\n", k);
    rewind(file);
    for (int k = 0; k < 3000; k++) {
        if (k % 500 == 0)
            loop();
        check(fgets(line, sizeof line, file) != NULL && atoi(line) == k, "line %d is \"%s\"", k,
              line);
    }
    fclose(file);
}

/* What waits in another stream's buffer comes once, also when a body calls fflush(NULL). */
static void other_streams(void)
{
    char text[64] = "";
    FILE *file = tmpfile();
    fputs("once", file);
    struct ppar_loop ppar = LOOP(6);
    while (ppar_chunk(&ppar)) {
        fflush(NULL);
        ppar_commit(&ppar);
    }
    rewind(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    check(length == 4, "the file holds \"%s\"", text);
    fclose(file);
}

/* What a body has written to a stream that it leaves open is in the file after the loop. */
static void streams_left_open(void)
{
    int files[6];
    for (int i = 0; i < 6; i++)
        files[i] = fileno(tmpfile());
    struct ppar_loop ppar = LOOP(6, .schedule = PPAR_STATIC);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            fprintf(fdopen(files[i], "w"), "%d", i);
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 6; i++) {
        char text[8] = "";
        check(pread(files[i], text, sizeof text - 1, 0) == 1 && text[0] == '0' + i,
              "file %d holds \"%s\"", i, text);
    }
}

static void environment(void)
{
    setenv("OPENBLAS_NUM_THREADS", "3", 1);
    unsetenv("OMP_NUM_THREADS");
    struct ppar_loop ppar = LOOP(6);
    while (ppar_chunk(&ppar)) {
        check(strcmp(getenv("OMP_NUM_THREADS"), "1") == 0, "threads are not limited");
        check(strcmp(getenv("OPENBLAS_NUM_THREADS"), "3") == 0, "the user's limit is not kept");
        ppar_commit(&ppar);
    }
    check(getenv("OMP_NUM_THREADS") == NULL, "the parent's environment has changed");
}

/* Forks of a large process (a sanitizer's) take milliseconds: as often as there is time for. */
static void many_times(void)
{
    time_t end = time(NULL) + 5;
    for (int k = 0; k < 1000 && time(NULL) < end; k++)
        loop();
}

/* Everything again, with nothing said. */
static const struct {
    const char *name;
    void (*scenario)(void);
} scenarios[] = {
    {"resources", resources},
    {"signals", signals},
    {"children reaped by the host", children_reaped_by_host},
    {"children ignored", children_ignored},
    {"interrupted", interrupted},
    {"own children", own_children},
    {"errno", error_number},
    {"closed 0", closed_0},
    {"closed 0 and 1", closed_0_and_1},
    {"closed 1", closed_1},
    {"closed all", closed_all},
    {"descriptors in the body", descriptors_in_body},
    {"descriptors of workers", descriptors_of_workers},
    {"descriptors of many workers", many_workers},
    {"descriptors, 0 closed", descriptors_0_closed},
    {"descriptors, all closed", descriptors_all_closed},
    {"stream position", stream_position},
    {"other streams", other_streams},
    {"streams left open", streams_left_open},
    {"environment", environment},
    {"many times", many_times},
};

int main(void)
{
    for (size_t k = 0; k < sizeof scenarios / sizeof *scenarios; k++) {
        struct outcome *outcome = run(scenarios[k].scenario, "PPAR_WORKERS=3");
        check(outcome->status == 0, "%s: status %#x", scenarios[k].name, (unsigned)outcome->status);
        check_text(scenarios[k].name, outcome->err, "");
    }
    return check_status();
}
