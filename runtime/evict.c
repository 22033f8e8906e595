/*
 * PPAR_MEMFREE while a loop runs.
 *
 * When less than half of what the user wants to be free is free, the youngest worker is killed, and
 * gives its memory back. What it had in its hands is run again by a new worker (retry.c), as after
 * any other death, but no iteration is to blame. The new worker is started when enough is free, or
 * when nobody else is at work: one worker stays in any case, so the loop ends.
 *
 * Memory is looked at a few times a second: finding out takes some ten files.
 */
#include "evict.h"
#include "clock.h"
#include "failure.h"
#include "message.h"
#include "process.h"
#include "quota.h"

#define LOOK_EVERY 100000000 /* nanoseconds */

static int is_at_work(const struct child *child)
{
    return child->fd >= 0 && !child->done && !child->stopped && !child->evicted;
}

/* The last one that is at work; NULL when there are not two. */
static struct child *find_youngest(struct merge *merge)
{
    struct child *youngest = NULL;
    unsigned count = 0;
    for (unsigned k = 0; k < merge->count; k++) {
        if (is_at_work(&merge->children[k])) {
            youngest = &merge->children[k];
            count++;
        }
    }
    return count > 1 ? youngest : NULL;
}

static void evict(struct ppar_run *run, struct child *child)
{
    char place[256];
    child->evicted = 1;
    merge_kill(child);
    if (process_first_time(SAID_EVICTED))
        message(
            "%s: worker %u was ended, and will be replaced: less than half of the memory is free "
            "that PPAR_MEMFREE asks for",
            failure_place(run->loop, place, sizeof place), child->number);
}

void evict_look(struct ppar_run *run)
{
    struct merge *merge = &run->merge;
    if (run->memory == 0 ||
        (merge->memory_looked != 0 && clock_now() < merge->memory_looked + LOOK_EVERY))
        return;
    uint64_t memory = quota_memory();
    merge->memory_looked = clock_now();
    merge->memory_low = memory < run->memory;
    struct child *youngest = memory < run->memory / 2 ? find_youngest(merge) : NULL;
    if (youngest != NULL)
        evict(run, youngest);
}

int evict_holds_back(const struct ppar_run *run, const struct child *child)
{
    const struct merge *merge = &run->merge;
    if (!child->evicted || !merge->memory_low)
        return 0;
    for (unsigned k = 0; k < merge->count; k++) {
        if (is_at_work(&merge->children[k]) && !merge->children[k].held)
            return 1;
    }
    return 0;
}
