/*
 * Folds that are repeated call by call.
 *
 * Where nothing is known of the function that folds, what several parts make together cannot be
 * told without the accumulator. So a worker folds nothing: for each call it notes the part, and the
 * parent calls the function with its own accumulator, in the order of the iterations and of the
 * calls in each. These are the very calls of the serial loop, so the result is the serial one, bit
 * for bit, whatever the function computes.
 *
 * In a record: note after note, each a header and the bytes of the part. A chunk's notes are kept
 * in memory until it is done; chunks are cut for an iteration that notes once (loop.c).
 *
 * The function is the user's. A loop that it holds runs serially while a record is merged
 * (process.folding): the workers of the loop around are still at work.
 */
#include "notes.h"
#include "process.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT  64 /* of parts: enough for every vector type */
#define NOTES_FROM 1024

struct note_header {
    uint64_t index;
    uint64_t offset;
};

int replays_add(struct replays *replays, const struct replay *replay)
{
    size_t count = replays->count;
    struct replay *item = realloc(replays->item, (count + 1) * sizeof *item);
    if (item == NULL)
        return -ENOMEM;
    replays->item = item;
    item[count] = *replay;
    item[count].aligned = aligned_alloc(ALIGNMENT, (replay->part / ALIGNMENT + 1) * ALIGNMENT);
    if (item[count].aligned == NULL)
        return -ENOMEM;
    replays->count++;
    return 0;
}

void replays_release(struct replays *replays)
{
    for (size_t k = 0; k < replays->count; k++)
        free(replays->item[k].aligned);
    free(replays->item);
    memset(replays, 0, sizeof *replays);
}

uint64_t replays_bytes(const struct replays *replays)
{
    uint64_t bytes = 0;
    for (size_t k = 0; k < replays->count; k++)
        bytes += sizeof(struct note_header) + replays->item[k].part;
    return bytes;
}

static int is_inside(const struct replay *replay, uint64_t offset)
{
    return replay->target <= replay->length && offset <= replay->length - replay->target;
}

static int reserve(struct notes *notes, size_t more)
{
    if (notes->room - notes->length >= more)
        return 0;
    size_t room = notes->room ? 2 * notes->room : NOTES_FROM;
    while (room - notes->length < more)
        room *= 2;
    char *bytes = room > PTRDIFF_MAX ? NULL : realloc(notes->bytes, room);
    if (bytes == NULL)
        return -ENOMEM;
    notes->bytes = bytes;
    notes->room = room;
    return 0;
}

int notes_add(struct notes *notes, const struct replays *replays, size_t index, uint64_t offset,
              const void *part)
{
    const struct note_header header = {index, offset};
    if (index >= replays->count || !is_inside(&replays->item[index], offset))
        return -ERANGE;
    size_t size = replays->item[index].part;
    if (reserve(notes, sizeof header + size) != 0)
        return -ENOMEM;
    memcpy(notes->bytes + notes->length, &header, sizeof header);
    memcpy(notes->bytes + notes->length + sizeof header, part, size);
    notes->length += sizeof header + size;
    return 0;
}

int notes_are_right(const struct replays *replays, const char *bytes, uint64_t length)
{
    while (length != 0) {
        struct note_header header;
        if (length < sizeof header)
            return 0;
        memcpy(&header, bytes, sizeof header);
        length -= sizeof header;
        if (header.index >= replays->count)
            return 0;
        const struct replay *replay = &replays->item[header.index];
        if (replay->part > length || !is_inside(replay, header.offset))
            return 0;
        bytes += sizeof header + replay->part;
        length -= replay->part;
    }
    return 1;
}

void notes_fold(const struct replays *replays, const char *bytes, uint64_t length)
{
    const char *end = bytes + length;
    int before = process.folding;
    process.folding = 1;
    while (bytes != end) {
        struct note_header header;
        memcpy(&header, bytes, sizeof header);
        const struct replay *replay = &replays->item[header.index];
        memcpy(replay->aligned, bytes + sizeof header, replay->part);
        replay->combine(replay->base + header.offset, replay->aligned);
        bytes += sizeof header + replay->part;
    }
    process.folding = before;
}
