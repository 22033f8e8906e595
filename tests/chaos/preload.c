/*
 * To be preloaded (LD_PRELOAD) into programs that ppcc has built: about two of three workers are
 * killed, at a moment that chance chooses: after some microseconds, or before, in the middle of or
 * after one of the writes by which they send what they have. A process is a worker when it ties its
 * life to its parent's, the only use that libppar has for prctl.
 */
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static int writes_left = -1; /* until this worker dies; below 0: it does not, of a write */
static int moment;           /* of that write: 0 before, 1 in the middle, 2 after */

static unsigned draw(unsigned below)
{
    static unsigned state;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    state =
        (state ^ (unsigned)now.tv_nsec ^ (unsigned)getpid() * 2654435761u) * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

static void die_in_a_while(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
    struct itimerspec when = {.it_value = {.tv_nsec = 1000 * (1 + (long)draw(5000))}};
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0)
        timer_settime(timer, 0, &when, NULL);
}

static void begin_worker(void)
{
    unsigned fate = draw(3);
    writes_left = -1;
    if (fate == 0) {
        die_in_a_while();
    } else if (fate == 1) {
        writes_left = (int)draw(6);
        moment = (int)draw(3);
    }
}

int prctl(int option, ...)
{
    unsigned long value[4];
    va_list arguments;
    va_start(arguments, option);
    for (int k = 0; k < 4; k++)
        value[k] = va_arg(arguments, unsigned long);
    va_end(arguments);
    if (option == PR_SET_PDEATHSIG)
        begin_worker();
    return (int)syscall(SYS_prctl, option, value[0], value[1], value[2], value[3]);
}

static void die_if(int now)
{
    if (now)
        kill(getpid(), SIGKILL);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    int last = writes_left >= 0 && writes_left-- == 0;
    die_if(last && moment == 0);
    if (last && moment == 1)
        length /= 2;
    ssize_t outcome = syscall(SYS_write, fd, bytes, length);
    die_if(last);
    return outcome;
}

ssize_t writev(int fd, const struct iovec *pieces, int count)
{
    int last = writes_left >= 0 && writes_left-- == 0;
    die_if(last && moment == 0);
    ssize_t outcome = syscall(SYS_writev, fd, pieces, last && moment == 1 ? 1 : count);
    die_if(last);
    return outcome;
}
