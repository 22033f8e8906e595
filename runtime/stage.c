/*
 * Where the parent keeps records that cannot be merged yet: those that are still arriving, and
 * those that wait for an earlier iteration.
 *
 * They are held in memory up to a limit. Beyond it large ones go to one file without a name, so
 * that a slow iteration does not stop the other workers and a fast one does not fill the memory;
 * small ones find no room, and the caller stops reading that worker until something has been
 * merged. The record whose turn it is gets memory in any case: it is merged as soon as it is whole,
 * so never more than one of them is beyond the limit, and there is always one that can be merged.
 * Printed text of more than a megabyte goes to the file at once: nobody but stdout wants it.
 *
 * The file only grows at its end. Pieces that are given back become holes; when none is in use it
 * starts again from 0. Space is reserved before a record is read from the pipe, since a full disk
 * in the middle of it would leave us with half a record and no way back. Pieces begin with a page,
 * and are read by mapping them: they take no memory but the system's own of the file.
 */
#include "stage.h"
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void store_init(struct store *store, size_t limit)
{
    memset(store, 0, sizeof *store);
    store->limit = limit;
    store->file = -1;
}

void store_release(struct store *store)
{
    io_close(&store->file);
}

static int open_in_memory(struct store *store, struct stage *stage, size_t size)
{
    stage->bytes = malloc(size);
    if (stage->bytes == NULL)
        return -ENOMEM;
    store->used += size;
    return 0;
}

static int open_file(struct store *store)
{
    if (store->file >= 0)
        return 0;
    store->file = io_scratch();
    if (store->file < 0)
        return -EAGAIN;
    int flags = fcntl(store->file, F_GETFL); /* pwrite to a file in append mode appends */
    if (flags >= 0 && fcntl(store->file, F_SETFL, flags & ~O_APPEND) == 0)
        return 0;
    io_close(&store->file);
    return -EAGAIN;
}

/* What SIZE bytes take up in the file. */
static size_t whole_pages(size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    return (size + page - 1) / page * page;
}

static int open_in_file(struct store *store, struct stage *stage, size_t size)
{
    if (store->no_file || size < SPILL_LEAST)
        return -EAGAIN;
    size_t taken = whole_pages(size);
    if (open_file(store) != 0 || !io_may_grow((uint64_t)store->end + taken) ||
        fallocate(store->file, 0, store->end, (off_t)taken) != 0) {
        store->no_file = store->filed == 0;
        return -EAGAIN;
    }
    stage->place = store->end;
    store->end += (int64_t)taken;
    store->filed += taken;
    return 0;
}

static int has_room(const struct store *store, size_t size)
{
    return size <= store->limit && store->used <= store->limit - size;
}

int stage_open(struct store *store, struct stage *stage, size_t size, unsigned flags)
{
    *stage = (struct stage){.size = size};
    int in_memory = (flags & STAGE_MUST) != 0 || has_room(store, size);
    int error = -EAGAIN;
    if (!in_memory || ((flags & STAGE_PRINTED) != 0 && size >= PRINTED_MOST))
        error = open_in_file(store, stage, size);
    if (error != 0 && in_memory)
        error = open_in_memory(store, stage, size);
    if (error != 0)
        stage->size = 0;
    return error;
}

static void close_in_file(struct store *store, const struct stage *stage)
{
    size_t taken = whole_pages(stage->size);
    store->filed -= taken;
    if (store->filed == 0) {
        store->end = 0;
        (void)io_empty(store->file);
        return;
    }
    (void)fallocate(store->file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, stage->place,
                    (off_t)taken);
}

void stage_close(struct store *store, struct stage *stage)
{
    if (stage->mapped)
        munmap(stage->bytes, stage->size);
    if (stage->bytes == NULL || stage->mapped) {
        if (stage->size != 0)
            close_in_file(store, stage);
    } else {
        store->used -= stage->size;
        free(stage->bytes);
    }
    *stage = (struct stage){0};
}

static int write_at(int file, const char *bytes, size_t length, int64_t place)
{
    while (length > 0) {
        ssize_t written = pwrite(file, bytes, length, place);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return -errno;
        bytes += written;
        length -= (size_t)written;
        place += written;
    }
    return 0;
}

int stage_fill(struct store *store, struct stage *stage, const char *bytes, size_t length)
{
    int error = 0;
    if (stage->bytes != NULL)
        memcpy(stage->bytes + stage->filled, bytes, length);
    else
        error = write_at(store->file, bytes, length, stage->place + (int64_t)stage->filled);
    stage->filled += length;
    return error;
}

int stage_load(struct store *store, struct stage *stage)
{
    if (stage->bytes != NULL || stage->size == 0)
        return 0;
    void *bytes = mmap(NULL, stage->size, PROT_READ, MAP_SHARED, store->file, stage->place);
    if (bytes == MAP_FAILED)
        return -errno;
    stage->bytes = bytes;
    stage->mapped = 1;
    return 0;
}
