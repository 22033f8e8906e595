/*
 * Memory with one owner. Everything that the compiler makes of one source file lives in the arena
 * of that file and is freed with it; nothing in it is freed alone. An arena never returns NULL:
 * when memory is exhausted it ends the program with a message (status 2).
 */
#ifndef PPCC_ARENA_H
#define PPCC_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Zeroed memory for SIZE bytes, aligned for pointers and numbers of 64 bits. SIZE may be 0. */
void *arena_alloc(struct arena *arena, size_t size);

char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/*
 * A list that grows in an arena: struct { LIST_OF(struct var *) vars; }, LIST_PUSH(arena, vars, v),
 * and then vars.items[k] for 0 <= k < vars.count. A zeroed list is empty. Growing moves the items,
 * so a pointer to an item is good only until the next push.
 */
#define LIST_OF(type)                                                                              \
    struct {                                                                                       \
        type *items;                                                                               \
        unsigned count, room;                                                                      \
    }

#define LIST_PUSH(arena, list, item)                                                               \
    do {                                                                                           \
        (list).items =                                                                             \
            arena_grow((arena), (list).items, (list).count, &(list).room, sizeof *(list).items);   \
        (list).items[(list).count++] = (item);                                                     \
    } while (0)

/* Room for one item more behind COUNT items of SIZE bytes; the helper of LIST_PUSH. */
void *arena_grow(struct arena *arena, void *items, size_t count, unsigned *room, size_t size);

#endif
