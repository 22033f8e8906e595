/*
 * Results in place: large outputs are written straight into memory that parent and workers share
 * for the time of the loop.
 *
 *     page borders   |         |         |         |         |
 *     output            #################################
 *     sent              #######                     #####
 *     shared                   #####################
 *
 * The whole pages inside of an output become a mapping of a file in memory, before the workers are
 * forked; at the end the same file is mapped privately at the same place. Both take microseconds,
 * and afterwards the memory is what it was before: a process that the program forks later has its
 * own, free gives it back, and so on. What a chunk writes to shared pages is left out of its
 * record.
 *
 * Only outputs that the loop overwrites whole, and nobody reads before, come here (ppar_in_place):
 * so nothing has to be copied into the file; an iteration whose worker has died can be run again;
 * and no iteration sees what another one has written. Not those of loops that may go on without an
 * iteration, whose results would have to be what they were. Not while the host handles a fatal
 * signal, for its handler could see what the serial program would not have written yet.
 *
 * The memory has to be plain: private to this process, of no file but one of ours, readable and
 * writable, and no stack. /proc/self/maps tells.
 *
 * One thing is different afterwards: pages that are given back (MADV_DONTNEED) hold what the file
 * holds, where they had been zero. The C library's allocator does not count on zeros; others do,
 * and where one of these is in the program nothing is written in place.
 */
#include "inplace.h"
#include "io.h"
#include "maps.h"
#include "region.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- which part --------------------------------------------------------------------------- */

static int64_t round_up(uintptr_t address, int64_t offset, int64_t page)
{
    int64_t rest = (int64_t)((address + (uintptr_t)offset) % (uintptr_t)page);
    return rest == 0 ? offset : offset + page - rest;
}

/* What the iterations write that are still to be run. */
static void find_left(const struct ppar_run *run, const struct place *place, int64_t *low,
                      int64_t *high)
{
    int64_t each = (place->high - place->low) / (int64_t)run->schedule.trips;
    int64_t done = each * (int64_t)run->gate.done;
    *low = place->low + (place->descends ? 0 : done);
    *high = place->high - (place->descends ? done : 0);
}

/* An output whose ends are not known may lie anywhere. */
static int overlaps_another(const struct ppar_run *run, const struct output *output)
{
    for (size_t k = 0; k < run->output_count; k++) {
        const struct output *other = &run->outputs[k];
        if (other == output || other->low == other->high)
            continue;
        if (other->rows != NULL || !ppar_apart(output->base, output->low, output->high, other->base,
                                               other->low, other->high))
            return 1;
    }
    return 0;
}

/* The whole pages of what is left. */
static int find_pages(const struct ppar_run *run, struct output *output)
{
    struct place *place = &output->place;
    int64_t page = sysconf(_SC_PAGESIZE), low, high;
    uint64_t trips = run->schedule.trips;
    if (place->high - place->low < IN_PLACE_LEAST || output->rows != NULL || trips > INT64_MAX ||
        (uint64_t)(place->high - place->low) % trips != 0)
        return 0;
    find_left(run, place, &low, &high);
    low = round_up((uintptr_t)output->base, low, page);
    high = round_up((uintptr_t)output->base, high - page + 1, page);
    if (high - low < IN_PLACE_LEAST || overlaps_another(run, output))
        return 0;
    place->shared_low = low;
    place->shared_high = high;
    return 1;
}

/* ---- mapping ------------------------------------------------------------------------------ */

static void forget(struct place *place)
{
    place->shared_low = place->shared_high = 0;
}

/* Shares the pages, or leaves them as they are. */
static void share(struct output *output)
{
    struct place *place = &output->place;
    int64_t size = place->shared_high - place->shared_low;
    place->file = io_may_grow((uint64_t)size) ? io_memory(MAPS_OURS) : -1;
    if (place->file >= 0 && ftruncate(place->file, size) == 0 &&
        mmap(output->base + place->shared_low, (size_t)size, PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_FIXED, place->file, 0) != MAP_FAILED)
        return;
    io_close(&place->file);
    forget(place);
}

/* Functions of jemalloc, mimalloc and the two tcmallocs, where they are in the program. */
extern int mallctl(const char *, void *, size_t *, void *, size_t) __attribute__((weak));
extern void *mi_malloc(size_t) __attribute__((weak));
extern void *tc_malloc(size_t) __attribute__((weak));
extern void *TCMallocInternalMalloc(size_t) __attribute__((weak));

int inplace_allocator_objects(void)
{
    return mallctl != NULL || mi_malloc != NULL || tc_malloc != NULL ||
           TCMallocInternalMalloc != NULL;
}

int inplace_handlers_object(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t k = 0; k < sizeof signals / sizeof *signals; k++) {
        struct sigaction action;
        if (sigaction(signals[k], NULL, &action) != 0 || action.sa_handler != SIG_DFL)
            return 1;
    }
    return 0;
}

void inplace_begin(struct ppar_run *run)
{
    char *maps = NULL;
    if (run->ordered || run->policy.on_failure != PPAR_STOP || inplace_handlers_object() ||
        inplace_allocator_objects())
        return;
    for (size_t k = 0; k < run->output_count; k++) {
        struct output *output = &run->outputs[k];
        if (!find_pages(run, output))
            continue;
        uintptr_t base = (uintptr_t)output->base;
        if (maps == NULL)
            maps = maps_read();
        if (maps != NULL && maps_are_plain(maps, base + (uintptr_t)output->place.shared_low,
                                           base + (uintptr_t)output->place.shared_high))
            share(output);
        else
            forget(&output->place);
    }
    maps_free(maps);
}

int inplace_end(struct ppar_run *run)
{
    int error = 0;
    for (size_t k = 0; k < run->output_count; k++) {
        struct output *output = &run->outputs[k];
        struct place *place = &output->place;
        if (place->shared_low == place->shared_high)
            continue;
        int outcome = region_make_private(output->base + place->shared_low,
                                          (size_t)(place->shared_high - place->shared_low),
                                          place->file, 0, PROT_READ | PROT_WRITE);
        error = error != 0 ? error : outcome;
        io_close(&place->file);
        forget(place);
    }
    return error;
}

double inplace_bytes(const struct ppar_run *run)
{
    double bytes = 0;
    if (run->ordered || run->policy.on_failure != PPAR_STOP)
        return 0;
    for (size_t k = 0; k < run->output_count; k++) {
        const struct place *place = &run->outputs[k].place;
        int64_t size = place->high - place->low;
        if (size >= IN_PLACE_LEAST)
            bytes += (double)size;
    }
    return bytes / (double)run->schedule.trips;
}
