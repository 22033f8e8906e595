/*
 * The control block of a loop: anonymous shared memory, there before the fork, gone after the loop.
 *
 * It holds the claim counter, and for each worker a slot that says what it is working on, so that
 * the parent knows which iterations were lost when a process is simply gone. A worker fills its
 * slot when it has claimed a range, before anything of it is run, and empties it after its record
 * has been written: what a slot names was this worker's. (That nothing is named does not mean that
 * nothing is lost: merge.c.) Stores of a dead process are visible to whoever has learned of the
 * death from the kernel, so relaxed ones in program order will do.
 *
 * Slots and counter lie in cache lines of their own, for they are written at every chunk.
 *
 * Iterations leave a stock by a compare-and-swap that moves `next` forward, or empties the stock.
 * While `next` is k, iteration k belongs to nobody, and as each one is handed out once, a swap that
 * finds k has found the same stock as the load before it; its end, which the owner changes only
 * while the stock is empty, was read in between. So it does not matter how long a process rests
 * between the two, or whether it dies there.
 */
#include "share.h"

#include <limits.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static size_t share_size(unsigned workers)
{
    return sizeof(struct share) + workers * sizeof(struct slot);
}

struct share *share_new(unsigned workers)
{
    void *memory =
        mmap(NULL, share_size(workers), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    struct share *share = memory;
    for (unsigned k = 0; k < workers; k++)
        atomic_store_explicit(&share->slots[k].next, EMPTY, memory_order_relaxed);
    return share;
}

void share_free(struct share *share, unsigned workers)
{
    if (share != NULL)
        munmap(share, share_size(workers));
}

static void wake(_Atomic unsigned *word)
{
    syscall(SYS_futex, word, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

/* The kernel compares the word with SEEN before it lets us sleep, so no wake-up is missed. It ends
 * all the same: a filter of system calls may have refused to wake us. */
static void sleep_on(_Atomic unsigned *word, unsigned seen)
{
    const struct timespec for_a_while = {.tv_nsec = 50000000};
    syscall(SYS_futex, word, FUTEX_WAIT, seen, &for_a_while, NULL, 0);
}

void share_open_gate(struct share *share, unsigned started)
{
    atomic_store(&share->started, started);
    wake(&share->started);
}

unsigned share_wait_at_gate(struct share *share)
{
    unsigned started;
    while ((started = atomic_load(&share->started)) == 0)
        sleep_on(&share->started, 0);
    return started;
}

void share_settle(struct share *share, unsigned number)
{
    atomic_store(&share->slots[number].is_settled, 1);
    atomic_fetch_add(&share->settled, 1);
    wake(&share->settled);
}

unsigned share_settled(struct share *share)
{
    return atomic_load(&share->settled);
}

void share_wait_for_settling(struct share *share, unsigned seen)
{
    sleep_on(&share->settled, seen);
}

void share_admit(struct share *share, unsigned count)
{
    atomic_store(&share->admitted, count);
    wake(&share->admitted);
}

void share_wait_for_admission(struct share *share, unsigned number)
{
    unsigned admitted;
    while ((admitted = atomic_load(&share->admitted)) <= number)
        sleep_on(&share->admitted, admitted);
}

void slot_renew(struct slot *slot, struct range stock)
{
    slot_set(slot, (struct range){0, 0});
    atomic_store(&slot->ending, ENDING_UNKNOWN);
    atomic_store(&slot->sending, 0);
    atomic_store(&slot->taken, 0);
    slot->crash = (struct crash){0};
    if (stock.first != stock.last)
        stock_fill(slot, stock);
}

void stock_fill(struct slot *slot, struct range range)
{
    atomic_store_explicit(&slot->end, range.last, memory_order_relaxed);
    atomic_store_explicit(&slot->next, range.first, memory_order_release);
}

struct range stock_take(struct slot *slot, uint64_t from, uint64_t size)
{
    uint64_t first = atomic_load_explicit(&slot->next, memory_order_acquire);
    while (first != EMPTY && first >= from && size > 0) {
        uint64_t end = atomic_load_explicit(&slot->end, memory_order_relaxed);
        uint64_t last = size < end - first ? first + size : end;
        if (atomic_compare_exchange_weak_explicit(&slot->next, &first, last == end ? EMPTY : last,
                                                  memory_order_acq_rel, memory_order_acquire))
            return (struct range){first, last};
    }
    return (struct range){0, 0};
}

struct range stock_look(const struct slot *slot)
{
    uint64_t first = atomic_load_explicit(&slot->next, memory_order_acquire);
    uint64_t end = atomic_load_explicit(&slot->end, memory_order_relaxed);
    return first == EMPTY || end < first ? (struct range){0, 0} : (struct range){first, end};
}

struct range slot_get(const struct slot *slot)
{
    return (struct range){
        .first = atomic_load_explicit(&slot->first, memory_order_relaxed),
        .last = atomic_load_explicit(&slot->last, memory_order_relaxed),
    };
}

void slot_set(struct slot *slot, struct range range)
{
    atomic_store_explicit(&slot->first, range.first, memory_order_relaxed);
    atomic_store_explicit(&slot->last, range.last, memory_order_relaxed);
    atomic_signal_fence(memory_order_seq_cst);
}
