/* The parent is killed, or interrupted: its workers end at once. They hold the write end of a pipe
 * of the test's, whose end tells that the last one is gone. */
#include "check.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void work_for_long(int started)
{
    struct ppar_loop ppar = LOOP(8);
    setenv("PPAR_WORKERS", "4", 1);
    while (ppar_chunk(&ppar)) {
        if (write(started, "s", 1) != 1)
            abort();
        sleep(30);
        ppar_commit(&ppar);
    }
    _exit(0);
}

static void check_end_by(int number)
{
    int ends[2], status;
    char byte;
    if (pipe(ends) != 0)
        abort();
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        work_for_long(ends[1]);
    }
    close(ends[1]);
    for (int k = 0; k < 4; k++)
        check(read(ends[0], &byte, 1) == 1, "worker %d has not started", k);
    kill(pid, number);
    waitpid(pid, &status, 0);
    check(WIFSIGNALED(status) && WTERMSIG(status) == number, "signal %d: status %#x", number,
          (unsigned)status);
    struct pollfd end = {.fd = ends[0], .events = POLLIN};
    check(poll(&end, 1, 1000) == 1 && read(ends[0], &byte, 1) == 0,
          "signal %d: a worker lives on after the parent", number);
    close(ends[0]);
}

int main(void)
{
    alarm(60);
    check_end_by(SIGKILL);
    check_end_by(SIGTERM);
    check_end_by(SIGINT);
    return check_status();
}
