/*
 * Reads and writes that a timer interrupts while they wait, with nothing done yet: the call fails
 * with EINTR. The other end of the pipe moves only after some ticks, which both sides see.
 */
#include "io.h"

#include <CUnit/Basic.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LENGTH = 100000, ENOUGH = 5 };

static _Atomic int *ticks;
static char sent[LENGTH], received[LENGTH];

static void tick(int number)
{
    (void)number;
    atomic_fetch_add(ticks, 1);
}

static void start_timer(void)
{
    struct sigaction action = {.sa_handler = tick};
    struct itimerval often = {{0, 2000}, {0, 2000}};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
}

static void stop_timer(void)
{
    struct itimerval never = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &never, NULL);
}

static void wait_for_ticks(void)
{
    signal(SIGALRM, SIG_DFL);
    alarm(30);
    while (*ticks < ENOUGH)
        usleep(1000);
}

/* A pipe that takes not a byte more. Returns how many are in it. */
static size_t fill(int fd)
{
    size_t filled = 0;
    fcntl(fd, F_SETFL, O_NONBLOCK);
    while (write(fd, "x", 1) == 1)
        filled++;
    fcntl(fd, F_SETFL, 0);
    return filled;
}

/* Reads FILLED bytes that do not count, and then what is SENT, later. */
static pid_t start_reader(const int ends[2], size_t filled)
{
    *ticks = 0;
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    close(ends[1]);
    wait_for_ticks();
    while (filled > 0) {
        size_t part = filled < LENGTH ? filled : LENGTH;
        if (io_read(ends[0], received, part) != (ssize_t)part)
            _exit(1);
        filled -= part;
    }
    _exit(io_read(ends[0], received, LENGTH) != LENGTH || memcmp(sent, received, LENGTH) != 0);
}

static void check_child(pid_t pid)
{
    int status = -1;
    CU_ASSERT_EQUAL(waitpid(pid, &status, 0), pid);
    CU_ASSERT_EQUAL(status, 0);
}

static void test_write(void)
{
    int ends[2];
    CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
    pid_t reader = start_reader(ends, fill(ends[1]));
    start_timer();
    CU_ASSERT_EQUAL(io_write(ends[1], sent, LENGTH), 0);
    stop_timer();
    CU_ASSERT(*ticks >= ENOUGH);
    close(ends[0]);
    close(ends[1]);
    check_child(reader);
}

static void test_sink(void)
{
    static struct sink sink;
    int ends[2];
    CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
    pid_t reader = start_reader(ends, fill(ends[1]));
    start_timer();
    sink_init(&sink, ends[1]);
    sink_write(&sink, sent, 10);
    sink_write(&sink, sent + 10, LENGTH - 20);
    sink_write(&sink, sent + LENGTH - 10, 10);
    CU_ASSERT_EQUAL(sink_flush(&sink), 0);
    stop_timer();
    CU_ASSERT(*ticks >= ENOUGH);
    close(ends[0]);
    close(ends[1]);
    check_child(reader);
}

static void test_read(void)
{
    int ends[2];
    CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
    *ticks = 0;
    pid_t writer = fork();
    if (writer == 0) {
        wait_for_ticks();
        _exit(io_write(ends[1], sent, LENGTH) != 0);
    }
    close(ends[1]);
    start_timer();
    memset(received, 0, LENGTH);
    CU_ASSERT_EQUAL(io_read(ends[0], received, LENGTH), LENGTH);
    CU_ASSERT_EQUAL(io_read(ends[0], received, 1), 0);
    stop_timer();
    CU_ASSERT(*ticks >= ENOUGH);
    CU_ASSERT_EQUAL(memcmp(sent + 1, received + 1, LENGTH - 1), 0);
    close(ends[0]);
    check_child(writer);
}

static int is_open(int fd)
{
    return fcntl(fd, F_GETFD) >= 0;
}

/* Ranges of one and of several, and nothing beside them. */
static void test_close_range(void)
{
    for (int fd = 100; fd < 110; fd++)
        dup2(0, fd);
    io_close_range(101, 101);
    io_close_range(103, 107);
    for (int fd = 100; fd < 110; fd++)
        CU_ASSERT_EQUAL(is_open(fd), fd != 101 && !(fd >= 103 && fd <= 107));
    io_close_range(100, 100);
    io_close(&(int){102});
    io_close_range(108, 109);
}

int main(void)
{
    ticks = mmap(NULL, sizeof *ticks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int k = 0; k < LENGTH; k++)
        sent[k] = (char)(k % 251);
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("io", NULL, NULL);
    CU_add_test(suite, "an interrupted write", test_write);
    CU_add_test(suite, "an interrupted sink", test_sink);
    CU_add_test(suite, "an interrupted read", test_read);
    CU_add_test(suite, "ranges of descriptors", test_close_range);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
