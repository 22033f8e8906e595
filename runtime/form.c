/*
 * The beginning and the end of workers that stay.
 *
 * They are cloned without a signal, so that wait() does not find them; and they close whatever the
 * program has open. All their memory that they change is a mapping of its own, the crew, or on
 * their stack.
 *
 * Before the program forks, when the library is unloaded and at the program's end, they are ended,
 * and what they shared is private again. A handler of the host's that forks while they work lets
 * them finish what they have begun. Where a process is forked past all handlers, the kernel wipes a
 * mark, by which the child knows that the list is not its own.
 */
#include "affinity.h"
#include "coverage.h"
#include "crew.h"
#include "inplace.h"
#include "journal.h"
#include "member.h"
#include "message.h"
#include "omit.h"
#include "process.h"
#include "quota.h"
#include "threads.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY_MOST ((uint64_t)64 << 20) /* bytes of private memory that a crew may hold twice */
#define LOOK_AFTER  20000000             /*  in which nobody was done */
#define STACK_ROOM  65536                /* bytes that a worker needs */

/* ---- the end of a crew -------------------------------------------------------------------- */

/* Memory between two pages that nobody may touch, so that no array that seems to go on beyond its
 * end is ever shared together with it. SIZE is rounded up. */
static void *map_apart(size_t *size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    *size = (*size + page - 1) / page * page;
    char *memory = mmap(NULL, *size + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    if (mprotect(memory + page, *size, PROT_READ | PROT_WRITE) == 0)
        return memory + page;
    munmap(memory, *size + 2 * page);
    return NULL;
}

static void unmap_apart(void *memory, size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    munmap((char *)memory - page, size + 2 * page);
}

static void free_crew(struct crew *crew)
{
    if (crew->turn != NULL)
        munmap(crew->turn, crew->turn_size);
    share_free(crew->share, crew->count + 1);
    io_let_go(&crew->lifeline);
    unmap_apart(crew, crew->size);
}

void crew_forget_others(void)
{
    if (process.crews == NULL || *process.mark != 0)
        return;
    process.crews = NULL;
    process.region_count = 0;
}

/* Waits for the member, if it has ended or WAITS. Others cannot see it, so nobody else has. */
static void bury(struct member *member, int waits)
{
    siginfo_t info = {0};
    int outcome;
    do
        outcome = waitid(P_PID, (id_t)member->pid, &info, WEXITED | __WALL | (waits ? 0 : WNOHANG));
    while (outcome != 0 && errno == EINTR);
    if (outcome == 0 && info.si_pid != member->pid)
        return;
    member->is_dead = 1;
    member->status = info.si_status;
    member->code = outcome == 0 ? info.si_code : 0;
}

void crew_look_for_dead(struct crew *crew)
{
    for (unsigned k = 0; k < crew->count; k++) {
        if (!crew->members[k].is_dead)
            bury(&crew->members[k], 0);
    }
}

/* Whether somebody who lives has not ended the turn. */
static int is_at_work(struct crew *crew)
{
    uint32_t number = atomic_load(&crew->turn->number);
    crew_look_for_dead(crew);
    for (unsigned k = 0; k < crew->count; k++) {
        const struct member *member = &crew->members[k];
        if (!member->is_dead && atomic_load(&crew->turn->seats[k].ended) != number)
            return 1;
    }
    return 0;
}

void crew_wait_for_all(struct crew *crew)
{
    const struct timespec patience = {.tv_nsec = LOOK_AFTER};
    struct turn *turn = crew->turn;
    uint32_t done = atomic_load(&turn->done);
    if (done != crew->count)
        member_spin(crew, &turn->done, done);
    atomic_store(&turn->is_awaited, 1);
    while ((done = atomic_load(&turn->done)) != crew->count) {
        if (member_futex(&turn->done, FUTEX_WAIT, done, &patience) != 0 && errno != EAGAIN &&
            errno != EINTR && !is_at_work(crew))
            return;
    }
}

void crew_end_members(struct crew *crew)
{
    for (unsigned k = 0; k < crew->count; k++) {
        struct member *member = &crew->members[k];
        if (!member->is_dead)
            kill(member->pid, SIGKILL);
    }
    for (unsigned k = 0; k < crew->count; k++) {
        if (!crew->members[k].is_dead)
            bury(&crew->members[k], 1);
    }
}

/* What a handler of the host's must not find half done. */
static void hold_signals(sigset_t *before)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, before);
}

void crew_end(struct crew *crew)
{
    struct crew **place = &process.crews;
    sigset_t before;
    hold_signals(&before);
    while (*place != crew)
        place = &(*place)->next;
    *place = crew->next;
    crew_end_members(crew);
    free_crew(crew);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

/* A handler of the host's has interrupted the loop. What the members have in their hands they
 * finish, which needs nobody's help; the parent will do the rest. */
static void interrupt(struct crew *crew)
{
    uint64_t limit = atomic_load(&crew->share->limit);
    if (process.run != NULL && process.run->crew == crew) {
        atomic_store(&crew->share->limit, 0);
        crew_wait_for_all(crew);
    }
    crew_end_members(crew);
    atomic_store(&crew->share->limit, limit);
}

void crew_end_all(void)
{
    struct crew *next;
    crew_forget_others();
    for (struct crew *crew = process.crews; crew != NULL; crew = next) {
        next = crew->next;
        if (process.at_crews)
            interrupt(crew);
        else
            crew_end(crew);
    }
    int error = region_end_all();
    if (error == 0)
        return;
    message("memory that is shared with workers could not be made private: %s", strerror(-error));
    journal_end();
    _exit(EXIT_FAILURE);
}

/* The library is unloaded, or the program ends, perhaps in the middle of a loop: then nobody waits
 * for what workers have begun. */
static void at_the_end(void) __attribute__((destructor));

static void at_the_end(void)
{
    if (process.in_worker)
        return;
    crew_forget_others();
    for (struct crew *crew = process.crews; crew != NULL; crew = crew->next)
        crew_end_members(crew);
    if (process.region_count != 0)
        crew_end_all();
}

static void before_fork(void)
{
    int saved = errno;
    if (!process.in_worker)
        crew_end_all();
    errno = saved;
}

/* ---- the beginning of a crew -------------------------------------------------------------- */

/* Bytes that the workers would hold twice when the program has changed all of them. */
static uint64_t private_memory(void)
{
    char text[96];
    unsigned long long resident, shared;
    if (quota_read_file("/proc/self", "statm", text, sizeof text) != 0 ||
        sscanf(text, "%*u %llu %llu", &resident, &shared) != 2)
        return UINT64_MAX;
    return (resident - shared) * (uint64_t)sysconf(_SC_PAGESIZE);
}

static struct crew *allocate(const struct ppar_run *run)
{
    unsigned count = run->slots - 1;
    size_t size = sizeof(struct crew) + count * sizeof(struct member);
    int ends[2];
    struct crew *crew = map_apart(&size);
    if (crew == NULL)
        return NULL;
    crew->size = size;
    crew->count = count;
    crew->turn_size = sizeof(struct turn) + count * sizeof(struct seat);
    crew->share = share_new(run->slots);
    crew->pipe = -1;
    void *turn =
        mmap(NULL, crew->turn_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    crew->turn = turn != MAP_FAILED ? turn : NULL;
    if (io_pipe(ends) == 0) {
        crew->pipe = ends[0];
        (void)io_hold(&crew->lifeline, ends[1]);
    }
    if (crew->share != NULL && crew->turn != NULL && crew->lifeline.fd != 0)
        return crew;
    io_close(&crew->pipe);
    free_crew(crew);
    return NULL;
}

/* With memory of the crew's own. */
static void copy_reductions(struct crew *crew, const struct reductions *reductions)
{
    char *identity = crew->identities;
    crew->reductions = *reductions;
    crew->reductions.item = crew->items;
    for (size_t k = 0; k < reductions->count; k++) {
        struct reduction *item = &crew->items[k];
        *item = reductions->item[k];
        item->identity = memcpy(identity, item->identity, item->size);
        item->part = NULL;
        identity += item->size;
    }
}

static void identify(struct crew *crew, const struct ppar_run *run, const void *caller,
                     const struct omitted *omitted)
{
    crew->file = run->loop->file;
    crew->line = run->loop->line;
    crew->loop = run->loop;
    crew->caller = caller;
    crew->fixed_size = views_fixed(run->loop, crew->fixed);
    crew->regions = process.region_count;
    crew->span_count = omit_cut(omitted, crew->spans, views_find_spans(crew->spans));
    copy_reductions(crew, &run->reductions);
}

/* A member of the loop, with memory of its own for all that it changes. */
static void become_member(struct crew *crew, const struct ppar_run *run, unsigned number)
{
    const struct rlimit no_core = {0, 0};
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != run->parent)
        _exit(EXIT_FAILURE);
    io_close_all_but(crew->pipe);
    (void)setrlimit(RLIMIT_CORE, &no_core); /* the parent's tells more */
    process.in_worker = 1;
    process.worker = (int)number;
    process.worker_pid = getpid();
    process.run = NULL;
    crew->run = *run;
    crew->run.crew = crew;
    crew->run.share = crew->share;
    crew->run.worker = &crew->worker;
    crew->run.reductions = crew->reductions;
    crew->run.ordered = 0;
    crew->worker.number = number;
    crew->worker.slot = &crew->share->slots[number];
    process.worker_run = &crew->run;
    run->loop->run = &crew->run;
    affinity_set(run->bind, number, run->slots);
}

/* As fork, but it stays unknown to wait(), and no handler of a fork runs. */
static pid_t clone_quietly(void)
{
    return (pid_t)syscall(SYS_clone, 0ul, NULL, NULL, NULL, NULL);
}

/* 1: this is a member; 0: all are there; or -errno, and none is. */
static int start_members(struct crew *crew, struct ppar_run *run, const struct omitted *omitted)
{
    int error = 0, is_member = 0;
    unsigned started = 0;
    region_inherit(1);
    omit_leave_out(omitted);
    while (started < crew->count && error == 0 && !is_member) {
        pid_t pid = clone_quietly();
        is_member = pid == 0;
        error = pid < 0 ? -errno : 0;
        if (pid > 0)
            crew->members[started++].pid = pid;
    }
    if (is_member) {
        become_member(crew, run, started + 1);
        return 1;
    }
    region_inherit(0);
    omit_give_back(omitted);
    for (unsigned k = started; k < crew->count; k++)
        crew->members[k].is_dead = 1;
    if (error != 0)
        crew_end_members(crew);
    return error;
}

/* A page that a process has for itself, and that is zero in those that it forks. */
static int make_mark(void)
{
    size_t size = (size_t)sysconf(_SC_PAGESIZE);
    char *mark = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mark == MAP_FAILED || madvise(mark, size, MADV_WIPEONFORK) != 0)
        return 0;
    process.mark = mark;
    return 1;
}

/* What cannot be had every time is looked at before the forks. */
static int may_form(const struct ppar_run *run)
{
    uintptr_t top = (uintptr_t)(run->loop + 1), here = (uintptr_t)__builtin_frame_address(0);
    if (here > top || region_find(here - STACK_ROOM, top) != NULL)
        return 0;
    if (coverage_is_on() || inplace_allocator_objects() || threads_are_there())
        return 0;
    if (!process.forks_are_seen)
        process.forks_are_seen = make_mark() && pthread_atfork(before_fork, NULL, NULL) == 0;
    return process.forks_are_seen && views_share(run->loop);
}

/* Where there is too much of it, what the loop does not use is left out. */
static int is_small(const struct crew *crew, const struct ppar_run *run, struct omitted *omitted)
{
    uint64_t bytes = private_memory();
    omitted->count = 0;
    if (bytes <= MEMORY_MOST)
        return 1;
    omit_find(omitted, run, (struct span){(uintptr_t)crew, (uintptr_t)crew + crew->size});
    return bytes - omitted->bytes <= MEMORY_MOST || bytes < omitted->bytes;
}

int crew_can_be_given(struct crew *crew, const struct ppar_run *run)
{
    return views_can_fold(&run->reductions, crew->spans, crew->span_count) &&
           views_cut(run->loop, crew->turn, crew->spans, crew->span_count, crew->regions);
}

static struct crew *form(struct ppar_run *run, const struct config *config, const void *caller)
{
    struct omitted omitted;
    struct crew *crew = may_form(run) ? allocate(run) : NULL;
    if (crew == NULL)
        return NULL;
    int fits = is_small(crew, run, &omitted);
    if (fits)
        identify(crew, run, caller, &omitted);
    if (!fits || !crew_can_be_given(crew, run)) {
        io_close(&crew->pipe);
        free_crew(crew);
        return NULL;
    }
    run->parent = getpid();
    crew->is_sober = run->slots <= config_cpus(config);
    crew->worker.slot = &crew->share->slots[0];
    int outcome = start_members(crew, run, &omitted);
    if (outcome != 1)
        io_close(&crew->pipe);
    if (outcome < 0) {
        free_crew(crew);
        return NULL;
    }
    *process.mark = 1;
    crew->next = process.crews;
    process.crews = crew;
    return crew;
}

/* Signals stay blocked in members: a terminal's are the parent's to handle, and one that ends it
 * ends them. */
struct crew *crew_form(struct ppar_run *run, const struct config *config, const void *caller)
{
    sigset_t before;
    hold_signals(&before);
    struct crew *crew = form(run, config, caller);
    if (!process.in_worker)
        sigprocmask(SIG_SETMASK, &before, NULL);
    return crew;
}
