/* The one mutable state of the process, and what the runtime asks about the process. */
#include "process.h"
#include "api.h"

struct process process;

int process_first_time(unsigned said)
{
    unsigned bit = 1u << said;
    int first = (process.said & bit) == 0;
    process.said |= bit;
    return first;
}

PPAR_API int ppar_worker(void)
{
    return process.worker;
}
