/*
 * Workers that start workers.
 *
 * A fork copies the page tables: 30 ms for 4 GB. One after the other the forks of 64 workers would
 * take two seconds. So where the first one was slow, each new worker starts half of those that are
 * left to whoever has started it:
 *
 *     parent      forks 4 | 2 | 1
 *     worker 4            | starts 6 | 5
 *     worker 2                | starts 3
 *     worker 6                       | starts 7
 *
 * What a worker starts is a copy of the worker before it has done anything, which is to say of the
 * parent as it was. It is the parent's child all the same (CLONE_PARENT): the parent waits for it,
 * and its death signal comes from there. The kernel writes its id into its slot before the call
 * returns, so no process is unknown to the parent, whoever dies meanwhile.
 *
 * The parent waits until no more can come: everyone that is known has started its share, or has
 * died. Those that are missing then it forks itself. Until it has taken them in, workers claim
 * nothing.
 *
 * The call is the kernel's own, where the library's fork would tell handlers and note the new
 * thread's id; the id is noted by the kernel, at the place that the library has told it. That is
 * known of glibc, and the order of the arguments of two machines. Elsewhere nothing is spread.
 */
#include "spread.h"
#include "process.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SPREAD_FROM
#define SPREAD_FROM 2000000 /* nanoseconds of a fork; starting a worker takes 0.1 ms besides */
#endif

#if defined __GLIBC__ && (defined __x86_64__ || defined __aarch64__)

int spread_pays(const struct ppar_run *run, int64_t nanoseconds)
{
    unsigned left = run->slots - run->merge.count;
    return left > 1 && run->memory == 0 && nanoseconds >= SPREAD_FROM &&
           affinity_cpus(run->bind) > 1;
}

pid_t spread_fork(_Atomic int *id)
{
    const unsigned long flags =
        CLONE_PARENT | CLONE_PARENT_SETTID | CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD;
    int *own_id = NULL;
    void *locks = NULL;
    size_t size = 0;
    if (prctl(PR_GET_TID_ADDRESS, &own_id) != 0 || own_id == NULL ||
        syscall(SYS_get_robust_list, 0, &locks, &size) != 0)
        return -ENOSYS;
#ifdef __x86_64__
    long pid = syscall(SYS_clone, flags, NULL, id, own_id, 0ul);
#else
    long pid = syscall(SYS_clone, flags, NULL, id, 0ul, own_id);
#endif
    if (pid == 0)
        (void)syscall(SYS_set_robust_list, locks, size);
    return pid < 0 ? -errno : (pid_t)pid;
}

#else

int spread_pays(const struct ppar_run *run, int64_t nanoseconds)
{
    (void)run, (void)nanoseconds;
    return 0;
}

pid_t spread_fork(_Atomic int *id)
{
    (void)id;
    return -ENOSYS;
}

#endif

/* Those from FIRST on. 1: in one of them. */
static int start_range(struct ppar_run *run, unsigned first, unsigned end, int in_worker)
{
    while (first < end) {
        unsigned middle = first + (end - first - 1) / 2;
        const struct prepared *prepared = &run->spread->prepared[middle - run->spread->first];
        struct slot *slot = &run->share->slots[middle];
        struct birth birth = {.number = middle,
                              .pipe = prepared->ends[1],
                              .capture = prepared->capture,
                              .by_worker = in_worker,
                              .starts_to = end};
        pid_t pid = worker_fork(run, &birth);
        if (pid == 0)
            return 1;
        if (pid > 0 && !in_worker)
            atomic_store(&slot->id, pid);
        end = middle;
    }
    return 0;
}

static void close_others(const struct spread *spread, unsigned number)
{
    for (unsigned k = spread->first; k < spread->end; k++) {
        struct prepared prepared = spread->prepared[k - spread->first];
        io_close(&prepared.ends[0]);
        if (k == number)
            continue;
        io_close(&prepared.ends[1]);
        io_close(&prepared.capture);
    }
}

int spread_on(struct ppar_run *run, const struct birth *birth)
{
    if (start_range(run, birth->number + 1, birth->starts_to, 1))
        return 1;
    close_others(run->spread, birth->number);
    run->spread = NULL;
    share_settle(run->share, birth->number);
    share_wait_for_admission(run->share, birth->number);
    return 0;
}

/* How many are known; or -1 if one of them may still start others. */
static int count_settled(const struct ppar_run *run, const struct spread *spread)
{
    int count = 0;
    for (unsigned k = spread->first; k < spread->end; k++) {
        const struct slot *slot = &run->share->slots[k];
        pid_t id = atomic_load(&slot->id);
        if (id != 0 && !atomic_load(&slot->is_settled) && !process_is_dead(id))
            return -1;
        count += id != 0;
    }
    return count;
}

/* One that has come while they were counted was started by one that was not done by then. So they
 * are counted until the number stays. */
static void wait_until_settled(const struct ppar_run *run, const struct spread *spread)
{
    int count = -1, before;
    do {
        unsigned seen = share_settled(run->share);
        before = count;
        count = count_settled(run, spread);
        if (count < 0)
            share_wait_for_settling(run->share, seen);
    } while (count < 0 || count != before);
}

int spread_start(struct ppar_run *run, struct spread *spread)
{
    run->spread = spread;
    if (start_range(run, spread->first, spread->end, 0))
        return 1;
    wait_until_settled(run, spread);
    for (unsigned k = spread->first; k < spread->end; k++)
        if (atomic_load(&run->share->slots[k].id) == 0 && start_range(run, k, k + 1, 0))
            return 1;
    run->spread = NULL;
    return 0;
}
