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
 *   - They are no children that wait() finds, and send no SIGCHLD (cloned without a signal).
 *   - They hold no descriptor of the program's: whoever reads from a pipe would wait for its end.
 *   - They end with the program, by the kernel's hand (PR_SET_PDEATHSIG); when it runs another one
 *     (exec), for then their pipe ends; and when they have had nothing to do for some seconds.
 *   - Before the program forks they are ended, and what they shared is private again: a child has
 *     its own memory, as ever.
 *   - Asleep they cost nothing. What the program changes of its memory after they were forked is
 *     there twice, so they stay only where that is little.
 *
 * A worker that comes when nothing is left to do is not waited for: on a busy machine that may take
 * longer than the loop. It finds that the turn is over, and waits for the next one.
 *
 * A worker that dies has left iterations half done. They are run again, by the parent, and if the
 * death was the body's fault, so dies the program, like the serial one. Where iterations change
 * what they have read that would be wrong, and the program ends as the worker did.
 *
 * The program's own handlers may run at any time in the parent, and may fork: then the workers end
 * when they have finished what they have begun, and the parent goes on alone.
 */
#include "crew.h"
#include "clock.h"
#include "failure.h"
#include "gate.h"
#include "inplace.h"
#include "journal.h"
#include "member.h"
#include "message.h"
#include "process.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define BLOCKS_EACH  8   /* for each worker, of reductions */
#define SITE_CREWS   4   /* of one loop, at most, */
#define MEMBERS_MOST 256 /*  and workers of all of them */

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
    crew_forget_others();
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
            crew_end(crew);
    }
}

/* For a new crew. Where a region is not there any more, all begin anew: its memory may be another
 * array's by now, which can be shared. */
static void make_room(const struct ppar_loop *loop)
{
    end_oldest(loop);
    if (region_are_intact())
        return;
    process.at_crews = 0; /* none is at work */
    crew_end_all();
    process.at_crews = 1;
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
        atomic_store_explicit(&slot->busy, 0, memory_order_relaxed);
    }
}

/* Whether its worker has not begun the turn, and now does not any more. */
static int end_without(struct turn *turn, struct seat *seat, uint32_t number)
{
    if (!member_begin(seat, number))
        return 0;
    atomic_store(&seat->ended, number);
    atomic_fetch_add(&turn->done, 1);
    return 1;
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
            member_futex(&seat->rest, FUTEX_WAKE, 1, NULL);
        if (was == LEFT)
            (void)end_without(turn, seat, number);
    }
}

/* There is nothing left to begin. Whoever has not come by now, since other processes have kept its
 * CPU, perhaps, is not waited for; unless it has a part of its own. It may be dead. */
static void end_without_latecomers(struct crew *crew)
{
    struct turn *turn = crew->turn;
    uint32_t number = atomic_load(&turn->number);
    int are_late = 0;
    for (unsigned k = 0; k < crew->count && turn->schedule.kind != PPAR_STATIC; k++)
        are_late |= end_without(turn, &turn->seats[k], number);
    if (are_late)
        crew_look_for_dead(crew);
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
    if (!crew_can_be_given(crew, run) || !views_load(turn))
        return 0;
    memcpy(crew->before, turn->image, turn->image_used);
    crew->began = began;
    turn->schedule = schedule_of_turn(crew, run);
    turn->rounding = rounding_get();
    reduce_freeze(&run->reductions);
    reduce_identities(&run->reductions, turn->starts);
    reduce_take(&run->reductions, crew->start);
    reset_share(crew, &turn->schedule);
    atomic_store(&turn->is_awaited, 0);
    atomic_store(&turn->done, 0);
    journal_decide(run->loop, MANNER_STAY, crew->count + 1, NULL);
    enter_in_parent(crew, run);
    wake(crew);
    member_start(run->worker);
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
    run->loop->grows_to = 0;
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
    journal_end();
    if (by_signal)
        signals_die(member->status);
    _exit(EXIT_FAILURE);
}

static void fold_all(const struct ppar_run *run)
{
    const struct schedule *schedule = &run->schedule;
    for (uint64_t k = 0; run->reductions.count != 0 && k < schedule->trips; k += schedule->block)
        reduce_fold(&run->reductions, member_fold(run, k), 0);
}

/* The parent has nothing left to do. 0: it is over, or *AGAIN. */
static int finish(struct ppar_run *run, int *again)
{
    struct crew *crew = run->crew;
    member_note_busy(run);
    member_note_turn(run, crew->began);
    end_without_latecomers(crew);
    crew_wait_for_all(crew);
    *again = !is_all_done(crew, run);
    reduce_give_back(&run->reductions, crew->start);
    if (*again) {
        crew_end_members(crew);
        report_death(crew, run);
    } else {
        views_apply(crew->turn, crew->before);
        fold_all(run);
        gate_learn_turn(run, clock_now() - crew->began);
    }
    leave_turn(run);
    if (*again || is_short(crew))
        crew_end(crew);
    return 0;
}

int crew_next(struct ppar_run *run, int *again)
{
    *again = 0;
    if (process.in_worker) {
        member_next(run);
        return 1;
    }
    return member_next_piece(run) || finish(run, again);
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
    return ROUNDING_IS_KNOWN && run->loop->view_count != 0 && config->stay != STAY_OFF &&
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
    if (crew != NULL && !is_short(crew) && give_order(crew, run, began))
        return 1;
    if (crew != NULL && !is_short(crew))
        gate_fail_turns(run);
    if (crew != NULL)
        crew_end(crew);
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
    if (!has_earned(run, config) || !gate_may_try_turns(run) || !run_may_allocate(run) ||
        run_settle(run) == 1)
        return CREW_NONE;
    make_room(run->loop);
    gate_begin_turns(run);
    crew = crew_form(run, config, caller);
    if (process.in_worker)
        return CREW_WORKER;
    if (crew == NULL)
        gate_fail_turns(run);
    return take_turn(crew, run, clock_now()) ? CREW_RUNS : CREW_NONE;
}

enum crew_state crew_begin(struct ppar_run *run, const struct config *config, const void *caller)
{
    process.at_crews = 1;
    enum crew_state state = begin(run, config, caller);
    if (state == CREW_NONE)
        process.at_crews = 0;
    return state;
}
