/*
 * A hash table from byte strings to pointers, for the frontend's question "have I seen this one
 * before?". Keys are copied into the arena; values belong to whoever put them in. Nothing is ever
 * removed. A zeroed map is empty.
 */
#ifndef PPCC_FRONTEND_MAP_H
#define PPCC_FRONTEND_MAP_H

#include "../arena.h"

struct map {
    struct map_entry **buckets;
    size_t bucket_count, count;
};

/* The value of that key, or NULL. */
void *map_find(const struct map *map, const void *key, size_t length);

/* Adds a key that is not in the map yet. */
void map_add(struct arena *arena, struct map *map, const void *key, size_t length, void *value);

#endif
