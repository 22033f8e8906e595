/*
 * On which CPUs workers run.
 *
 * Libraries that keep threads of their own (BLAS, OpenMP) bind the thread that uses them to one
 * CPU. Forked after that, all workers would share it. So what the process was allowed when libppar
 * was loaded is remembered, and when less is allowed at a loop, workers are given back what it was.
 * The parent's own affinity is never changed. A library that is loaded, and binds, before us cannot
 * be told from a user who asked for it.
 */
#include "affinity.h"
#include "process.h"

#include <sched.h>
#include <string.h>

static void remember(void) __attribute__((constructor));

static void remember(void)
{
    cpu_set_t *sets = process.affinity;
    process.affinity_known = sched_getaffinity(0, sizeof process.affinity, sets) == 0;
}

/* The sets that workers choose from; 0 when nobody can tell. */
static int find_cpus(enum bind bind, cpu_set_t *sets)
{
    if (bind != BIND_NONE && process.affinity_known) {
        memcpy(sets, process.affinity, sizeof process.affinity);
        return 1;
    }
    memset(sets, 0, sizeof process.affinity);
    return sched_getaffinity(0, sizeof process.affinity, sets) == 0;
}

unsigned affinity_cpus(enum bind bind)
{
    cpu_set_t sets[CPU_SETS];
    if (bind != BIND_NONE && process.cpus != 0)
        return process.cpus;
    if (!find_cpus(bind, sets))
        return 1;
    int count = CPU_COUNT_S(sizeof sets, sets);
    unsigned cpus = count < 1 ? 1 : (unsigned)count;
    if (bind != BIND_NONE && process.affinity_known)
        process.cpus = cpus;
    return cpus;
}

unsigned affinity_choose(enum bind bind, unsigned number, unsigned count, unsigned cpus)
{
    if (bind == BIND_COMPACT || count >= cpus)
        return number % cpus;
    return (unsigned)((unsigned long long)number * cpus / count);
}

/* Leaves the one with this number of those that are set. */
static void keep_one(cpu_set_t *sets, unsigned wanted)
{
    for (size_t cpu = 0; cpu < (size_t)CPU_SETS * CPU_SETSIZE; cpu++) {
        if (CPU_ISSET_S(cpu, sizeof process.affinity, sets) && wanted-- != 0)
            CPU_CLR_S(cpu, sizeof process.affinity, sets);
    }
}

void affinity_set(enum bind bind, unsigned number, unsigned count)
{
    cpu_set_t sets[CPU_SETS];
    if (bind == BIND_NONE || !find_cpus(bind, sets))
        return;
    if (bind != BIND_WIDEN)
        keep_one(sets, affinity_choose(bind, number, count, affinity_cpus(bind)));
    (void)sched_setaffinity(0, sizeof sets, sets);
}
