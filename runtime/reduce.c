/*
 * Reductions.
 *
 * In a worker the accumulator starts from the identity, at each chunk or, for those with `each`, at
 * each iteration; what it has become is a part. The parent folds the parts into its own accumulator
 * in iteration order. With one part for each iteration, and an identity e for which e + x is x bit
 * for bit, this is exactly the sequence of operations of the serial loop, so floating-point results
 * have the same bits. With one part for each chunk the result may depend on how the iterations
 * were cut into chunks; generated code uses that only where it does not matter.
 *
 * Where the user does not mind how a sum is associated, there is a part for each block. The
 * iterations are cut into blocks by their number alone, chunks are blocks, and the parent goes from
 * block to block as well when it runs the loop itself: the result is the same at any number of
 * workers, though not that of the plain loop.
 *
 * Parts of iterations are collected for the whole chunk, so an iteration costs two small copies and
 * no system call. A chunk that would need too much memory for this is cut (REDUCE_MOST, in loop.c).
 *
 * Parts lie in a record as they come, and are moved to an aligned place before the user's code sees
 * them.
 *
 * In a record: the parts of the first iteration, of the second, ..., then those of the chunk; in
 * each group in order of registration.
 */
#include "reduce.h"
#include "append.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT 64 /* of parts: enough for every vector type */

static void free_buffers(struct reduction *item)
{
    free(item->identity);
    free(item->part);
}

static size_t round_up(size_t size)
{
    return (size / ALIGNMENT + 1) * ALIGNMENT;
}

int reduce_add(struct reductions *reductions, const struct reduction *reduction,
               const void *identity)
{
    size_t count = reductions->count;
    struct reduction *item = realloc(reductions->item, (count + 1) * sizeof *item);
    if (item == NULL)
        return -ENOMEM;
    reductions->item = item;
    item[count] = *reduction;
    item[count].from_acc = identity == NULL;
    item[count].identity = malloc(reduction->size + 1);
    item[count].part = aligned_alloc(ALIGNMENT, round_up(reduction->size));
    if (item[count].identity == NULL || item[count].part == NULL) {
        free_buffers(&item[count]);
        return -ENOMEM;
    }
    for (size_t at = 0; identity != NULL && at < reduction->size; at += reduction->element)
        memcpy(item[count].identity + at, identity, reduction->element);
    reductions->count++;
    *(reduction->each ? &reductions->each_bytes : &reductions->chunk_bytes) += reduction->size;
    return 0;
}

void reduce_release(struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++)
        free_buffers(&reductions->item[k]);
    free(reductions->item);
    memset(reductions, 0, sizeof *reductions);
}

void reduce_freeze(struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++) {
        struct reduction *item = &reductions->item[k];
        if (item->from_acc)
            memcpy(item->identity, item->acc, item->size);
    }
}

int reduce_has_start(const struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++)
        if (reductions->item[k].from_acc)
            return 1;
    return 0;
}

static int reserve(struct parts *parts, uint64_t each_bytes, uint64_t room)
{
    uint64_t wanted = each_bytes * room;
    if (wanted <= parts->size)
        return 0;
    if (each_bytes != 0 && (wanted / each_bytes != room || wanted > PTRDIFF_MAX))
        return -ENOMEM;
    free(parts->bytes);
    parts->bytes = malloc(wanted);
    parts->size = parts->bytes == NULL ? 0 : wanted;
    return parts->bytes == NULL ? -ENOMEM : 0;
}

void reduce_begin(const struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        memcpy(item->acc, item->identity, item->size);
    }
}

void reduce_identities(const struct reductions *reductions, char *bytes)
{
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        memcpy(bytes, item->identity, item->size);
        bytes += item->size;
    }
}

void reduce_take(const struct reductions *reductions, char *bytes)
{
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        memcpy(bytes, item->acc, item->size);
        bytes += item->size;
    }
}

void reduce_give_back(const struct reductions *reductions, const char *bytes)
{
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        memcpy(item->acc, bytes, item->size);
        bytes += item->size;
    }
}

static int same_item(const struct reduction *a, const struct reduction *b)
{
    return a->acc == b->acc && a->size == b->size && a->element == b->element &&
           a->combine == b->combine && a->from_acc == b->from_acc && a->each == b->each &&
           a->blocks == b->blocks && a->counts == b->counts &&
           (a->from_acc || memcmp(a->identity, b->identity, a->size) == 0);
}

int reduce_equal(const struct reductions *a, const struct reductions *b)
{
    int equal = a->count == b->count;
    for (size_t k = 0; equal && k < a->count; k++)
        equal = same_item(&a->item[k], &b->item[k]);
    return equal;
}

int reduce_start(const struct reductions *reductions, struct parts *parts, uint64_t room)
{
    parts->steps = 0;
    parts->room = room;
    reduce_begin(reductions);
    return reserve(parts, reductions->each_bytes, room);
}

/* Most parts are one number. */
static void copy(char *to, const char *from, size_t size)
{
    if (size == 8)
        memcpy(to, from, 8);
    else if (size == 4)
        memcpy(to, from, 4);
    else
        memcpy(to, from, size);
}

int reduce_step(const struct reductions *reductions, struct parts *parts)
{
    if (parts->steps >= parts->room)
        return -ERANGE;
    char *at = parts->bytes + parts->steps++ * reductions->each_bytes;
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        if (!item->each || item->size == 0)
            continue;
        copy(at, item->acc, item->size);
        copy(item->acc, item->identity, item->size);
        at += item->size;
    }
    return 0;
}

char *reduce_next(const struct reductions *reductions, const struct parts *parts)
{
    return reductions->each_bytes != 0 ? parts->bytes + parts->steps * reductions->each_bytes
                                       : NULL;
}

int reduce_kept(const struct reductions *reductions, struct parts *parts, const char *end)
{
    uint64_t each = reductions->each_bytes, length = (uint64_t)(end - parts->bytes);
    if (each == 0)
        return 0;
    if (length % each != 0 || length / each > parts->room)
        return -ERANGE;
    if (length / each > parts->steps)
        parts->steps = length / each;
    return 0;
}

int reduce_send(const struct reductions *reductions, const struct parts *parts, uint64_t steps,
                struct sink *sink)
{
    if (reductions->each_bytes != 0 && parts->steps != steps)
        return -ERANGE;
    if (reductions->each_bytes != 0)
        sink_write(sink, parts->bytes, parts->steps * reductions->each_bytes);
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        if (!item->each)
            sink_write(sink, item->acc, item->size);
    }
    return 0;
}

static void combine(const struct reduction *item, char *acc, const char *part)
{
    for (size_t at = 0; at < item->size; at += item->element)
        item->combine(acc + at, part + at);
}

int reduce_has_blocks(const struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++)
        if (reductions->item[k].blocks)
            return 1;
    return 0;
}

void reduce_serial_start(const struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        if (!item->blocks)
            continue;
        memcpy(item->part, item->acc, item->size);
        memcpy(item->acc, item->identity, item->size);
    }
}

void reduce_serial_next(const struct reductions *reductions)
{
    reduce_serial_end(reductions);
    reduce_serial_start(reductions);
}

void reduce_serial_end(const struct reductions *reductions)
{
    for (size_t k = 0; k < reductions->count; k++) {
        const struct reduction *item = &reductions->item[k];
        if (!item->blocks)
            continue;
        combine(item, item->part, item->acc);
        memcpy(item->acc, item->part, item->size);
    }
}

/* The parts of one iteration, or of the chunk; returns where the next ones are. */
static const char *fold(const struct reductions *reductions, const char *parts, int each)
{
    for (size_t k = 0; k < reductions->count; k++) {
        struct reduction *item = &reductions->item[k];
        if (item->each != each)
            continue;
        memcpy(item->part, parts, item->size);
        if (item->counts)
            append_count(item);
        else
            combine(item, item->acc, item->part);
        parts += item->size;
    }
    return parts;
}

void reduce_fold(const struct reductions *reductions, const char *parts, uint64_t iterations)
{
    if (reductions->each_bytes != 0) {
        for (uint64_t k = 0; k < iterations; k++)
            parts = fold(reductions, parts, 1);
    }
    fold(reductions, parts, 0);
}
