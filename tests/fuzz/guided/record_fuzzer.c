/*
 * Fuzzer: the bytes behind the first one are a record as a worker sends it, and the parent takes
 * it. When the first byte is odd, the lengths in the record's header are made right first, so that
 * the deep part is looked at.
 *
 * The loop that it would belong to has one output, a structure with members of every kind that
 * descriptions know. Accepted or refused, it has to leave every pointer null or at the start of a
 * block. All blocks are then freed, each once.
 */
#include "deep.h"
#include "output.h"
#include "pack.h"
#include "run.h"
#include "worker.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- a structure, as the compiler would write its unpackers ------------------------------------
 */

struct node {
    struct node *next;
    char *name;
};

struct message {
    int length;
    char bytes[];
};

struct all {
    int n, rows, width, tag;
    double *numbers;
    char *name;
    char **names;
    double **row;
    struct node *list, *same;
    struct node *nodes;
    struct message *message;
    union {
        char *text;
        long *longs;
    } u;
};

static void unpack_node(struct ppar_unpacker *unpacker, void *at)
{
    struct node *it = at;
    it->next = ppar_unpack_object(unpacker, sizeof *it->next, unpack_node);
    it->name = ppar_unpack_string(unpacker);
}

static void unpack_all(struct ppar_unpacker *unpacker, void *at)
{
    struct all *it = at;
    long long count;
    it->numbers = ppar_unpack_block(unpacker, sizeof *it->numbers, NULL);
    it->name = ppar_unpack_string(unpacker);
    it->names = ppar_unpack_block(unpacker, sizeof *it->names, NULL);
    count = ppar_unpack_count(unpacker);
    for (long long k = 0; k < count; k++)
        it->names[k] = ppar_unpack_string(unpacker);
    it->row = ppar_unpack_block(unpacker, sizeof *it->row, NULL);
    count = ppar_unpack_count(unpacker);
    for (long long k = 0; k < count; k++)
        it->row[k] = ppar_unpack_block(unpacker, sizeof *it->row[k], NULL);
    it->list = ppar_unpack_object(unpacker, sizeof *it->list, unpack_node);
    it->same = ppar_unpack_object(unpacker, sizeof *it->same, unpack_node);
    it->nodes = ppar_unpack_block(unpacker, sizeof *it->nodes, unpack_node);
    it->message = ppar_unpack_object(unpacker, sizeof *it->message, NULL);
    if (it->tag == 1)
        it->u.text = ppar_unpack_string(unpacker);
    if (it->tag == 2)
        it->u.longs = ppar_unpack_block(unpacker, sizeof *it->u.longs, NULL);
}

/* ---- the loop -------------------------------------------------------------------------------- */

enum { STRUCTURES = 2 };

static const struct ppar_member member = {0, sizeof(struct all), NULL, unpack_all};
static struct deep deep = {.stride = sizeof(struct all), .member = &member};

/* The block that begins where POINTER points; none for a null pointer, and anything else is wrong.
 */
static const struct unpacked *find_block(const struct ppar_unpacker *unpacker, const void *pointer)
{
    for (size_t k = 0; k < unpacker->count; k++)
        if (unpacker->blocks[k].block == pointer)
            return &unpacker->blocks[k];
    if (pointer != NULL)
        abort();
    return NULL;
}

static void check_string(const struct ppar_unpacker *unpacker, const char *string)
{
    const struct unpacked *block = find_block(unpacker, string);
    if (block != NULL && strlen(string) >= block->count)
        abort();
}

static void check_nodes(const struct ppar_unpacker *unpacker, const struct unpacked *block)
{
    const struct node *node = (const struct node *)block->block;
    for (uint64_t k = 0; block->each == unpack_node && k < block->count; k++) {
        find_block(unpacker, node[k].next);
        check_string(unpacker, node[k].name);
    }
}

static void check_all(const struct ppar_unpacker *unpacker, const struct all *it)
{
    const struct unpacked *names = find_block(unpacker, it->names);
    const struct unpacked *rows = find_block(unpacker, it->row);
    const void *const others[] = {it->numbers, it->list, it->same, it->nodes, it->message};
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        find_block(unpacker, others[k]);
    check_string(unpacker, it->name);
    for (uint64_t k = 0; names != NULL && k < names->count; k++)
        check_string(unpacker, it->names[k]);
    for (uint64_t k = 0; rows != NULL && k < rows->count; k++)
        find_block(unpacker, it->row[k]);
    if (it->tag == 1 || it->tag == 2)
        find_block(unpacker, it->u.text);
}

/* Whatever was wrong, every pointer is null or that of a block. */
static void check(const struct ppar_unpacker *unpacker, const struct all *results)
{
    for (size_t k = 0; k < unpacker->count; k++)
        check_nodes(unpacker, &unpacker->blocks[k]);
    for (int k = 0; k < STRUCTURES; k++)
        check_all(unpacker, &results[k]);
}

/* A worker's addresses in a segment that has only a part of a structure would stay; generated code
 * sends none. */
static void forget_pointers(struct all *results)
{
    for (int k = 0; k < STRUCTURES; k++) {
        struct all numbers = {.n = results[k].n,
                              .rows = results[k].rows,
                              .width = results[k].width,
                              .tag = results[k].tag};
        results[k] = numbers;
    }
}

/* Puts what a record says in place, as the parent does. */
static void unpack(struct all *results, const struct record *record)
{
    struct ppar_unpacker unpacker;
    unpacker_init(&unpacker, record->deep, record->header.deep);
    const char *data = record->data;
    for (uint32_t k = 0; k < record->header.puts; k++) {
        struct wire_segment segment = wire_segment_get(record, k);
        memcpy((char *)results + segment.offset, data, segment.length);
        data += segment.length;
    }
    forget_pointers(results);
    for (uint32_t k = 0; k < record->header.puts; k++) {
        struct wire_segment segment = wire_segment_get(record, k);
        if (segment.offset % (int64_t)sizeof *results == 0 && segment.length >= sizeof *results)
            unpack_all(&unpacker, &results[segment.offset / (int64_t)sizeof *results]);
    }
    unpacker_finish(&unpacker);
    check(&unpacker, results);
    for (size_t k = 0; k < unpacker.count; k++)
        free(unpacker.blocks[k].block);
    unpacker_release(&unpacker);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

/* All that is not taken by segments is deep. */
static void make_right(char *bytes, size_t size)
{
    struct wire_header header;
    struct wire_segment segment;
    memcpy(&header, bytes, sizeof header);
    uint64_t left = header.length = size - sizeof header;
    header.events = header.notes = 0;
    header.deep = 0;
    for (uint32_t k = 0; k < header.puts && left >= sizeof segment; k++)
        left -= sizeof segment;
    for (uint32_t k = 0; k < header.puts && (k + 1) * sizeof segment <= header.length; k++) {
        memcpy(&segment, bytes + sizeof header + k * sizeof segment, sizeof segment);
        left -= segment.length < left ? segment.length : left;
    }
    header.deep = left;
    memcpy(bytes, &header, sizeof header);
}

static void take(const char *bytes, size_t size)
{
    static const struct replays none;
    struct all results[STRUCTURES];
    struct output output = {
        .base = (char *)results, .high = sizeof results, .deep = &deep, .deep_count = 1};
    struct wire_limits limits = {.trips = 100, .replays = &none, .outputs = 1, .output = &output};
    struct wire_header header;
    struct record record;
    memset(results, 0, sizeof results);
    memcpy(&header, bytes, sizeof header);
    if (wire_check_header(&header, &limits) == NULL && header.kind == WIRE_CHUNK &&
        header.length == size - sizeof header && wire_open(&record, bytes, &limits) == NULL)
        unpack(results, &record);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 + sizeof(struct wire_header))
        return 0;
    char *bytes = malloc(size - 1);
    if (bytes == NULL)
        return 0;
    memcpy(bytes, data + 1, size - 1);
    if (data[0] & 1)
        make_right(bytes, size - 1);
    take(bytes, size - 1);
    free(bytes);
    return 0;
}
