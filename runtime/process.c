/* The one mutable state of the process, and what the runtime asks about the process. */
#include "process.h"
#include "api.h"

#include <sys/stat.h>

struct process process;

int process_first_time(unsigned said)
{
    unsigned bit = 1u << said;
    int first = (process.said & bit) == 0;
    process.said |= bit;
    return first;
}

/* /proc/self/task has one folder for each thread; like every folder it has a link from each of
 * them, one from its parent and one from itself. One system call, and nothing to open. */
unsigned process_threads(void)
{
    struct stat tasks;
    if (stat("/proc/self/task", &tasks) != 0 || tasks.st_nlink < 3)
        return 1;
    return (unsigned)tasks.st_nlink - 2;
}

PPAR_API int ppar_worker(void)
{
    return process.worker;
}
