/*
 * Memory that stays shared between the executions of loops, so that workers that stay find what the
 * program has changed, and the program what they have written.
 *
 * The whole pages inside of an array become a shared mapping of a file in memory, with the contents
 * that they had. For the program they are memory as before: free, realloc, munmap do with them what
 * they always do. That is why nobody may count on a region without having looked: the kernel tells
 * what is mapped at an address (PROCMAP_QUERY, where it has that; else /proc/self/maps).
 *
 * A process that the program forks must get a copy of its own. So before every fork (crew.c) all
 * regions become private mappings of the same files, in one step each; where a file is not open any
 * more, because the program has closed what it did not know, its contents are copied.
 *
 * Whoever forks by system call, past all handlers, has a child without the regions, which would end
 * at a touch of them rather than change its parent's memory.
 *
 * The descriptors have large numbers, for a program may count on getting the smallest ones.
 */
#include "region.h"
#include "io.h"
#include "maps.h"
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- asking the kernel -------------------------------------------------------------------- */

/* struct procmap_query of Linux 6.11, for older headers. */
struct query {
    uint64_t size, flags, address;
    uint64_t start, end, access, page_size, offset, inode;
    uint32_t device_major, device_minor, name_size, build_id_size;
    uint64_t name, build_id;
};

#define QUERY        _IOWR('f', 17, struct query)
#define QUERY_READ   1u
#define QUERY_WRITE  2u
#define QUERY_SHARED 8u

/* The mapping at ADDRESS; 0 or -errno. */
static int ask(uintptr_t address, struct query *query)
{
    *query = (struct query){.size = sizeof *query, .address = address};
    if (process.maps.fd == 0)
        (void)io_hold(&process.maps, open("/proc/self/maps", O_RDONLY | O_CLOEXEC));
    return process.maps.fd != 0 && ioctl(process.maps.fd, QUERY, query) == 0 ? 0 : -errno;
}

static int look_up(const struct region *region)
{
    struct mapping mapping;
    char *maps = maps_read();
    int found = 0;
    for (const char *line = maps; line != NULL && !found; line = maps_next(line))
        found = maps_parse(line, &mapping) && mapping.start <= region->start &&
                mapping.end >= region->end && mapping.inode == region->file.inode &&
                maps_is_ours(&mapping) && strncmp(mapping.access, "rw", 2) == 0 &&
                mapping.access[3] == 's' && mapping.offset == region->start - mapping.start;
    maps_free(maps);
    return found;
}

int region_is_intact(const struct region *region)
{
    const unsigned wanted = QUERY_READ | QUERY_WRITE | QUERY_SHARED;
    struct query query;
    int error = ask(region->start, &query);
    if (error == -ENOENT) /* nothing is mapped there */
        return 0;
    if (error != 0)
        return look_up(region);
    return query.start <= region->start && query.end >= region->end &&
           query.inode == region->file.inode && (query.access & wanted) == wanted &&
           query.offset == region->start - query.start;
}

int region_are_intact(void)
{
    for (unsigned k = 0; k < process.region_count; k++) {
        if (!region_is_intact(&process.regions[k]))
            return 0;
    }
    return 1;
}

/* ---- beginning ---------------------------------------------------------------------------- */

const struct region *region_find(uintptr_t start, uintptr_t end)
{
    const struct region *first = NULL;
    for (unsigned k = 0; k < process.region_count; k++) {
        const struct region *region = &process.regions[k];
        if (region->start < end && start < region->end &&
            (first == NULL || region->start < first->start))
            first = region;
    }
    return first;
}

/* Maps the file, which has the contents of the pages, in their place. */
static int map(const struct region *region)
{
    size_t size = region->end - region->start;
    int error = io_write(region->file.fd, (const void *)region->start, size);
    if (error == 0 && mmap((void *)region->start, size, PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_FIXED, region->file.fd, 0) == MAP_FAILED)
        error = -errno;
    return error;
}

int region_share(uintptr_t start, uintptr_t end)
{
    struct region region = {.start = start, .end = end};
    if (process.region_count == REGIONS)
        return -ENOSPC;
    if (!io_may_grow(end - start))
        return -EFBIG;
    int error = io_hold(&region.file, io_memory(MAPS_OURS));
    if (error == 0)
        error = map(&region);
    if (error != 0)
        io_let_go(&region.file);
    else
        process.regions[process.region_count++] = region;
    return error;
}

void region_inherit(int inherits)
{
    for (unsigned k = 0; k < process.region_count; k++) {
        const struct region *region = &process.regions[k];
        (void)madvise((void *)region->start, region->end - region->start,
                      inherits ? MADV_DOFORK : MADV_DONTFORK);
    }
}

/* ---- end ---------------------------------------------------------------------------------- */

/* The contents become other memory, in the same place. */
static int copy(char *start, size_t size, int protection)
{
    void *copied = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copied == MAP_FAILED)
        return -errno;
    if ((protection & PROT_READ) == 0)
        (void)mprotect(start, size, PROT_READ);
    memcpy(copied, start, size);
    (void)mprotect(copied, size, protection);
    if (mremap(copied, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, start) != MAP_FAILED)
        return 0;
    int error = -errno;
    munmap(copied, size);
    return error;
}

int region_make_private(char *start, size_t size, int fd, off_t offset, int protection)
{
    if (fd >= 0 && mmap(start, size, protection, MAP_PRIVATE | MAP_FIXED, fd, offset) != MAP_FAILED)
        return 0;
    return copy(start, size, protection);
}

/* The region's file, if it is still open; or -1. */
static int find_file(uint64_t inode)
{
    for (unsigned k = 0; k < process.region_count; k++) {
        const struct held *file = &process.regions[k].file;
        if (file->inode == inode)
            return io_is_held(file) ? file->fd : -1;
    }
    return -1;
}

static int end_mapping(const struct mapping *mapping)
{
    int protection = (mapping->access[0] == 'r' ? PROT_READ : 0) |
                     (mapping->access[1] == 'w' ? PROT_WRITE : 0) |
                     (mapping->access[2] == 'x' ? PROT_EXEC : 0);
    return region_make_private((char *)mapping->start, mapping->end - mapping->start,
                               find_file(mapping->inode), (off_t)mapping->offset, protection);
}

/* Parts of them may have gone elsewhere (mremap). */
int region_end_all(void)
{
    struct mapping mapping;
    int error = 0;
    if (process.region_count == 0)
        return 0;
    char *maps = maps_read();
    if (maps == NULL)
        return -ENOMEM;
    for (const char *line = maps; line != NULL; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || !maps_is_ours(&mapping) || mapping.access[3] != 's')
            continue;
        int outcome = end_mapping(&mapping);
        error = error != 0 ? error : outcome;
    }
    maps_free(maps);
    for (unsigned k = 0; k < process.region_count; k++)
        io_let_go(&process.regions[k].file);
    process.region_count = 0;
    io_let_go(&process.maps);
    return error;
}
