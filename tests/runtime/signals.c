/*
 * Signals to the parent, and to the whole foreground group, while workers run. The program is in a
 * process group of its own; its processes hold the write end of a pipe of the test's, whose end
 * tells that the last one is gone. Children that it leaves behind come to the test, which is told
 * the kernel so, and would be seen.
 */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WORKERS   4
#define LIMIT     100 /* milliseconds in which everything has to be gone */
#define ATTEMPTS  5   /* on a machine that has other things to do */
#define SOME_TIME 60  /* milliseconds */

enum whom { PARENT, GROUP };

static int started; /* where each worker says that it is in its long iteration */
static int out, err;
static char text[1 << 16];

static void wait_ms(long ms)
{
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    while (nanosleep(&time, &time) != 0 && errno == EINTR)
        continue;
}

static long long now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static void say_started(void)
{
    if (write(started, "s", 1) != 1)
        abort();
}

/* ---- programs ----------------------------------------------------------------------------- */

static long long_for = 30000; /* milliseconds, from iteration WORKERS on */

static void loop(void)
{
    static int results[2 * WORKERS];
    printf("before\n");
    struct ppar_loop ppar = LOOP(2 * WORKERS, .schedule = PPAR_DYNAMIC);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        int i = (int)ppar.first;
        results[i] = i + 1;
        printf("line %d\n", i);
        if (i >= WORKERS) {
            say_started();
            wait_ms(long_for);
        }
        ppar_put(&ppar, 0, 4 * i, 4);
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 2 * WORKERS; i++)
        check(results[i] == i + 1, "result %d is %d", i, results[i]);
    printf("after\n");
}

#define HALF "before\nline 0\nline 1\nline 2\nline 3\n"
#define ALL  HALF "line 4\nline 5\nline 6\nline 7\nafter\n"

static void set_handlers(void (*handler)(int), int flags)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
        sigaction(numbers[k], &action, NULL);
}

static void note(int number)
{
    (void)number;
    if (write(STDERR_FILENO, "caught\n", 7) != 7)
        abort();
}

static void caught(void)
{
    long_for = 2 * SOME_TIME;
    set_handlers(note, SA_RESTART);
    loop();
}

static void caught_without_restart(void)
{
    long_for = 2 * SOME_TIME;
    set_handlers(note, 0);
    loop();
}

static void ignored(void)
{
    long_for = 2 * SOME_TIME;
    set_handlers(SIG_IGN, 0);
    loop();
}

static void leave(int number)
{
    note(number);
    _exit(7);
}

static void leaves_in_handler(void)
{
    set_handlers(leave, 0);
    loop();
}

static void clean_up(int number)
{
    note(number);
    signal(number, SIG_DFL);
    raise(number);
}

static void dies_in_handler(void)
{
    set_handlers(clean_up, 0);
    loop();
}

static volatile sig_atomic_t raised;

static void note_raised(int number)
{
    raised = number;
}

/* What the body sends to itself is the body's. */
static void raises(void)
{
    int results[8] = {0};
    set_handlers(note_raised, SA_RESTART);
    struct ppar_loop ppar = LOOP(8);
    ppar_output(&ppar, results, 0, sizeof results);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++) {
            raised = 0;
            if (i % 2 == 0)
                raise(SIGTERM);
            else
                kill(getpid(), SIGHUP);
            results[i] = raised;
        }
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
    for (int i = 0; i < 8; i++)
        check(results[i] == (i % 2 == 0 ? SIGTERM : SIGHUP), "iteration %d raised %d", i,
              results[i]);
    say_started();
}

static void fold_for_ever(void *acc, const void *part)
{
    (void)acc, (void)part;
    say_started();
    for (;;)
        wait_ms(long_for);
}

/* The parent does not come out of a function of the user's. */
static void stuck_in_fold(void)
{
    int sum = 0, zero = 0;
    printf("before\n");
    struct ppar_loop ppar = LOOP(8);
    ppar_reduction(&ppar, &sum, sizeof sum, &zero, fold_for_ever, PPAR_PER_CHUNK);
    while (ppar_chunk(&ppar)) {
        sum++;
        ppar_commit(&ppar);
    }
}

/* The parent does not come out of a write: nobody reads. */
static void stuck_in_output(int raw)
{
    static char line[100000];
    int ends[2];
    if (pipe(ends) != 0)
        abort();
    dup2(ends[1], STDOUT_FILENO);
    memset(line, 'x', sizeof line);
    struct ppar_loop ppar = LOOP(8);
    while (ppar_chunk(&ppar)) {
        if (ppar.first == 0)
            say_started();
        if (!raw)
            fwrite(line, 1, sizeof line, stdout);
        else if (write(STDOUT_FILENO, line, sizeof line) < 0)
            abort();
        ppar_commit(&ppar);
    }
}

static void stuck_in_text(void)
{
    stuck_in_output(0);
}

static void stuck_in_raw(void)
{
    stuck_in_output(1);
}

/* A handler that runs a loop, while the parent merges one. */
static int inner[8];

static void run_loop(int number)
{
    (void)number;
    struct ppar_loop ppar = LOOP(8);
    ppar_output(&ppar, inner, 0, sizeof inner);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            inner[i]++;
        ppar_put(&ppar, 0, 4 * (long long)ppar.first, 4 * (long long)(ppar.last - ppar.first));
        ppar_commit(&ppar);
    }
}

static void loop_in_handler(void)
{
    long_for = 2 * SOME_TIME;
    set_handlers(run_loop, 0);
    loop();
    for (int i = 0; i < 8; i++)
        check(inner[i] == 1, "inner result %d is %d", i, inner[i]);
}

/* ---- the test ----------------------------------------------------------------------------- */

static pid_t start(void (*program)(void), int *gone)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        abort();
    out = memfd_create("out", MFD_CLOEXEC);
    err = memfd_create("err", MFD_CLOEXEC);
    fcntl(out, F_SETFL, O_APPEND);
    fcntl(err, F_SETFL, O_APPEND);
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        close(ends[0]);
        started = ends[1];
        check_start();
        program();
        exit(check_status());
    }
    close(ends[1]);
    *gone = ends[0];
    return pid;
}

/* Waits for COUNT letters, or the end; what is missing. */
static int await(int fd, int count)
{
    struct pollfd polled = {.fd = fd, .events = POLLIN};
    char letter;
    while (count > 0 && poll(&polled, 1, 10000) == 1 && read(fd, &letter, 1) == 1)
        count--;
    return count;
}

/* Milliseconds until all processes are gone, which may send more letters; -1: they are not. */
static long long await_end(int fd)
{
    struct pollfd polled = {.fd = fd, .events = POLLIN};
    char letters[64];
    long long start_time = now_ms();
    while (now_ms() - start_time < 5000) {
        if (poll(&polled, 1, 5000) == 1 && read(fd, letters, sizeof letters) == 0)
            return now_ms() - start_time;
    }
    return -1;
}

static const char *contents(int fd)
{
    ssize_t length = pread(fd, text, sizeof text - 1, 0);
    text[length > 0 ? length : 0] = '\0';
    return text;
}

static int has_children(void)
{
    return waitpid(-1, NULL, WNOHANG) >= 0 || errno != ECHILD;
}

enum end {
    BY_ITSELF,
    AT_ONCE,   /* all has to be gone within the time */
    BY_HANDLER /* of the host's: the kernel ends the workers, at once, but nobody waits for them */
};

static void take_children(void)
{
    while (waitpid(-1, NULL, 0) > 0)
        continue;
}

struct expected {
    const char *name;
    void (*program)(void);
    int letters;     /* workers that have to be in their long iterations */
    int status;      /* as waitpid gives it; -1: the signal's */
    const char *out; /* NULL: whatever */
    const char *err;
    enum end end;
};

static void check_signal(const struct expected *expected, int number, enum whom whom)
{
    char name[128];
    int gone, status = 0;
    long long took = -1;
    snprintf(name, sizeof name, "%s, signal %d to the %s", expected->name, number,
             whom == GROUP ? "group" : "parent");
    for (int attempt = 0;; attempt++) {
        pid_t pid = start(expected->program, &gone);
        check(await(gone, expected->letters) == 0, "%s: workers have not started", name);
        wait_ms(SOME_TIME / 2);
        kill(whom == GROUP ? -pid : pid, number);
        took = await_end(gone);
        if (took < 0)
            kill(-pid, SIGKILL);
        waitpid(pid, &status, 0);
        if (expected->end == BY_HANDLER)
            take_children();
        check(!has_children(), "%s: a child is left", name);
        close(gone);
        int is_last = expected->end == BY_ITSELF || attempt == ATTEMPTS - 1;
        if (is_last || (took >= 0 && took <= LIMIT))
            break;
        close(out);
        close(err);
    }
    check(took >= 0 && (expected->end == BY_ITSELF || took <= LIMIT), "%s: took %lld ms", name,
          took);
    int wanted = expected->status == -1 ? number : expected->status;
    check((status & ~0x80) == wanted, "%s: status %#x, not %#x", name, (unsigned)status,
          (unsigned)wanted);
    if (expected->out != NULL)
        check_text(name, contents(out), expected->out);
    check_text(name, contents(err), expected->err);
    close(out);
    close(err);
}

static void check_signals(void)
{
    static const struct expected cases[] = {
        {"default", loop, WORKERS, -1, HALF, "", AT_ONCE},
        {"caught", caught, WORKERS, 0, ALL, "caught\n", BY_ITSELF},
        {"caught, no restart", caught_without_restart, WORKERS, 0, ALL, "caught\n", BY_ITSELF},
        {"ignored", ignored, WORKERS, 0, ALL, "", BY_ITSELF},
        {"leaves in the handler", leaves_in_handler, WORKERS, 7 << 8, NULL, "caught\n", BY_HANDLER},
        {"dies in the handler", dies_in_handler, WORKERS, -1, NULL, "caught\n", BY_HANDLER},
        {"stuck in a fold", stuck_in_fold, 1, -1, NULL, "", BY_ITSELF},
        {"stuck in text", stuck_in_text, 1, -1, NULL, "", BY_ITSELF},
        {"stuck in raw output", stuck_in_raw, 1, -1, NULL, "", BY_ITSELF},
        {"a loop in the handler", loop_in_handler, WORKERS, 0, ALL, "", BY_ITSELF},
    };
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
            check_signal(&cases[k], numbers[n], PARENT);
            check_signal(&cases[k], numbers[n], GROUP);
        }
    }
}

/* A number that workers count up while they are not stopped. */
static _Atomic long *ticks;

static void counting(void)
{
    struct ppar_loop ppar = LOOP(WORKERS, .schedule = PPAR_DYNAMIC);
    while (ppar_chunk(&ppar)) {
        say_started();
        for (int k = 0; k < 200; k++) {
            wait_ms(1);
            ++*ticks;
        }
        printf("%llu\n", ppar.first);
        ppar_commit(&ppar);
    }
}

static void check_stop(int number, enum whom whom)
{
    int gone, status = 0;
    pid_t pid = start(counting, &gone);
    check(await(gone, WORKERS) == 0, "stop %d: workers have not started", number);
    kill(whom == GROUP ? -pid : pid, number);
    check(waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status) &&
              WSTOPSIG(status) == number,
          "stop %d: status %#x", number, (unsigned)status);
    wait_ms(SOME_TIME);
    long before = *ticks;
    wait_ms(SOME_TIME);
    check(*ticks == before, "stop %d: workers go on", number);
    kill(whom == GROUP ? -pid : pid, SIGCONT);
    check(await_end(gone) >= 0, "stop %d: it does not end", number);
    if (waitpid(pid, &status, WNOHANG) != pid) {
        kill(-pid, SIGKILL);
        waitpid(pid, &status, 0);
    }
    check(status == 0, "stop %d: status %#x", number, (unsigned)status);
    check_text("stop", contents(out), "0\n1\n2\n3\n");
    check_text("stop", contents(err), "");
    close(gone);
    close(out);
    close(err);
}

/* The reader of stdout is gone: the signal of the serial program, and nothing is said. */
static void closed_pipe(void)
{
    int ends[2];
    if (pipe(ends) != 0)
        abort();
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    setvbuf(stdout, NULL, _IOLBF, 4096);
    struct ppar_loop ppar = LOOP(20);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            printf("line %d\n", i);
        ppar_commit(&ppar);
    }
}

static void check_closed_pipe(const char *settings)
{
    struct outcome *serial = run(closed_pipe, "PPAR_SERIAL=1");
    struct outcome *parallel = run(closed_pipe, settings);
    check(serial->status == SIGPIPE && parallel->status == SIGPIPE, "%s: status %#x, serially %#x",
          settings, (unsigned)parallel->status, (unsigned)serial->status);
    check_text(settings, parallel->err, "");
}

static void check_raised(void)
{
    int gone, status;
    pid_t pid = start(raises, &gone);
    check(await(gone, 1) == 0, "raised: it does not end");
    waitpid(pid, &status, 0);
    check(status == 0, "raised: status %#x", (unsigned)status);
    check_text("raised", contents(err), "");
    close(gone);
}

int main(void)
{
    alarm(150);
    setenv("PPAR_WORKERS", "4", 1);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    ticks = mmap(NULL, sizeof *ticks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    check_signals();
    check_raised();
    check_stop(SIGTSTP, GROUP);
    check_stop(SIGTSTP, PARENT);
    check_closed_pipe("PPAR_OUTPUT=ordered");
    check_closed_pipe("PPAR_OUTPUT=live");
    return check_status();
}
