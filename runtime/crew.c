/*
 * Workers that stay.
 *
 * Forking costs what a processor computes in a third of a millisecond, and a fresh worker meets
 * each page of its memory for the first time. A loop that is executed again and again, as each of a
 * program's time steps, pays that each time, or is too short for workers at all. But where it is
 * known what its body reads (views.c), workers need not be forked anew: they are told what has
 * changed.
 *
 *     parent     turn 1: order | pieces | waits | ... the program goes on ... | turn 2: order | ...
 *     worker     waits | takes what has changed | pieces | done | waits       | takes ...
 *
 * The parent runs pieces, too, like every worker, so there is one process less than there are
 * workers. Pieces are handed out as ever (claim.c).
 *
 * Workers come back out of ppar_chunk in the frame in which they were forked. So they belong to one
 * call of ppar_chunk in the machine's code, to one place of the loop's structure on the stack, and
 * to values of those variables that they cannot be given. Where one of these differs they cannot
 * help.
 *
 * Nobody else is to notice them:
 *
 *   - They are no children that wait() finds, and send no SIGCHLD: they are cloned without a
 * signal.
 *   - They hold no descriptor of the program's: whoever reads from a pipe would wait for its end.
 *   - They end with the program, by the kernel's hand (PR_SET_PDEATHSIG); when it runs another one
 *     (exec), for then their pipe ends; and when they have had nothing to do for some seconds.
 *   - Before the program forks they are ended, and what they shared is private again: a child has
 *     its own memory, as ever.
 *   - Asleep they cost nothing. What the program changes of its memory after they were forked is
 *     there twice, so they stay only where that is little.
 *
 * A worker that dies has left iterations half done. They are run again, by the parent, and if the
 * death was the body's fault, so dies the program, like the serial one. Where iterations change
 * what they have read that would be wrong, and the program ends as the worker did.
 *
 * The program's own handlers may run at any time in the parent, and may fork: then the workers end
 * when they have finished what they have begun, and the parent goes on alone.
 */
#include "crew.h"
#include "affinity.h"
#include "claim.h"
#include "clock.h"
#include "coverage.h"
#include "failure.h"
#include "gate.h"
#include "inplace.h"
#include "io.h"
#include "message.h"
#include "process.h"
#include "quota.h"
#include "threads.h"
#include "views.h"
#include "worker.h"

#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <poll.h>
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

#define FOLDS        8                    /* at most */
#define MEMORY_MOST  ((uint64_t)64 << 20) /* bytes of private memory that a crew may hold twice */
#define SPIN         10000                /* nanoseconds */
#define LOOK_AFTER   20000000             /*  in which nobody was done */
#define NAP_SECONDS  1
#define NAPS         10    /* until a worker leaves */
#define PROBES       64    /* of the clock are left out */
#define BLOCKS_EACH  8     /* for each worker, of reductions */
#define STACK_ROOM   65536 /* bytes that a worker needs */
#define SITE_CREWS   4     /* of one loop, at most, */
#define MEMBERS_MOST 256   /*  and workers of all of them */

struct member {
    pid_t pid;
    int is_dead;
    int status; /* as waitid tells */
    int code;
};

/* The workers of one loop. In a mapping of its own, so that nothing that a worker writes lies where
 * the program's memory is. */
struct crew {
    struct crew *next;
    size_t size; /* of this */
    const char *file;
    int line;
    const struct ppar_loop *loop;
    const void *caller;
    char fixed[FIXED_BYTES];
    size_t fixed_size;
    struct reductions reductions; /* those of the loop, with: */
    struct reduction items[FOLDS];
    char identities[FOLD_BYTES];
    struct span spans[SPANS]; /* the workers' own memory, */
    unsigned span_count;      /*  so many */
    unsigned regions;         /* the first so many are shared with the workers */
    int is_sober; /* there is a processor for each, so that they may wait without sleeping */
    struct held lifeline; /* the pipe's end that the parent holds */
    struct turn *turn;
    size_t turn_size;
    struct share *share;
    char before[IMAGE_BYTES]; /* the image before the workers came, */
    char start[FOLD_BYTES];   /*  and the accumulators */
    int64_t began;
    struct ppar_run run;  /* in a worker */
    struct worker worker; /* of this process */
    uint32_t seen;        /* in a worker: the turn that it is in, or was in last, */
    int is_in_turn;       /*  which it is in */
    int pipe;             /* in a worker */
    unsigned count;       /* members */
    struct member members[];
};

/* ---- floating-point numbers --------------------------------------------------------------- */

#if defined __x86_64__

#define IS_POSSIBLE 1

static struct rounding get_rounding(void)
{
    unsigned short x87;
    __asm__ volatile("fnstcw %0" : "=m"(x87));
    return (struct rounding){.first = __builtin_ia32_stmxcsr(), .second = x87};
}

static void set_rounding(struct rounding rounding)
{
    unsigned short x87 = (unsigned short)rounding.second;
    __builtin_ia32_ldmxcsr((unsigned)rounding.first);
    __asm__ volatile("fldcw %0" : : "m"(x87));
}

#elif defined __aarch64__

#define IS_POSSIBLE 1

static struct rounding get_rounding(void)
{
    struct rounding rounding = {0};
    __asm__ volatile("mrs %0, fpcr" : "=r"(rounding.first));
    return rounding;
}

static void set_rounding(struct rounding rounding)
{
    __asm__ volatile("msr fpcr, %0" : : "r"(rounding.first));
}

#else

#define IS_POSSIBLE 0

static struct rounding get_rounding(void)
{
    return (struct rounding){0};
}

static void set_rounding(struct rounding rounding)
{
    (void)rounding;
}

#endif

/* ---- waiting ------------------------------------------------------------------------------ */

static long futex(_Atomic uint32_t *word, int what, uint32_t value, const struct timespec *time)
{
    return syscall(SYS_futex, word, what, value, time, NULL, 0);
}

static void relax(void)
{
#if defined __x86_64__
    __builtin_ia32_pause();
#else
    atomic_signal_fence(memory_order_seq_cst);
#endif
}

/* Whether the word is not VALUE any more, after a short while. */
static int spin_while(const struct crew *crew, const _Atomic uint32_t *word, uint32_t value)
{
    int64_t end = crew->is_sober ? clock_now() + SPIN : 0;
    do {
        for (int k = 0; k < PROBES; k++) {
            if (atomic_load(word) != value)
                return 1;
            relax();
        }
    } while (crew->is_sober && clock_now() < end);
    return atomic_load(word) != value;
}

/* ---- a worker ----------------------------------------------------------------------------- */

/* Nobody holds the other end of the pipe: the program runs another one. */
static int is_alone(const struct crew *crew)
{
    struct pollfd end = {.fd = crew->pipe, .events = POLLIN};
    return poll(&end, 1, 0) != 0;
}

static void leave_if_idle(const struct crew *crew, _Atomic uint32_t *rest, int naps)
{
    uint32_t asleep = ASLEEP;
    if ((naps >= NAPS || is_alone(crew)) && atomic_compare_exchange_strong(rest, &asleep, LEFT))
        _exit(EXIT_SUCCESS);
}

static struct seat *seat_of(const struct crew *crew)
{
    return &crew->turn->seats[crew->worker.number - 1];
}

static void wait_for_turn(struct crew *crew)
{
    const struct timespec nap = {.tv_sec = NAP_SECONDS};
    _Atomic uint32_t *rest = &seat_of(crew)->rest;
    if (!spin_while(crew, &crew->turn->number, crew->seen)) {
        atomic_store(rest, ASLEEP);
        for (int naps = 0; atomic_load(&crew->turn->number) == crew->seen;) {
            if (futex(rest, FUTEX_WAIT, ASLEEP, &nap) != 0 && errno == ETIMEDOUT)
                leave_if_idle(crew, rest, ++naps);
        }
        atomic_store(rest, AWAKE);
    }
    crew->seen = atomic_load(&crew->turn->number);
}

static void end_turn(const struct crew *crew)
{
    struct turn *turn = crew->turn;
    atomic_store(&seat_of(crew)->ended, crew->seen);
    if (atomic_fetch_add(&turn->done, 1) + 1 == crew->count && atomic_load(&turn->is_awaited))
        futex(&turn->done, FUTEX_WAKE, 1, NULL);
}

/* Begins what the order says. */
static void enter_turn(struct crew *crew)
{
    struct worker *worker = &crew->worker;
    const struct turn *turn = crew->turn;
    if (!views_take(turn)) {
        atomic_store(&seat_of(crew)->rest, DECLINED);
        end_turn(crew);
        _exit(EXIT_SUCCESS);
    }
    set_rounding(turn->rounding);
    memcpy(crew->identities, turn->starts, crew->reductions.chunk_bytes);
    crew->run.schedule = turn->schedule;
    crew->run.loop->trips = turn->schedule.trips;
    worker->lane = (struct lane){0};
    worker->ahead = 0;
    pace_start(&worker->pace);
    crew->is_in_turn = 1;
}

/* ---- both --------------------------------------------------------------------------------- */

/* With reductions, a piece is a block. */
static int next_piece(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    worker->range = claim(run);
    slot_set(worker->slot, worker->range);
    run->loop->first = worker->range.first;
    run->loop->last = worker->range.last;
    reduce_begin(&run->reductions);
    return worker->range.first != worker->range.last;
}

static char *fold_of(const struct ppar_run *run, uint64_t iteration)
{
    return run->crew->turn->folds + iteration / run->schedule.block * run->reductions.chunk_bytes;
}

void crew_commit(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    uint64_t count = worker->range.last - worker->range.first;
    uint64_t done = atomic_load_explicit(&worker->slot->done, memory_order_relaxed);
    if (run->reductions.count != 0)
        reduce_take(&run->reductions, fold_of(run, worker->range.first));
    atomic_store_explicit(&worker->slot->done, done + count, memory_order_release);
    pace_step(&worker->pace, count);
}

void crew_put(struct ppar_run *run, int output, long long offset, long long length)
{
    if (output < 0 || output >= TURN_OUTPUTS || !views_put(run->crew->turn, output, offset, length))
        abort();
}

static int next_in_worker(struct ppar_run *run)
{
    struct crew *crew = run->crew;
    while (!crew->is_in_turn || !next_piece(run)) {
        if (crew->is_in_turn)
            end_turn(crew);
        crew->is_in_turn = 0;
        wait_for_turn(crew);
        enter_turn(crew);
    }
    run->loop->sends = run->loop->takes = 1;
    return 1;
}

/* ---- the end of a crew -------------------------------------------------------------------- */

static void free_crew(struct crew *crew)
{
    if (crew->turn != NULL)
        munmap(crew->turn, crew->turn_size);
    share_free(crew->share, crew->count + 1);
    io_let_go(&crew->lifeline);
    munmap(crew, crew->size);
}

/* A process that was forked past all handlers has its parent's list. The kernel has wiped the mark
 * in it. */
static void forget_others_crews(void)
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

/* Whether somebody who lives has not ended the turn. */
static int is_at_work(struct crew *crew)
{
    uint32_t number = atomic_load(&crew->turn->number);
    for (unsigned k = 0; k < crew->count; k++) {
        struct member *member = &crew->members[k];
        if (!member->is_dead)
            bury(member, 0);
        if (!member->is_dead && atomic_load(&crew->turn->seats[k].ended) != number)
            return 1;
    }
    return 0;
}

static void wait_for_all(struct crew *crew)
{
    const struct timespec patience = {.tv_nsec = LOOK_AFTER};
    struct turn *turn = crew->turn;
    uint32_t done = atomic_load(&turn->done);
    if (done != crew->count)
        spin_while(crew, &turn->done, done);
    atomic_store(&turn->is_awaited, 1);
    while ((done = atomic_load(&turn->done)) != crew->count) {
        if (futex(&turn->done, FUTEX_WAIT, done, &patience) != 0 && errno == ETIMEDOUT &&
            !is_at_work(crew))
            return;
    }
}

static void end_members(struct crew *crew)
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

static void end_crew(struct crew *crew)
{
    struct crew **place = &process.crews;
    sigset_t before;
    hold_signals(&before);
    while (*place != crew)
        place = &(*place)->next;
    *place = crew->next;
    end_members(crew);
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
        wait_for_all(crew);
    }
    end_members(crew);
    atomic_store(&crew->share->limit, limit);
}

void crew_end_all(void)
{
    struct crew *next;
    forget_others_crews();
    for (struct crew *crew = process.crews; crew != NULL; crew = next) {
        next = crew->next;
        if (process.at_crews)
            interrupt(crew);
        else
            end_crew(crew);
    }
    int error = region_end_all();
    if (error == 0)
        return;
    message("memory that is shared with workers could not be made private: %s", strerror(-error));
    _exit(EXIT_FAILURE);
}

/* The library is unloaded, or the program ends. */
static void at_the_end(void) __attribute__((destructor));

static void at_the_end(void)
{
    if (process.crews != NULL && !process.in_worker)
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
    struct crew *crew =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (crew == MAP_FAILED)
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

static void identify(struct crew *crew, const struct ppar_run *run, const void *caller)
{
    crew->file = run->loop->file;
    crew->line = run->loop->line;
    crew->loop = run->loop;
    crew->caller = caller;
    crew->fixed_size = views_fixed(run->loop, crew->fixed);
    crew->regions = process.region_count;
    crew->span_count = views_find_spans(crew->spans);
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
static int start_members(struct crew *crew, struct ppar_run *run)
{
    int error = 0, is_member = 0;
    unsigned started = 0;
    region_inherit(1);
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
    for (unsigned k = started; k < crew->count; k++)
        crew->members[k].is_dead = 1;
    if (error != 0)
        end_members(crew);
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
    return process.forks_are_seen && views_share(run->loop) && private_memory() <= MEMORY_MOST;
}

static int can_be_given(struct crew *crew, const struct ppar_run *run)
{
    return !views_share_folds(&run->reductions) &&
           views_cut(run->loop, crew->turn, crew->spans, crew->span_count, crew->regions);
}

static struct crew *form(struct ppar_run *run, const struct config *config, const void *caller)
{
    struct crew *crew = may_form(run) ? allocate(run) : NULL;
    if (crew == NULL)
        return NULL;
    identify(crew, run, caller);
    if (!can_be_given(crew, run)) {
        io_close(&crew->pipe);
        free_crew(crew);
        return NULL;
    }
    run->parent = getpid();
    crew->is_sober = run->slots <= config_cpus(config);
    crew->worker.slot = &crew->share->slots[0];
    int outcome = start_members(crew, run);
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

/* The crew, or NULL; in a member, too. Signals stay blocked in members: a terminal's are the
 * parent's to handle, and one that ends it ends them. */
static struct crew *form_undisturbed(struct ppar_run *run, const struct config *config,
                                     const void *caller)
{
    sigset_t before;
    hold_signals(&before);
    struct crew *crew = form(run, config, caller);
    if (!process.in_worker)
        sigprocmask(SIG_SETMASK, &before, NULL);
    return crew;
}

/* ---- a turn, in the parent ---------------------------------------------------------------- */

/* There are as many as are wanted, or there is not enough to do for that many. */
static int has_size(const struct crew *crew, const struct ppar_run *run)
{
    unsigned workers = crew->count + 1;
    return run->slots == workers || (run->slots < workers && run->slots == run->loop->trips);
}

static int is_of(const struct crew *crew, const struct ppar_loop *loop)
{
    return crew->file == loop->file && crew->line == loop->line;
}

static int fits(const struct crew *crew, const struct ppar_run *run, const void *caller)
{
    char fixed[FIXED_BYTES];
    const struct ppar_loop *loop = run->loop;
    return crew->loop == loop && crew->caller == caller && is_of(crew, loop) &&
           has_size(crew, run) && reduce_equal(&crew->reductions, &run->reductions) &&
           views_fixed(loop, fixed) == crew->fixed_size &&
           memcmp(fixed, crew->fixed, crew->fixed_size) == 0;
}

static struct crew *find(const struct ppar_run *run, const void *caller)
{
    forget_others_crews();
    struct crew *crew = process.crews;
    while (crew != NULL && !fits(crew, run, caller))
        crew = crew->next;
    return crew;
}

/* The newest ones come first. A loop may need several: its function may have been compiled in more
 * than one place, or be called with this array and that in turn. */
static void end_oldest(const struct ppar_loop *loop)
{
    unsigned count = 0, members = 0;
    struct crew *next;
    for (struct crew *crew = process.crews; crew != NULL; crew = next) {
        next = crew->next;
        members += crew->count;
        count += (unsigned)is_of(crew, loop);
        if ((is_of(crew, loop) && count >= SITE_CREWS) || members > MEMBERS_MOST)
            end_crew(crew);
    }
}

static void reset_share(struct crew *crew, const struct schedule *schedule)
{
    atomic_store(&crew->share->next, 0);
    atomic_store(&crew->share->limit, schedule->trips);
    for (unsigned k = 0; k <= crew->count; k++) {
        struct slot *slot = &crew->share->slots[k];
        slot_set(slot, (struct range){0, 0});
        atomic_store_explicit(&slot->next, EMPTY, memory_order_relaxed);
        atomic_store_explicit(&slot->done, 0, memory_order_relaxed);
    }
}

/* Whoever has left is done. */
static void wake(struct crew *crew)
{
    struct turn *turn = crew->turn;
    uint32_t number = atomic_fetch_add(&turn->number, 1) + 1;
    for (unsigned k = 0; k < crew->count; k++) {
        struct seat *seat = &turn->seats[k];
        uint32_t was = atomic_load(&seat->rest);
        if (was == ASLEEP && atomic_compare_exchange_strong(&seat->rest, &was, AWAKE))
            futex(&seat->rest, FUTEX_WAKE, 1, NULL);
        if (was != LEFT)
            continue;
        atomic_store(&seat->ended, number);
        atomic_fetch_add(&turn->done, 1);
    }
}

/* With reductions in blocks of their own, or in some. */
static struct schedule schedule_of_turn(const struct crew *crew, const struct ppar_run *run)
{
    struct schedule schedule = run->schedule;
    schedule.workers = crew->count + 1;
    if (run->reductions.count != 0 && schedule.block == 0) {
        schedule_cut(&schedule, BLOCKS_EACH * (uint64_t)schedule.workers);
        schedule.whole = 1;
    }
    return schedule;
}

static void enter_in_parent(struct crew *crew, struct ppar_run *run)
{
    run->slots = crew->count + 1;
    run->schedule = crew->turn->schedule;
    run->crew = crew;
    run->share = crew->share;
    run->worker = &crew->worker;
    run->worker->lane = (struct lane){0};
    process.run = run;
    process.in_iteration = 1;
}

/* 0: they cannot run the loop now. */
static int give_order(struct crew *crew, struct ppar_run *run, int64_t began)
{
    struct turn *turn = crew->turn;
    if (!can_be_given(crew, run) || !views_load(turn))
        return 0;
    memcpy(crew->before, turn->image, turn->image_used);
    crew->began = began;
    turn->schedule = schedule_of_turn(crew, run);
    turn->rounding = get_rounding();
    reduce_freeze(&run->reductions);
    reduce_identities(&run->reductions, turn->starts);
    reduce_take(&run->reductions, crew->start);
    reset_share(crew, &turn->schedule);
    atomic_store(&turn->is_awaited, 0);
    atomic_store(&turn->done, 0);
    enter_in_parent(crew, run);
    wake(crew);
    pace_start(&run->worker->pace);
    return 1;
}

/* Whether some of its workers are not there any more. */
static int is_short(const struct crew *crew)
{
    for (unsigned k = 0; k < crew->count; k++) {
        uint32_t rest = atomic_load(&crew->turn->seats[k].rest);
        if (crew->members[k].is_dead || rest == LEFT || rest == DECLINED)
            return 1;
    }
    return 0;
}

static int is_all_done(const struct crew *crew, const struct ppar_run *run)
{
    uint64_t done = 0;
    for (unsigned k = 0; k <= crew->count; k++)
        done += atomic_load_explicit(&crew->share->slots[k].done, memory_order_acquire);
    return done == run->schedule.trips;
}

static void leave_turn(struct ppar_run *run)
{
    process.at_crews = 0;
    process.run = NULL;
    process.in_iteration = 0;
    run->crew = NULL;
    run->share = NULL;
    run->worker = NULL;
}

/* One that has died with something in its hands, or the first that has died. */
static const struct member *find_culprit(const struct crew *crew)
{
    const struct member *first = NULL;
    for (unsigned k = 0; k < crew->count; k++) {
        struct range range = slot_get(&crew->share->slots[k + 1]);
        if (crew->members[k].is_dead && (first == NULL || range.first != range.last))
            first = &crew->members[k];
    }
    return first;
}

/* Some iterations are half done. Returns if they can be run again. */
static void report_death(const struct crew *crew, const struct ppar_run *run)
{
    char place[256];
    const struct member *member = find_culprit(crew);
    int by_signal = member->code == CLD_KILLED || member->code == CLD_DUMPED;
    failure_place(run->loop, place, sizeof place);
    if (!views_are_updated(run->loop)) {
        if (process_first_time(SAID_CREW))
            message("%s: a worker that had stayed has died (%s); the loop is run again", place,
                    by_signal ? strsignal(member->status) : "it has ended");
        return;
    }
    message("%s: a worker that had stayed has died (%s), and what it has changed cannot be changed "
            "again; with PPAR_STAY=off such loops are repeated",
            place, by_signal ? strsignal(member->status) : "it has ended");
    if (by_signal)
        signals_die(member->status);
    _exit(EXIT_FAILURE);
}

static void fold_all(const struct ppar_run *run)
{
    const struct schedule *schedule = &run->schedule;
    for (uint64_t k = 0; run->reductions.count != 0 && k < schedule->trips; k += schedule->block)
        reduce_fold(&run->reductions, fold_of(run, k), 0);
}

/* The parent has nothing left to do. 0: it is over, or *AGAIN. */
static int finish(struct ppar_run *run, int *again)
{
    struct crew *crew = run->crew;
    wait_for_all(crew);
    *again = !is_all_done(crew, run);
    reduce_give_back(&run->reductions, crew->start);
    if (*again) {
        end_members(crew);
        report_death(crew, run);
    } else {
        views_apply(crew->turn, crew->before);
        fold_all(run);
        gate_learn_turn(run, clock_now() - crew->began);
    }
    leave_turn(run);
    if (*again || is_short(crew))
        end_crew(crew);
    return 0;
}

int crew_next(struct ppar_run *run, int *again)
{
    *again = 0;
    if (process.in_worker)
        return next_in_worker(run);
    return next_piece(run) || finish(run, again);
}

/* ---- the decision ------------------------------------------------------------------------- */

/* A part for each of some blocks, which fit into a turn. */
static int are_small(const struct reductions *reductions)
{
    return reductions->count <= FOLDS && reductions->each_bytes == 0 &&
           reductions->chunk_bytes <= FOLD_BYTES;
}

int crew_may(const struct ppar_run *run, const struct config *config)
{
    return IS_POSSIBLE && run->loop->view_count != 0 && config->stay != STAY_OFF &&
           run->slots > 1 && !run->ordered && are_small(&run->reductions) &&
           run->replays.count == 0 && !run->has_counters && config->memory == 0 &&
           views_are_known(run->loop);
}

static int has_earned(const struct ppar_run *run, const struct config *config)
{
    return config->stay == STAY_ON ||
           (gate_has_earned(run, 0) && gate_has_earned(run, views_to_share(run->loop)));
}

/* Whether the crew begins the loop. */
static int take_turn(struct crew *crew, struct ppar_run *run, int64_t began)
{
    if (crew == NULL)
        return 0;
    if (!is_short(crew) && give_order(crew, run, began))
        return 1;
    end_crew(crew);
    return 0;
}

static enum crew_state begin(struct ppar_run *run, const struct config *config, const void *caller)
{
    struct crew *crew = find(run, caller);
    int is_wanted = config->stay == STAY_ON || (crew != NULL && gate_wants_turn(run));
    if ((!is_wanted && (crew != NULL || !has_earned(run, config))) || inplace_handlers_object())
        return CREW_NONE;
    if (take_turn(crew, run, run->began))
        return CREW_RUNS;
    if (!has_earned(run, config) || !run_may_allocate(run) || run_settle(run) == 1)
        return CREW_NONE;
    end_oldest(run->loop);
    crew = form_undisturbed(run, config, caller);
    if (process.in_worker)
        return CREW_WORKER;
    if (take_turn(crew, run, clock_now()))
        return CREW_RUNS;
    gate_forget_turns(run);
    return CREW_NONE;
}

enum crew_state crew_begin(struct ppar_run *run, const struct config *config, const void *caller)
{
    process.at_crews = 1;
    enum crew_state state = begin(run, config, caller);
    if (state == CREW_NONE)
        process.at_crews = 0;
    return state;
}
