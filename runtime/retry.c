/*
 * Iterations whose worker has died: which of them is to blame, and what becomes of it.
 *
 * A chunk that is lost is run again, one iteration at a time, by a new worker. An iteration that
 * kills a new worker of which it was the first is known to be the one: nothing that ran before it
 * in the same process can be blamed. So a stray death (somebody's kill, no memory for a moment)
 * costs a second run of the chunk and is told in one line; a death that repeats costs two or three
 * processes for each iteration that fails:
 *
 *     worker 1    10 11 12 13 14 |            killed in chunk 10 .. 14
 *     its place   10 | 11 | 12 |              10 and 11 are sent and kept; 12 kills
 *     its place   12 |                        12 kills again, alone: it has failed
 *     its place   13 | 14 | ...               where the policy goes on
 *
 * Where reductions have blocks, the second run is that of the whole block, and the third one of its
 * iterations one by one.
 *
 * What the last of these workers has printed is all of the iteration's: where the program ends, it
 * is printed, too, as far as it had left the buffer of stdout by then.
 *
 * An iteration may fail once more for each retry. Loops with a time limit have chunks of one
 * iteration, so one that takes too long is known without being alone.
 *
 * That no iteration is applied twice, and none forgotten, rests on these invariants:
 *
 *   1. An iteration belongs to one worker at a time: by the claim, or as part of its task. Those
 * that a worker has claimed and not begun (its stock, share.c) go to whoever takes them first; what
 *      is left of them when it dies is the new worker's, or somebody's who has been faster.
 *   2. It gets another one only after its worker has ended, was waited for, and everything in its
 *      pipe was taken. What has come whole by then is not lost, and not run again.
 *   3. A record is applied whole or not at all, and none that begins before merge.next is taken.
 *   4. A new worker is forked from the parent as it is by then, with results of other iterations in
 *      it. For iteration k that is as good as the state before the loop:
 *        - what iterations before k have written, k does not read (that is what was proven); it may
 *          overwrite it, as in the serial program;
 *        - what iterations behind k have written, k may read where the loop has anti dependences.
 *          There results are merged in iteration order (run->ordered), and with k none behind it;
 *        - what k itself has written is not there, by 3, except for results in place (inplace.c),
 *          which k overwrites without having read them;
 *        - accumulators, and counters of what is appended, start each chunk from what they were
 *          before the loop (reduce.c), and elements are appended to what there was then (append.c).
 *   5. The parent runs an iteration itself (PPAR_SERIAL) when everything before it is merged and
 *      nothing behind it is: the loop is ordered then.
 *
 * A worker may die between its claim of a range and the note of it in its slot; then nobody knows
 * of the range until nobody else is left (merge.c), and a further worker gets it.
 *
 * A worker that dies with nothing in its hands is replaced, too. Where no process can live, or none
 * can be had for a while, that ends after a number of attempts without a result in between.
 */
#include "retry.h"
#include "evict.h"
#include "io.h"
#include "launch.h"

#define FRUITLESS 16 /* workers in the place of others, without a result between them */

static int is_empty(struct range range)
{
    return range.first == range.last;
}

/* A death is remembered until it is known whether the program has to tell of it. */
static void note(struct merge *merge, const struct failure *death)
{
    merge->death = *death;
    if (is_empty(death->range))
        return;
    if (merge->deaths++ == 0)
        merge->first = *death;
}

/* What the child had still to do of what is its alone. It does nothing else before its task. */
static struct range what_is_left(const struct child *child, struct range lost)
{
    if (child->task_left < child->task.last)
        return (struct range){child->task_left, child->task.last};
    return is_empty(lost) ? (struct range){child->seen, child->seen} : lost;
}

/* Whether the one iteration that is lost has failed often enough. */
static int is_convicted(struct ppar_run *run, struct child *child, const struct failure *death)
{
    uint64_t k = death->range.first;
    int is_alone = death->range.last - k == 1 && child->again && child->task.first == k;
    if (!is_alone && !death->timed_out)
        return 0;
    if (child->trial != k)
        child->deaths = 0;
    child->trial = k;
    run->merge.fruitless = 0;
    return child->deaths++ >= run->policy.retries;
}

/* The program will end because of this, unless something else has failed before it. PRINTED: what
 * it has printed before; NULL: nothing that is known. */
static void stop_at(struct ppar_run *run, const struct failure *death, struct range range,
                    int *printed)
{
    struct failure *failure = &run->merge.failure;
    if (failure->happened && failure->range.first <= range.first)
        return;
    *failure = *death;
    failure->happened = 1;
    failure->range = range;
    io_close(&run->merge.last_words);
    if (printed != NULL) {
        run->merge.last_words = *printed;
        *printed = -1;
    }
    merge_lower_limit(run, range.first);
}

static void tell_status(const struct ppar_loop *loop, const struct failure *death)
{
    uint64_t k = death->range.first;
    if (loop->status != NULL && loop->status_count > 0 && k < (uint64_t)loop->status_count)
        loop->status[k] = death->timed_out ? PPAR_TIMED_OUT : death->status;
}

/* Whether the loop goes on without the iteration that is convicted. */
static int give_up(struct ppar_run *run, struct child *child, const struct failure *death)
{
    enum fate fate = run->policy.on_failure == PPAR_SKIP ? FATE_SKIPPED : FATE_HERE;
    if (run->policy.on_failure == PPAR_STOP ||
        order_give_up(run, child, death->range.first, fate) != 0) {
        stop_at(run, death, death->range, death->timed_out ? NULL : &child->printed);
        return 0;
    }
    if (fate == FATE_SKIPPED)
        tell_status(run->loop, death);
    if (run->merge.given_up++ == 0 || death->range.first < run->merge.first.range.first)
        run->merge.first = *death;
    return 1;
}

/*
 * Which iterations of the task LEFT are run one by one. With reductions in blocks that would change
 * the result: there a block that is lost is run once more as a whole, and only if it is lost again,
 * one by one up to its end.
 */
static uint64_t find_single(const struct ppar_run *run, const struct child *child,
                            struct range left, int is_lost)
{
    const struct schedule *schedule = &run->schedule;
    if (schedule->block == 0)
        return UINT64_MAX;
    int is_again = is_lost && child->again && child->task_left < child->task.last;
    return is_again && left.first < schedule->trips ? schedule_block_end(schedule, left.first) : 0;
}

static void vacate(struct child *child, struct range task, uint64_t single_to)
{
    child->single_to = single_to;
    child->task = task;
    child->task_left = task.first;
    child->seen = task.first;
    child->vacant = 1;
}

void retry_death(struct ppar_run *run, struct child *child, const struct failure *death)
{
    struct range left = what_is_left(child, death->range);
    uint64_t single_to = find_single(run, child, left, !is_empty(death->range));
    note(&run->merge, death);
    if (!is_empty(death->range) && is_convicted(run, child, death)) {
        if (!give_up(run, child, death))
            return;
        left.first++;
    }
    vacate(child, left, single_to);
}

void retry_again(struct ppar_run *run, struct child *child, struct range range, int singly)
{
    struct range left = what_is_left(child, range);
    uint64_t single_to = find_single(run, child, left, 0);
    if (singly && single_to == 0)
        single_to = schedule_block_end(&run->schedule, left.first);
    vacate(child, left, single_to);
}

/* A child that is not there any more, or a new one; there is room for one more than were started.
 */
static struct child *find_free(struct merge *merge)
{
    for (unsigned k = 0; k < merge->count; k++) {
        if (merge->children[k].fd < 0)
            return &merge->children[k];
    }
    struct child *spare = &merge->children[merge->count];
    *spare = (struct child){.number = merge->count, .fd = -1, .printed = -1};
    merge->count++;
    return spare;
}

/* That one child at most is looked for at a time: a new one is never held, for the next iteration
 * is its own, and while it lives nothing is missing. */
void retry_missing(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    struct child *child = find_free(merge);
    child->task = (struct range){merge->next, order_first_waiting(run)};
    child->task_left = merge->next;
    child->single_to = find_single(run, child, child->task, 0);
    child->seen = merge->next;
    child->only_task = 1;
    child->rest = (struct range){0, 0};
    child->vacant = 1;
    merge->death.range = child->task;
    note(merge, &merge->death);
}

/* There will be no worker in the child's place. */
static void leave_vacant(struct ppar_run *run, struct child *child)
{
    child->vacant = 0;
    if (!is_empty(child->task) && child->task.first < run->merge.limit)
        stop_at(run, &run->merge.death, child->task, NULL);
}

int retry_fill(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    for (unsigned k = 0; k < merge->count; k++) {
        struct child *child = &merge->children[k];
        if (!child->vacant || evict_holds_back(run, child))
            continue;
        if (child->task.first >= merge->limit || merge->fruitless++ >= FRUITLESS) {
            leave_vacant(run, child);
            continue;
        }
        int outcome = launch_again(run, child);
        if (outcome == 1)
            return 1;
        child->vacant = outcome < 0;
    }
    return 0;
}
