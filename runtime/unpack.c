/*
 * Results that own memory, from bytes into the parent's heap: the other end of pack.c.
 *
 * Nothing that a worker says is believed. A block is allocated only when its bytes are all there; a
 * number is that of a block which has come, of the kind that is wanted, or of the next one. When
 * something is wrong, everything from there on is a null pointer: what has been unpacked before is
 * good, no result keeps an address of the worker's, and nothing is written anywhere else. The run
 * then ends with a message.
 *
 * The blocks are ordinary memory of malloc. The unpackers that are called here store a pointer to a
 * block before anything else of the program runs, so each has its owner as in the serial program.
 */
#include "pack.h"

#include <stdlib.h>
#include <string.h>

#define BLOCKS_FROM ((size_t)64)

void unpacker_init(struct ppar_unpacker *unpacker, const char *bytes, uint64_t length)
{
    *unpacker = (struct ppar_unpacker){.at = bytes, .left = length};
}

static void *fail(struct ppar_unpacker *unpacker, const char *wrong)
{
    if (unpacker->wrong == NULL)
        unpacker->wrong = wrong;
    return NULL;
}

/* 0 when there is none, and then that is wrong. */
static uint64_t take_number(struct ppar_unpacker *unpacker)
{
    uint64_t number = 0;
    if (unpacker->wrong != NULL || unpacker->left < sizeof number) {
        fail(unpacker, "a result in it ends too early");
        return 0;
    }
    memcpy(&number, unpacker->at, sizeof number);
    unpacker->at += sizeof number;
    unpacker->left -= sizeof number;
    return number;
}

static int reserve(struct ppar_unpacker *unpacker)
{
    if (unpacker->count < unpacker->room)
        return 1;
    size_t room = unpacker->room ? 2 * unpacker->room : BLOCKS_FROM;
    struct unpacked *blocks = realloc(unpacker->blocks, room * sizeof *blocks);
    if (blocks == NULL)
        return 0;
    unpacker->blocks = blocks;
    unpacker->room = room;
    return 1;
}

/* A block of LENGTH bytes that are there, with room for ROOM. */
static char *take_block(struct ppar_unpacker *unpacker, uint64_t length, uint64_t room)
{
    char *block = room > PTRDIFF_MAX || !reserve(unpacker) ? NULL : malloc(room);
    if (block == NULL)
        return fail(unpacker, "there is no memory for a result in it");
    memcpy(block, unpacker->at, length);
    unpacker->at += length;
    unpacker->left -= length;
    return block;
}

/* The next block, of ELEMENTS of KIND's size; one alone is at least as long as that. */
static void *take_new(struct ppar_unpacker *unpacker, const struct unpacked *kind, int is_one)
{
    struct unpacked made = *kind;
    uint64_t length = take_number(unpacker), room = take_number(unpacker);
    if (unpacker->wrong != NULL)
        return NULL;
    if (length > unpacker->left || room < length)
        return fail(unpacker, "a result in it is longer than the whole");
    if (is_one ? length < made.size : made.size == 0 || length % made.size != 0)
        return fail(unpacker, "a result in it has no whole number of elements");
    made.count = is_one ? 1 : length / made.size;
    made.block = take_block(unpacker, length, room);
    if (made.block != NULL)
        unpacker->blocks[unpacker->count++] = made;
    return made.block;
}

/* The number of the block whose turn it is; 0: a null pointer. */
static size_t take_block_number(struct ppar_unpacker *unpacker, const struct unpacked *kind,
                                int is_one)
{
    uint64_t number = take_number(unpacker);
    if (number == 0)
        return 0;
    if (number == unpacker->count + 1)
        return take_new(unpacker, kind, is_one) != NULL ? (size_t)number : 0;
    if (number > unpacker->count) {
        fail(unpacker, "a result in it is one that has not come");
        return 0;
    }
    const struct unpacked *known = &unpacker->blocks[number - 1];
    if (known->size == kind->size && known->each == kind->each)
        return (size_t)number;
    fail(unpacker, "a result in it is of another kind");
    return 0;
}

static void *take(struct ppar_unpacker *unpacker, const struct unpacked *kind, int is_one)
{
    unpacker->last = take_block_number(unpacker, kind, is_one);
    return unpacker->last != 0 ? unpacker->blocks[unpacker->last - 1].block : NULL;
}

PPAR_API long long ppar_unpack_count(const struct ppar_unpacker *unpacker)
{
    return unpacker->last != 0 ? (long long)unpacker->blocks[unpacker->last - 1].count : 0;
}

PPAR_API void *ppar_unpack_block(struct ppar_unpacker *unpacker, size_t size, ppar_unpack *each)
{
    struct unpacked kind = {.size = size, .each = each};
    return take(unpacker, &kind, 0);
}

PPAR_API void *ppar_unpack_object(struct ppar_unpacker *unpacker, size_t least, ppar_unpack *each)
{
    struct unpacked kind = {.size = least, .each = each};
    return take(unpacker, &kind, 1);
}

/* A string that does not end is none. */
static int is_string(const struct unpacked *made)
{
    return made->count != 0 && made->block[made->count - 1] == '\0';
}

PPAR_API char *ppar_unpack_string(struct ppar_unpacker *unpacker)
{
    size_t known = unpacker->count;
    char *string = ppar_unpack_block(unpacker, 1, NULL);
    if (string == NULL || is_string(&unpacker->blocks[unpacker->last - 1]))
        return string;
    if (unpacker->count != known)
        free(string);
    unpacker->count = known;
    unpacker->last = 0;
    return fail(unpacker, "a string in it has no end");
}

const char *unpacker_finish(struct ppar_unpacker *unpacker)
{
    while (unpacker->done < unpacker->count) {
        const struct unpacked block = unpacker->blocks[unpacker->done++];
        for (uint64_t k = 0; block.each != NULL && k < block.count; k++)
            block.each(unpacker, block.block + k * block.size);
    }
    if (unpacker->wrong == NULL && unpacker->left != 0)
        fail(unpacker, "it has more in it than its results");
    return unpacker->wrong;
}

void unpacker_release(struct ppar_unpacker *unpacker)
{
    free(unpacker->blocks);
    memset(unpacker, 0, sizeof *unpacker);
}
