/*
 * Results that own memory, from a worker's heap into bytes.
 *
 * A result is a graph: blocks of malloc and pointers to their starts. The generated packers say
 * which members of a structure are such pointers and how long the block behind each is; here every
 * block is sent once, and every pointer becomes the number of its block:
 *
 *     0           a null pointer
 *     1 .. n      one of the n blocks that have been sent
 *     n + 1       the next one, and here it is: length, room, and the LENGTH bytes
 *
 * So blocks that are shared stay shared, and cycles end. What the elements of a block point to
 * follows later, when the blocks before have been asked: a queue, not a recursion, for a list of a
 * million nodes must not need a million frames of the stack. The reader keeps the same queue.
 *
 * All numbers have 64 bits. The bytes of a block hold pointers where the worker had some; those
 * that the packers name are replaced by the reader, the others point to memory from before the
 * loop, which is at the same place in both.
 *
 * ROOM is what the allocator gave, at least LENGTH: a vector keeps the capacity that it has noted
 * for itself. It also tells when a description says more elements than there are.
 *
 * A pointer into the middle of a block would come out as a block of its own. It is found when the
 * chunk is done: two blocks overlap.
 */
#include "pack.h"

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define BYTES_FROM  ((size_t)4096)
#define BLOCKS_FROM ((size_t)64)

/* A larger place for COUNT items of SIZE bytes and MORE behind them; 0 or -ENOMEM. */
static int grow(void **items, size_t *room, size_t count, size_t more, size_t size, size_t from)
{
    if (*room - count >= more)
        return 0;
    size_t wanted = *room ? *room : from;
    while (wanted - count < more && wanted <= PTRDIFF_MAX / 2 / size)
        wanted *= 2;
    void *made = wanted - count < more ? NULL : realloc(*items, wanted * size);
    if (made == NULL)
        return -ENOMEM;
    *items = made;
    *room = wanted;
    return 0;
}

static void fail(struct ppar_packer *packer, const char *wrong, int error)
{
    if (packer->wrong != NULL)
        return;
    packer->wrong = wrong;
    packer->error = error;
}

static void put_bytes(struct ppar_packer *packer, const void *bytes, uint64_t length)
{
    void *at = packer->bytes;
    if (packer->wrong != NULL)
        return;
    if (grow(&at, &packer->room, packer->length, length, 1, BYTES_FROM) != 0) {
        fail(packer, "no memory for its results", -ENOMEM);
        return;
    }
    packer->bytes = at;
    if (length != 0)
        memcpy(packer->bytes + packer->length, bytes, length);
    packer->length += length;
}

static void put_number(struct ppar_packer *packer, uint64_t number)
{
    put_bytes(packer, &number, sizeof number);
}

/* ---- blocks by their address ---------------------------------------------------------------- */

/* Where BLOCK is noted, or would be. */
static uint32_t *find_place(const struct ppar_packer *packer, const char *block)
{
    size_t mask = packer->place_count - 1;
    size_t at = (size_t)(((uintptr_t)block >> 4) * 0x9e3779b97f4a7c15u >> 20) & mask;
    while (packer->places[at] != 0 && packer->blocks[packer->places[at] - 1].block != block)
        at = (at + 1) & mask;
    return &packer->places[at];
}

/* At least half of the places are empty. */
static int reserve_places(struct ppar_packer *packer)
{
    if (packer->count < packer->place_count / 2)
        return 0;
    size_t count = packer->place_count ? 2 * packer->place_count : 2 * BLOCKS_FROM;
    uint32_t *places = calloc(count, sizeof *places);
    if (places == NULL)
        return -ENOMEM;
    free(packer->places);
    packer->places = places;
    packer->place_count = count;
    for (size_t k = 0; k < packer->count; k++)
        *find_place(packer, packer->blocks[k].block) = (uint32_t)k + 1;
    return 0;
}

/* 0; or -ENOMEM. */
static int note_block(struct ppar_packer *packer, const struct packed *made)
{
    void *blocks = packer->blocks;
    if (packer->count >= UINT32_MAX || reserve_places(packer) != 0 ||
        grow(&blocks, &packer->block_room, packer->count, 1, sizeof *made, BLOCKS_FROM) != 0)
        return -ENOMEM;
    packer->blocks = blocks;
    packer->blocks[packer->count++] = *made;
    *find_place(packer, made->block) = (uint32_t)packer->count;
    return 0;
}

static void pack_new(struct ppar_packer *packer, const struct packed *made)
{
    uint64_t room = malloc_usable_size((void *)made->block);
    if (room < made->length) {
        fail(packer, "a result has fewer elements in its memory than its description says", 0);
        return;
    }
    if (note_block(packer, made) != 0) {
        fail(packer, "no memory for its results", -ENOMEM);
        return;
    }
    put_number(packer, packer->count);
    put_number(packer, made->length);
    put_number(packer, room);
    put_bytes(packer, made->block, made->length);
}

/* A pointer to a block that was packed before, as something else unless it is of the same kind. */
static void pack_known(struct ppar_packer *packer, uint32_t number, const struct packed *made)
{
    const struct packed *known = &packer->blocks[number - 1];
    if (known->length != made->length || known->size != made->size || known->each != made->each)
        fail(packer, "two results share memory that is not the same to both", 0);
    put_number(packer, number);
}

PPAR_API long long ppar_pack_block(struct ppar_packer *packer, const void *block, long long count,
                                   size_t size, ppar_pack *each)
{
    struct packed made = {.block = block, .size = size, .count = (uint64_t)count, .each = each};
    uint32_t number = packer->count != 0 && block != NULL ? *find_place(packer, block) : 0;
    if (block == NULL)
        put_number(packer, 0);
    else if (count < 0 || __builtin_mul_overflow(made.count, size, &made.length))
        fail(packer, "the number of elements of a result is negative, or too large", 0);
    else if (number == 0)
        pack_new(packer, &made);
    else
        pack_known(packer, number, &made);
    return block != NULL && packer->wrong == NULL ? count : 0;
}

PPAR_API void ppar_pack_string(struct ppar_packer *packer, const char *string)
{
    ppar_pack_block(packer, string, string == NULL ? 0 : (long long)strlen(string) + 1, 1, NULL);
}

/* ---- the end of a chunk --------------------------------------------------------------------- */

static int compare_blocks(const void *a, const void *b)
{
    const struct packed *one = a, *two = b;
    return (one->block > two->block) - (one->block < two->block);
}

static void check_overlap(struct ppar_packer *packer)
{
    if (packer->count < 2 || packer->wrong != NULL)
        return;
    qsort(packer->blocks, packer->count, sizeof *packer->blocks, compare_blocks);
    for (size_t k = 1; k < packer->count; k++) {
        const struct packed *before = &packer->blocks[k - 1];
        if ((uint64_t)(packer->blocks[k].block - before->block) < before->length)
            fail(packer, "a result points into the middle of another one's memory", 0);
    }
}

const char *packer_finish(struct ppar_packer *packer)
{
    while (packer->done < packer->count && packer->wrong == NULL) {
        const struct packed block = packer->blocks[packer->done++];
        for (uint64_t k = 0; block.each != NULL && k < block.count; k++)
            block.each(packer, block.block + k * block.size);
    }
    check_overlap(packer);
    return packer->wrong;
}

void packer_clear(struct ppar_packer *packer)
{
    packer->length = packer->count = packer->done = 0;
    if (packer->places != NULL)
        memset(packer->places, 0, packer->place_count * sizeof *packer->places);
}

void packer_release(struct ppar_packer *packer)
{
    free(packer->bytes);
    free(packer->blocks);
    free(packer->places);
    memset(packer, 0, sizeof *packer);
}
