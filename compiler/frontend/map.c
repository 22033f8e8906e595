/*
 * The hash table: chains of entries behind an array of buckets that doubles when it is full, so
 * that finding and adding take constant time on average. The hash is FNV-1a, of words of eight
 * bytes as far as there are such.
 */
#include "map.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_BUCKETS = 64 };

struct map_entry {
    struct map_entry *next;
    void *value;
    size_t length;
    uint64_t hash;
    char key[]; /* LENGTH bytes */
};

static uint64_t hash_bytes(const unsigned char *bytes, size_t length)
{
    uint64_t hash = 0xcbf29ce484222325u, word;
    for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word) {
        memcpy(&word, bytes, sizeof word);
        hash = (hash ^ word) * 0x100000001b3u;
        hash ^= hash >> 32;
    }
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ bytes[i]) * 0x100000001b3u;
    return hash ^ hash >> 29;
}

void *map_find(const struct map *map, const void *key, size_t length)
{
    if (!map->bucket_count)
        return NULL;
    uint64_t hash = hash_bytes(key, length);
    struct map_entry *entry = map->buckets[hash & (map->bucket_count - 1)];
    for (; entry; entry = entry->next)
        if (entry->hash == hash && entry->length == length && !memcmp(entry->key, key, length))
            return entry->value;
    return NULL;
}

static void grow(struct arena *arena, struct map *map)
{
    size_t count = map->bucket_count ? map->bucket_count * 2 : FIRST_BUCKETS;
    struct map_entry **buckets = arena_alloc(arena, count * sizeof *buckets);
    for (size_t i = 0; i < map->bucket_count; i++)
        for (struct map_entry *entry = map->buckets[i], *next; entry; entry = next) {
            next = entry->next;
            entry->next = buckets[entry->hash & (count - 1)];
            buckets[entry->hash & (count - 1)] = entry;
        }
    map->buckets = buckets;
    map->bucket_count = count;
}

void map_add(struct arena *arena, struct map *map, const void *key, size_t length, void *value)
{
    if (map->count == map->bucket_count)
        grow(arena, map);
    struct map_entry *entry = arena_alloc(arena, sizeof *entry + length);
    entry->hash = hash_bytes(key, length);
    memcpy(entry->key, key, length);
    entry->length = length;
    entry->value = value;
    entry->next = map->buckets[entry->hash & (map->bucket_count - 1)];
    map->buckets[entry->hash & (map->bucket_count - 1)] = entry;
    map->count++;
}
