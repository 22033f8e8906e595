/*
 * Where the parent keeps records that cannot be merged yet: those that are still arriving, and
 * those that wait for an earlier iteration.
 *
 * They are held in memory up to a limit. Beyond it large ones go to one file without a name, so
 * that a slow iteration does not stop the other workers and a fast one does not fill the memory;
 * small ones find no room, and the caller stops reading that worker until something has been
 * merged. The record whose turn it is gets memory in any case: it is merged as soon as it is whole,
 * so never more than one of them is beyond the limit, and there is always one that can be merged.
 *
 * The file only grows at its end. Pieces that are given back become holes; when none is in use it
 * starts again from 0. Space is reserved before a record is read from the pipe, since a full disk
 * in the middle of it would leave us with half a record and no way back.
 */
#include "stage.h"
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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

static int open_in_file(struct store *store, struct stage *stage, size_t size)
{
    if (store->no_file || size < SPILL_LEAST)
        return -EAGAIN;
    if (open_file(store) != 0 || !io_may_grow((uint64_t)store->end + size) ||
        fallocate(store->file, 0, store->end, (off_t)size) != 0) {
        store->no_file = store->filed == 0;
        return -EAGAIN;
    }
    stage->place = store->end;
    store->end += (int64_t)size;
    store->filed += size;
    return 0;
}

int stage_open(struct store *store, struct stage *stage, size_t size, int must)
{
    *stage = (struct stage){.size = size};
    int error = -EAGAIN;
    if (must || (size <= store->limit && store->used <= store->limit - size))
        error = open_in_memory(store, stage, size);
    else
        error = open_in_file(store, stage, size);
    if (error != 0)
        stage->size = 0;
    return error;
}

static void close_in_file(struct store *store, const struct stage *stage)
{
    store->filed -= stage->size;
    if (store->filed == 0) {
        store->end = 0;
        (void)io_empty(store->file);
        return;
    }
    (void)fallocate(store->file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, stage->place,
                    (off_t)stage->size);
}

void stage_close(struct store *store, struct stage *stage)
{
    if (stage->bytes != NULL) {
        store->used -= stage->size;
        free(stage->bytes);
    } else if (stage->size != 0) {
        close_in_file(store, stage);
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

static int read_at(int file, char *bytes, size_t length, int64_t place)
{
    while (length > 0) {
        ssize_t got = pread(file, bytes, length, place);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -errno : -EIO;
        bytes += got;
        length -= (size_t)got;
        place += got;
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
    struct stage loaded = {.size = stage->size, .filled = stage->size};
    int error = open_in_memory(store, &loaded, stage->size);
    if (error != 0)
        return error;
    error = read_at(store->file, loaded.bytes, loaded.size, stage->place);
    if (error != 0) {
        stage_close(store, &loaded);
        return error;
    }
    stage_close(store, stage);
    *stage = loaded;
    return 0;
}
