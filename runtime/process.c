/* The one mutable state of the process, and what the runtime asks about the process. */
#include "process.h"
#include "api.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct process process;

int process_first_time(unsigned said)
{
    uint64_t bit = UINT64_C(1) << said;
    int first = (process.said & bit) == 0;
    process.said |= bit;
    return first;
}

/* The parent may have died before the kernel was asked. */
void process_end_with(pid_t parent)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
}

int process_is_dead(pid_t pid)
{
    siginfo_t info = {0};
    int outcome = waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT);
    return outcome == 0 ? info.si_pid == pid : errno == ECHILD;
}

PPAR_API int ppar_worker(void)
{
    return process.worker;
}
