/*
 * What a worker that stays does, piece by piece and turn by turn; and the parent, which takes part.
 *
 *     waits for a turn | takes what has changed | piece | piece | ... | has ended the turn | waits
 *
 * It spins for some microseconds, then sleeps on a word of its own. When it has slept for a second
 * it looks whether the parent still holds the other end of the pipe, and after some such naps it
 * leaves.
 */
#include "member.h"
#include "claim.h"
#include "clock.h"
#include "crew.h"
#include "journal.h"
#include "process.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SPIN        10000 /* nanoseconds */
#define NAP_SECONDS 1
#define NAPS        10 /* until a worker leaves */
#define PROBES      64 /* of the clock are left out */

/* ---- waiting ------------------------------------------------------------------------------ */

long member_futex(_Atomic uint32_t *word, int what, uint32_t value, const struct timespec *time)
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

int member_spin(const struct crew *crew, const _Atomic uint32_t *word, uint32_t value)
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

/* ---- pieces ------------------------------------------------------------------------------- */

/* With reductions, a piece is a block. */
int member_next_piece(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    worker->range = claim(run);
    slot_set(worker->slot, worker->range);
    run->loop->first = worker->range.first;
    run->loop->last = worker->range.last;
    reduce_begin(&run->reductions);
    claim_growth(run);
    return worker->range.first != worker->range.last;
}

void member_start(struct worker *worker)
{
    pace_start(&worker->pace);
    worker->started = worker->pace.looked;
}

void member_note_busy(const struct ppar_run *run)
{
    const struct worker *worker = run->worker;
    atomic_store_explicit(&worker->slot->busy, (uint64_t)(clock_now() - worker->started),
                          memory_order_relaxed);
}

void member_note_turn(const struct ppar_run *run, int64_t began)
{
    struct event event = {.began = began, .worker = run->worker->number};
    if (process.journal == NULL)
        return;
    event.last = atomic_load_explicit(&run->worker->slot->done, memory_order_relaxed);
    event.ended = event.sent = clock_now();
    journal_add(EVENT_TURN, &event);
}

char *member_fold(const struct ppar_run *run, uint64_t iteration)
{
    return run->crew->turn->folds + iteration / run->schedule.block * run->reductions.chunk_bytes;
}

void crew_commit(struct ppar_run *run)
{
    struct worker *worker = run->worker;
    claim_grown(run);
    uint64_t count = worker->range.last - worker->range.first;
    uint64_t done = atomic_load_explicit(&worker->slot->done, memory_order_relaxed);
    if (run->reductions.count != 0)
        reduce_take(&run->reductions, member_fold(run, worker->range.first));
    atomic_store_explicit(&worker->slot->done, done + count, memory_order_release);
    pace_step(&worker->pace, count);
}

void crew_put(struct ppar_run *run, int output, long long offset, long long length)
{
    if (output < 0 || output >= TURN_OUTPUTS || !views_put(run->crew->turn, output, offset, length))
        abort();
}

/* ---- turns -------------------------------------------------------------------------------- */

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

/* A worker that has long not run may come with the number of a turn that is over, and others behind
 * it, too. */
int member_begin(struct seat *seat, uint32_t turn)
{
    uint32_t before = atomic_load(&seat->begun);
    int is_later = (int32_t)(turn - before) > 0;
    return is_later && atomic_compare_exchange_strong(&seat->begun, &before, turn);
}

static struct seat *seat_of(const struct crew *crew)
{
    return &crew->turn->seats[crew->worker.number - 1];
}

/* Sleeps until there is another turn. A parent that is late may wake it for the turn that it has
 * just ended. */
static void sleep_until_turn(const struct crew *crew)
{
    const struct timespec nap = {.tv_sec = NAP_SECONDS};
    _Atomic uint32_t *rest = &seat_of(crew)->rest;
    int naps = 0;
    atomic_store(rest, ASLEEP);
    while (atomic_load(&crew->turn->number) == crew->seen) {
        if (member_futex(rest, FUTEX_WAIT, ASLEEP, &nap) != 0 && errno != EAGAIN && errno != EINTR)
            leave_if_idle(crew, rest, ++naps);
        atomic_store(rest, ASLEEP);
    }
    atomic_store(rest, AWAKE);
}

/* For the next turn that has not been ended without this worker. */
static void wait_for_turn(struct crew *crew)
{
    do {
        if (!member_spin(crew, &crew->turn->number, crew->seen))
            sleep_until_turn(crew);
        crew->seen = atomic_load(&crew->turn->number);
    } while (!member_begin(seat_of(crew), crew->seen));
}

static void end_turn(const struct crew *crew)
{
    struct turn *turn = crew->turn;
    if (crew->is_in_turn) {
        member_note_busy(&crew->run);
        member_note_turn(&crew->run, crew->worker.started);
    }
    atomic_store(&seat_of(crew)->ended, crew->seen);
    if (atomic_fetch_add(&turn->done, 1) + 1 == crew->count && atomic_load(&turn->is_awaited))
        member_futex(&turn->done, FUTEX_WAKE, 1, NULL);
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
    rounding_set(turn->rounding);
    memcpy(crew->identities, turn->starts, crew->reductions.chunk_bytes);
    crew->run.schedule = turn->schedule;
    crew->run.loop->trips = turn->schedule.trips;
    worker->lane = (struct lane){0};
    worker->ahead = 0;
    member_start(worker);
    crew->is_in_turn = 1;
}

void member_next(struct ppar_run *run)
{
    struct crew *crew = run->crew;
    while (!crew->is_in_turn || !member_next_piece(run)) {
        if (crew->is_in_turn)
            end_turn(crew);
        crew->is_in_turn = 0;
        wait_for_turn(crew);
        enter_turn(crew);
    }
    run->loop->sends = run->loop->takes = 1;
}
