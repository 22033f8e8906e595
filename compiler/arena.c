/*
 * The arena: a chain of blocks, each filled from the front. A request that does not fit opens a
 * new block, at least as large as the request; the rest of the old block is given up. Freeing the
 * arena walks the chain. Lists double, so that pushing n items costs O(n) and wastes at most as
 * much as it uses; one that is the last thing in its block grows where it is.
 */
#include "arena.h"

#include <limits.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, FIRST_ROOM = 2 };

/* What is asked for has members of these types, and no larger ones. */
union word {
    void *pointer;
    int64_t integer;
    double number;
};

struct block {
    struct block *next;
    size_t used, size;
    alignas(union word) char data[];
};

struct arena {
    struct block *blocks;
};

static _Noreturn void out_of_memory(void)
{
    fputs("ppcc: out of memory\n", stderr);
    exit(2);
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory();
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->blocks; block;) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

static struct block *open_block(struct arena *arena, size_t size)
{
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct block *block = room > SIZE_MAX - sizeof *block ? NULL : calloc(1, sizeof *block + room);
    if (!block)
        out_of_memory();
    block->size = room;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

static size_t aligned(size_t size)
{
    const size_t align = alignof(union word);
    return (size + align - 1) / align * align;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - alignof(union word))
        out_of_memory();
    size = aligned(size);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size)
        block = open_block(arena, size);
    void *memory = block->data + block->used;
    block->used += size;
    return memory;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        out_of_memory();
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

/* Takes the list that ends where BLOCK is filled up to from SIZE to LARGER bytes; false when it
 * ends elsewhere, or does not fit. */
static bool extend(struct block *block, const char *items, size_t size, size_t larger)
{
    if (!block || !items || items + size != block->data + block->used ||
        block->size - block->used < larger - size)
        return false;
    block->used += larger - size;
    return true;
}

void *arena_grow(struct arena *arena, void *items, size_t count, unsigned *room, size_t size)
{
    if (count < *room)
        return items;
    size_t larger = *room ? (size_t)*room * 2 : FIRST_ROOM;
    if (larger > UINT_MAX || larger > SIZE_MAX / 2 / size)
        out_of_memory();
    void *moved = items;
    if (!extend(arena->blocks, items, aligned(*room * size), aligned(larger * size))) {
        moved = arena_alloc(arena, larger * size);
        if (count)
            memcpy(moved, items, count * size);
    }
    *room = (unsigned)larger;
    return moved;
}
