/*
 * One timer that goes off twice: first the question is called off, then the program. isl_ctx_abort
 * sets a flag and may be called by a signal handler; what such a handler can reach is static.
 */
#include "deadline.h"

#include <isl/ctx.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static struct isl_ctx *volatile watched;
static volatile sig_atomic_t has_passed;
static char text[1024];
static size_t length;

static void go_off(int number)
{
    struct isl_ctx *isl = watched;
    (void)number;
    if (has_passed) {
        if (write(STDERR_FILENO, text, length) < 0)
            _exit(2);
        _exit(1);
    }
    has_passed = 1;
    if (isl)
        isl_ctx_abort(isl);
}

static struct timeval time_of(double seconds)
{
    struct timeval time = {.tv_sec = (time_t)seconds};
    time.tv_usec = (suseconds_t)(1e6 * (seconds - (double)time.tv_sec));
    return time;
}

static void set_timer(double first, double next)
{
    struct itimerval timer = {.it_value = time_of(first), .it_interval = time_of(next)};
    setitimer(ITIMER_PROF, &timer, NULL);
}

void deadline_start(double seconds, const char *message)
{
    struct sigaction action = {.sa_handler = go_off, .sa_flags = SA_RESTART};
    snprintf(text, sizeof text, "%s\n", message);
    length = strlen(text);
    has_passed = 0;
    sigaction(SIGPROF, &action, NULL);
    set_timer(seconds, DEADLINE_GRACE);
}

void deadline_stop(void)
{
    set_timer(0, 0);
    has_passed = 0;
}

bool deadline_has_passed(void)
{
    return has_passed;
}

void deadline_watch(struct isl_ctx *isl)
{
    watched = isl;
}
