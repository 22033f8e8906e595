/*
 * Two processes' memory, compared. One of them writes its own to a pipe, in pieces that say where
 * they lie, and the other one holds them against what it has there itself. So neither has to be
 * allowed to look into the other, and nothing is copied but what differs.
 *
 * Memory that one of them has unmapped since is not compared. What is mapped must stay as it is
 * meanwhile, so nothing is taken from the heap, which may shrink when something is given back.
 */
#include "compare.h"
#include "io.h"
#include "maps.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#define WORD           sizeof(uint64_t)
#define PIECE          ((size_t)1 << 18)
#define MOST_BYTES     ((size_t)64 << 20) /* that differ, and are kept */
#define MOST_STRETCHES ((size_t)1 << 20)

/* ---- one side ----------------------------------------------------------------------------- */

static void send_pieces(struct sink *sink, uintptr_t start, uintptr_t end)
{
    while (start < end) {
        struct stretch piece = {start, end - start < PIECE ? end : start + PIECE};
        sink_write(sink, &piece, sizeof piece);
        sink_write(sink, (const void *)piece.start, piece.end - piece.start);
        start = piece.end;
    }
}

/* Both lists ascend. */
int compare_send(int fd, const struct scope *scope)
{
    static const struct stretch nothing;
    struct mapping mapping;
    struct sink sink;
    size_t k = 0;
    char *maps = maps_read();
    if (maps == NULL)
        return -ENOMEM;
    sink_init(&sink, fd);
    for (const char *line = maps; line != NULL; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || mapping.access[0] != 'r')
            continue;
        while (k < scope->count && scope->items[k].end <= mapping.start)
            k++;
        for (size_t n = k; n < scope->count && scope->items[n].start < mapping.end; n++) {
            const struct stretch *one = &scope->items[n];
            send_pieces(&sink, one->start > mapping.start ? one->start : mapping.start,
                        one->end < mapping.end ? one->end : mapping.end);
        }
    }
    maps_free(maps);
    sink_write(&sink, &nothing, sizeof nothing);
    return sink_flush(&sink);
}

/* ---- the other one ------------------------------------------------------------------------ */

static void *new_memory(size_t size)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED ? memory : NULL;
}

/* NULL: the old memory is still there. */
static void *grow(void *memory, size_t old, size_t size)
{
    void *larger = new_memory(size);
    if (larger == NULL || memory == NULL)
        return larger;
    memcpy(larger, memory, old);
    munmap(memory, old);
    return larger;
}

static int reserve(struct differences *differences, size_t length)
{
    if (differences->count == differences->room) {
        size_t room = differences->room > 0 ? 2 * differences->room : 256;
        struct stretch *items =
            grow(differences->items, differences->room * sizeof *items, room * sizeof *items);
        if (items == NULL)
            return -ENOMEM;
        differences->items = items;
        differences->room = room;
    }
    if (differences->length + length > differences->bytes_room) {
        size_t room = 2 * differences->bytes_room + 4096;
        char *bytes = grow(differences->bytes, differences->bytes_room, room);
        if (bytes == NULL)
            return -ENOMEM;
        differences->bytes = bytes;
        differences->bytes_room = room;
    }
    return 0;
}

/* Words that follow each other are one stretch. */
static int add(struct differences *differences, uintptr_t start, const char *theirs, size_t length)
{
    if (differences->length >= MOST_BYTES || differences->count >= MOST_STRETCHES) {
        differences->is_cut = 1;
        return 0;
    }
    int error = reserve(differences, length);
    if (error != 0)
        return error;
    struct stretch *next = &differences->items[differences->count];
    if (differences->count > 0 && next[-1].end == start)
        next[-1].end += length;
    else
        differences->items[differences->count++] = (struct stretch){start, start + length};
    memcpy(differences->bytes + differences->length, theirs, length);
    differences->length += length;
    return 0;
}

/* Up to the next address that is a multiple of a word. */
static size_t word_length(uintptr_t at, size_t left)
{
    size_t length = WORD - at % WORD;
    return length < left ? length : left;
}

static int compare_piece(struct differences *differences, const struct stretch *piece,
                         const char *theirs)
{
    size_t length = piece->end - piece->start;
    if (memcmp((const void *)piece->start, theirs, length) == 0)
        return 0;
    for (size_t at = 0, size; at < length; at += size) {
        const char *here = (const char *)piece->start + at;
        size = word_length(piece->start + at, length - at);
        int error = memcmp(here, theirs + at, size) == 0
                        ? 0
                        : add(differences, piece->start + at, theirs + at, size);
        if (error != 0)
            return error;
    }
    return 0;
}

static int is_readable(const char *maps, const struct stretch *piece)
{
    struct mapping mapping;
    uintptr_t start = piece->start;
    for (const char *line = maps; line != NULL && start < piece->end; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || mapping.end <= start)
            continue;
        if (mapping.start > start || mapping.access[0] != 'r')
            return 0;
        start = mapping.end;
    }
    return start >= piece->end;
}

static int receive(int fd, struct differences *differences, const char *maps, char *theirs)
{
    for (;;) {
        struct stretch piece;
        if (io_read(fd, &piece, sizeof piece) != (ssize_t)sizeof piece)
            return -EPIPE;
        if (piece.start == piece.end)
            return 0;
        size_t length = piece.end - piece.start;
        if (piece.end < piece.start || length > PIECE ||
            io_read(fd, theirs, length) != (ssize_t)length)
            return -EPIPE;
        int error = is_readable(maps, &piece) ? compare_piece(differences, &piece, theirs) : 0;
        if (error != 0)
            return error;
    }
}

int compare_receive(int fd, struct differences *differences)
{
    char *maps = maps_read(), *theirs = new_memory(PIECE);
    int error = maps == NULL || theirs == NULL ? -ENOMEM : receive(fd, differences, maps, theirs);
    maps_free(maps);
    if (theirs != NULL)
        munmap(theirs, PIECE);
    return error;
}

void compare_release(struct differences *differences)
{
    if (differences->items != NULL)
        munmap(differences->items, differences->room * sizeof *differences->items);
    if (differences->bytes != NULL)
        munmap(differences->bytes, differences->bytes_room);
    *differences = (struct differences){0};
}

const char *compare_bytes(const struct differences *differences, size_t k)
{
    size_t at = 0;
    for (size_t n = 0; n < k; n++)
        at += differences->items[n].end - differences->items[n].start;
    return differences->bytes + at;
}
