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

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define NAME "ppar-results"

/* ---- which memory ------------------------------------------------------------------------- */

/* One line of the maps. */
struct mapping {
    uintptr_t start, end;
    char access[5];
    char name[64]; /* its beginning */
};

/* LINE goes on with other lines, and a mapping without a name ends before the name. */
static int parse_mapping(const char *line, struct mapping *mapping)
{
    char text[256];
    unsigned long long start, end;
    snprintf(text, sizeof text, "%.*s", (int)strcspn(line, "\n"), line);
    *mapping = (struct mapping){0};
    if (sscanf(text, "%llx-%llx %4s %*s %*s %*s %63[^\n]", &start, &end, mapping->access,
               mapping->name) < 3)
        return 0;
    mapping->start = (uintptr_t)start;
    mapping->end = (uintptr_t)end;
    return 1;
}

static int is_plain(const struct mapping *mapping)
{
    const char *name = mapping->name;
    int is_ours = strcmp(name, "/memfd:" NAME " (deleted)") == 0;
    int is_anonymous =
        *name == '\0' || strcmp(name, "[heap]") == 0 || strncmp(name, "[anon:", 6) == 0;
    return strcmp(mapping->access, "rw-p") == 0 && (is_ours || is_anonymous);
}

/* Whether all of the memory is plain. The lines ascend. */
static int are_plain(const char *maps, uintptr_t start, uintptr_t end)
{
    struct mapping mapping;
    for (const char *line = maps; start < end; line++) {
        if (!parse_mapping(line, &mapping))
            return 0;
        if (mapping.end > start) {
            if (mapping.start > start || !is_plain(&mapping))
                return 0;
            start = mapping.end;
        }
        line = strchr(line, '\n');
        if (line == NULL)
            break;
    }
    return start >= end;
}

/* The text of /proc/self/maps, to be freed, or NULL. */
static char *read_maps(void)
{
    size_t room = 65536, length = 0;
    char *text = NULL;
    int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    while (fd >= 0) {
        char *larger = realloc(text, room);
        if (larger == NULL)
            break;
        text = larger;
        ssize_t got = io_read(fd, text + length, room - 1 - length);
        if (got < 0)
            break;
        length += (size_t)got;
        text[length] = '\0';
        if (length < room - 1) {
            io_close(&fd);
            return text;
        }
        room *= 2;
    }
    io_close(&fd);
    free(text);
    return NULL;
}

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

static void *map(const struct output *output, int flags)
{
    const struct place *place = &output->place;
    return mmap(output->base + place->shared_low, (size_t)(place->shared_high - place->shared_low),
                PROT_READ | PROT_WRITE, flags | MAP_FIXED, place->file, 0);
}

/* Shares the pages, or leaves them as they are. */
static void share(struct output *output)
{
    struct place *place = &output->place;
    int64_t size = place->shared_high - place->shared_low;
    place->file = io_may_grow((uint64_t)size) ? io_memory(NAME) : -1;
    if (place->file >= 0 && ftruncate(place->file, size) == 0 &&
        map(output, MAP_SHARED) != MAP_FAILED)
        return;
    io_close(&place->file);
    forget(place);
}

/* Functions of jemalloc, mimalloc and the two tcmallocs, where they are in the program. */
extern int mallctl(const char *, void *, size_t *, void *, size_t) __attribute__((weak));
extern void *mi_malloc(size_t) __attribute__((weak));
extern void *tc_malloc(size_t) __attribute__((weak));
extern void *TCMallocInternalMalloc(size_t) __attribute__((weak));

static int counts_on_zeros(void)
{
    return mallctl != NULL || mi_malloc != NULL || tc_malloc != NULL ||
           TCMallocInternalMalloc != NULL;
}

static int handles_fatal_signals(void)
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
    if (run->ordered || run->policy.on_failure != PPAR_STOP || handles_fatal_signals() ||
        counts_on_zeros())
        return;
    for (size_t k = 0; k < run->output_count; k++) {
        struct output *output = &run->outputs[k];
        if (!find_pages(run, output))
            continue;
        uintptr_t base = (uintptr_t)output->base;
        if (maps == NULL)
            maps = read_maps();
        if (maps != NULL && are_plain(maps, base + (uintptr_t)output->place.shared_low,
                                      base + (uintptr_t)output->place.shared_high))
            share(output);
        else
            forget(&output->place);
    }
    free(maps);
}

/* When the file cannot be mapped privately: its contents become other memory, in the same place. */
static int copy_back(const struct output *output)
{
    const struct place *place = &output->place;
    size_t size = (size_t)(place->shared_high - place->shared_low);
    char *start = output->base + place->shared_low;
    void *copy = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy == MAP_FAILED)
        return -errno;
    memcpy(copy, start, size);
    if (mremap(copy, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, start) != MAP_FAILED)
        return 0;
    int error = -errno;
    munmap(copy, size);
    return error;
}

int inplace_end(struct ppar_run *run)
{
    int error = 0;
    for (size_t k = 0; k < run->output_count; k++) {
        struct output *output = &run->outputs[k];
        struct place *place = &output->place;
        if (place->shared_low == place->shared_high)
            continue;
        if (map(output, MAP_PRIVATE) == MAP_FAILED && error == 0)
            error = copy_back(output);
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
