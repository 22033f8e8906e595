/*
 * PPAR_VERIFY=5%: a twentieth of the iterations of each execution is checked, a stretch of them
 * that begins somewhere else each time, before the loop is run as always. All of it happens in
 * copies of the process: one becomes the parent of the workers, forks the serial run and the
 * witness, and compares. What it prints goes nowhere; it has the program's stderr for its report
 * alone. Nobody learns anything of it but the parent, by its status.
 */
#include "sample.h"
#include "clock.h"
#include "io.h"
#include "process.h"
#include "replay.h"
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* A stretch of the iterations becomes the whole loop. Blocks of reductions are counted from the
 * first one. Results that lie in place are all of them or none. */
static void narrow(struct ppar_run *run)
{
    struct ppar_loop *loop = run->loop;
    double wanted = run->verify * (double)loop->trips;
    uint64_t count = wanted < 2 ? 2 : (uint64_t)wanted;
    if (count > loop->trips)
        count = loop->trips;
    uint64_t left = loop->trips - count;
    uint64_t first = run->schedule.block != 0 ? 0 : (uint64_t)clock_now() / 1000 % (left + 1);
    run->gate.done = run->schedule.first = first;
    run->schedule.trips = loop->trips = first + count;
    for (size_t k = 0; k < run->output_count; k++)
        run->outputs[k].place = (struct place){0};
}

/* 1: this is a copy of the process, for a sample; 0: it has come to its end; or -errno. */
static int run_copy(struct ppar_run *run, int *messages)
{
    int status = 0;
    pid_t parent = getpid(), waited, pid = fork();
    if (pid < 0)
        return -errno;
    if (pid == 0) {
        process_end_with(parent);
        narrow(run);
        *messages = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
        if (io_silence(STDOUT_FILENO) != 0 || io_silence(STDERR_FILENO) != 0)
            _exit(EXIT_FAILURE);
        return 1;
    }
    do
        waited = waitpid(pid, &status, 0);
    while (waited < 0 && errno == EINTR);
    if (waited == pid && WIFEXITED(status) && WEXITSTATUS(status) == VERIFY_STATUS)
        exit(VERIFY_STATUS);
    return 0;
}

/* What waits in the buffer of stdout is the parent's. */
int sample_begin(struct ppar_run *run, int *messages)
{
    struct held_text held;
    if (run->verify >= 1)
        return 1;
    int outcome = replay_hold(&held);
    if (outcome == 0)
        outcome = run_copy(run, messages);
    if (outcome == 1)
        replay_forget(&held);
    else
        replay_release(&held);
    return outcome;
}
