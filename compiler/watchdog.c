#include "watchdog.h"

#include "stages.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static char text[1024];
static size_t length;

static void bark(int number)
{
    (void)number;
    if (write(STDERR_FILENO, text, length) < 0)
        _exit(2);
    _exit(1);
}

static void set_timer(double seconds)
{
    struct itimerval timer = {.it_value = {.tv_sec = (time_t)seconds}};
    timer.it_value.tv_usec = (suseconds_t)(1e6 * (seconds - (double)timer.it_value.tv_sec));
    setitimer(ITIMER_PROF, &timer, NULL);
}

/* After SECONDS of processor time from now the process writes MESSAGE to stderr and ends with
 * status 1. A very long message is cut off. */
static void watchdog_start(double seconds, const char *message)
{
    struct sigaction action = {.sa_handler = bark};
    snprintf(text, sizeof text, "%s\n", message);
    length = strlen(text);
    sigaction(SIGPROF, &action, NULL);
    set_timer(seconds);
}

static void watchdog_stop(void)
{
    set_timer(0);
}

void analyse_watched(struct unit *unit, struct loop *loop)
{
    const struct place *place = &loop->stmt->place;
    double limit = unit->analysis_limit > 0 ? unit->analysis_limit : ANALYSIS_LIMIT;
    watchdog_start(limit + 5, arena_printf(unit->arena,
                                           "%s:%u:%u: error: the analysis of this loop does not "
                                           "come to an end [too-complex]",
                                           place->file, place->line, place->column));
    analyse_loop(unit, loop);
    watchdog_stop();
}
