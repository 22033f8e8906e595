/*
 * The witness is a copy of the process from before the loop, which waits. It is asked only when
 * parallel and serial run have left different memory:
 *
 *     parent     these stretches differ
 *     witness    of these, the parts that are the program's; what was there before
 *     parent     these words are to be watched
 *     witness    runs the loop, one iteration after the other, and looks at them after each
 *
 * Of the heap only blocks count that were in use. The C library's allocator has a word before each
 * block that tells its size and whether the one before is in use, so the blocks can be listed. Some
 * that are free look as if they were in use: the allocator keeps them at hand for the next call
 * that wants one of that size. So all of them are asked for, until it gives one that is not in the
 * list. That spoils the heap, but it is a copy's, and nobody else needs it. With another allocator,
 * what lies in the heap is not compared.
 */
#include "witness.h"
#include "inplace.h"
#include "io.h"
#include "maps.h"
#include "process.h"
#include "replay.h"
#include "run.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORD           sizeof(size_t)
#define LEAST_BLOCK    (4 * WORD)
#define LARGEST_KEPT   1040    /* bytes of the blocks that the allocator keeps at hand */
#define MOST_KEPT      1000000 /* of one size */
#define MOST_STRETCHES ((uint64_t)1 << 26)

/* ---- in the witness: the heap ------------------------------------------------------------- */

struct heap {
    uintptr_t start, end;   /* the mapping */
    struct stretch *blocks; /* what was in use, ascending; START == END: it was not */
    size_t count;
};

static void find_heap(struct heap *heap)
{
    struct mapping mapping;
    char *maps = maps_read();
    for (const char *line = maps; line != NULL; line = maps_next(line)) {
        if (!maps_parse(line, &mapping) || strcmp(mapping.name, "[heap]") != 0)
            continue;
        if (heap->start == 0)
            heap->start = mapping.start;
        heap->end = mapping.end;
    }
    maps_free(maps);
}

static size_t word_at(uintptr_t address)
{
    size_t word;
    memcpy(&word, (const void *)address, sizeof word);
    return word;
}

/* The first block is the allocator's own. What is behind the last one ends the list. */
static void list_blocks(struct heap *heap)
{
    uintptr_t at = heap->start;
    while (at + LEAST_BLOCK <= heap->end) {
        size_t size = word_at(at + WORD) & ~(size_t)7;
        uintptr_t next = at + size;
        if (size < LEAST_BLOCK || size > heap->end - at || next + 2 * WORD > heap->end)
            break;
        int in_use = (word_at(next + WORD) & 1) != 0;
        if (in_use && at != heap->start)
            heap->blocks[heap->count++] = (struct stretch){at + 2 * WORD, next + WORD};
        at = next;
    }
}

static struct stretch *find_block(const struct heap *heap, uintptr_t address)
{
    size_t low = 0, high = heap->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (heap->blocks[middle].start <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &heap->blocks[low - 1] : NULL;
}

/* Whether the block is one of the list; then it is not in use. */
static int strike(struct heap *heap, const void *memory)
{
    struct stretch *block = find_block(heap, (uintptr_t)memory);
    if (memory == NULL || block == NULL || block->start != (uintptr_t)memory)
        return 0;
    block->end = block->start;
    return 1;
}

static void strike_kept(struct heap *heap)
{
    for (size_t size = LEAST_BLOCK; size <= LARGEST_KEPT; size += 2 * WORD)
        for (int k = 0; k < MOST_KEPT; k++) {
            void *volatile memory = malloc(size - WORD);
            if (!strike(heap, memory))
                break;
        }
}

static void look_at_heap(struct heap *heap)
{
    *heap = (struct heap){0};
    find_heap(heap);
    if (heap->start == heap->end || inplace_allocator_objects())
        return;
    heap->blocks = mmap(NULL, (heap->end - heap->start) / LEAST_BLOCK * sizeof *heap->blocks,
                        PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (heap->blocks == MAP_FAILED)
        return;
    list_blocks(heap);
    strike_kept(heap);
}

/* ---- in the witness: answers -------------------------------------------------------------- */

static void send_part(struct sink *sink, const struct found *part)
{
    if (part->start < part->end)
        sink_write(sink, part, sizeof *part);
}

/* The parts of the stretch that lie in blocks; or all of it. */
static void send_parts(struct sink *sink, const struct heap *heap, const struct stretch *stretch)
{
    struct found part = {stretch->start, stretch->end, 0, 0};
    if (stretch->end <= heap->start || stretch->start >= heap->end) {
        send_part(sink, &part);
        return;
    }
    struct stretch *block = find_block(heap, stretch->start);
    if (block == NULL)
        block = heap->blocks;
    for (; heap->count > 0 && block < heap->blocks + heap->count && block->start < stretch->end;
         block++) {
        part = (struct found){block->start > stretch->start ? block->start : stretch->start,
                              block->end < stretch->end ? block->end : stretch->end, block->start,
                              block->end - block->start};
        send_part(sink, &part);
    }
}

static int read_all(int fd, void *bytes, size_t size)
{
    return io_read(fd, bytes, size) == (ssize_t)size ? 0 : -EPIPE;
}

/* An empty part ends the answer. */
static int answer(struct ppar_run *run, int fd)
{
    static const struct found nothing;
    struct heap heap;
    struct sink sink;
    struct stretch *stretches;
    uint64_t count;
    if (read_all(fd, &count, sizeof count) != 0 || count > MOST_STRETCHES)
        return -EPIPE;
    stretches = mmap(NULL, (count + 1) * sizeof *stretches, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (stretches == MAP_FAILED || read_all(fd, stretches, count * sizeof *stretches) != 0)
        return -ENOMEM;
    run->loop->run = NULL;
    run_free(run); /* what it had in the heap is not the program's */
    look_at_heap(&heap);
    sink_init(&sink, fd);
    for (uint64_t k = 0; k < count; k++)
        send_parts(&sink, &heap, &stretches[k]);
    sink_write(&sink, &nothing, sizeof nothing);
    return sink_flush(&sink);
}

/* The bytes before the loop of each part that the parent names. */
static int show(int fd)
{
    struct sink sink;
    struct stretch part;
    sink_init(&sink, fd);
    for (;;) {
        if (read_all(fd, &part, sizeof part) != 0)
            return -EPIPE;
        if (part.start == part.end)
            return 0;
        sink_write(&sink, (const void *)part.start, part.end - part.start);
        if (sink_flush(&sink) != 0)
            return -EPIPE;
    }
}

/* ---- in the witness: steps ---------------------------------------------------------------- */

/* What is watched, as it was after the last iteration that has changed it. */
static struct {
    int fd;
    uint64_t count;
    struct stretch places[WATCHED];
    char last[WATCHED][8];
    uint64_t iterations[WATCHED];
} watch;

static size_t watched_size(uint64_t k)
{
    size_t size = watch.places[k].end - watch.places[k].start;
    return size < sizeof watch.last[k] ? size : sizeof watch.last[k];
}

static void look(uint64_t iteration)
{
    for (uint64_t k = 0; k < watch.count; k++) {
        const void *place = (const void *)watch.places[k].start;
        if (memcmp(watch.last[k], place, watched_size(k)) == 0)
            continue;
        memcpy(watch.last[k], place, watched_size(k));
        watch.iterations[k] = iteration;
    }
}

_Noreturn void witness_tell(void)
{
    (void)io_write(watch.fd, watch.iterations, sizeof watch.iterations);
    _exit(EXIT_SUCCESS);
}

static void start_watch(int fd)
{
    if (read_all(fd, &watch.count, sizeof watch.count) != 0 || watch.count > WATCHED ||
        read_all(fd, watch.places, sizeof watch.places) != 0)
        _exit(EXIT_FAILURE);
    watch.fd = fd;
    look(NOBODY);
    memset(watch.iterations, 0xff, sizeof watch.iterations);
}

int witness_next(struct ppar_loop *loop)
{
    look(loop->first);
    if (loop->last >= loop->trips || loop->left != PPAR_TO_THE_END)
        witness_tell();
    loop->first = loop->last++;
    return 1;
}

/* What the body prints is no news. */
static void be_silent(void)
{
    if (io_silence(STDOUT_FILENO) != 0 || io_silence(STDERR_FILENO) != 0)
        _exit(EXIT_FAILURE);
}

/* Returns when the loop is to be run. */
static void serve(int fd, struct ppar_run *run, struct held_text *held)
{
    struct ppar_loop *loop = run->loop;
    uint64_t first = run->gate.done;
    be_silent();
    replay_forget(held);
    if (answer(run, fd) != 0 || show(fd) != 0)
        _exit(EXIT_FAILURE);
    start_watch(fd);
    process.in_iteration = 1;
    loop->first = first;
    loop->last = first + 1;
}

/* ---- the parent's side -------------------------------------------------------------------- */

int witness_start(struct witness *witness, struct ppar_run *run, struct held_text *held)
{
    int ends[2];
    pid_t parent = getpid();
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return -errno;
    int error = 0;
    witness->pid = fork();
    if (witness->pid < 0)
        error = -errno;
    if (witness->pid == 0) {
        process_end_with(parent);
        io_close(&ends[0]);
        serve(ends[1], run, held);
        return 1;
    }
    io_close(&ends[1]);
    witness->fd = ends[0];
    if (error != 0)
        witness_end(witness);
    return error;
}

/* A witness that is dead must not end the program. */
static int say(const struct witness *witness, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t sent = send(witness->fd, at, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return -errno;
        at += sent;
        length -= (size_t)sent;
    }
    return 0;
}

void witness_end(struct witness *witness)
{
    io_close(&witness->fd);
    if (witness->pid <= 0)
        return;
    kill(witness->pid, SIGKILL);
    while (waitpid(witness->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    witness->pid = 0;
}

/* All parts of the answer, and room for their bytes. */
static ssize_t receive_parts(const struct witness *witness, struct found **found, size_t *total)
{
    size_t count = 0, room = 0;
    *found = NULL;
    *total = 0;
    for (;;) {
        struct found part;
        int error = read_all(witness->fd, &part, sizeof part);
        if (error != 0)
            return error;
        if (part.start >= part.end)
            return (ssize_t)count;
        if (count == room) {
            room = room > 0 ? 2 * room : 64;
            struct found *more = realloc(*found, room * sizeof *more);
            if (more == NULL)
                return -ENOMEM;
            *found = more;
        }
        (*found)[count++] = part;
        *total += part.end - part.start;
    }
}

static int receive_bytes(const struct witness *witness, const struct found *found, size_t count,
                         char *bytes)
{
    struct stretch end = {0, 0};
    int error = 0;
    for (size_t k = 0; k < count && error == 0; k++) {
        struct stretch part = {found[k].start, found[k].end};
        error = say(witness, &part, sizeof part);
        if (error == 0)
            error = read_all(witness->fd, bytes, part.end - part.start);
        bytes += part.end - part.start;
    }
    return error != 0 ? error : say(witness, &end, sizeof end);
}

ssize_t witness_ask(const struct witness *witness, const struct stretch *stretches, size_t count,
                    struct found **found, char **bytes)
{
    uint64_t number = count;
    size_t total = 0;
    *found = NULL;
    *bytes = NULL;
    int error = say(witness, &number, sizeof number);
    if (error == 0)
        error = say(witness, stretches, count * sizeof *stretches);
    ssize_t parts = error != 0 ? error : receive_parts(witness, found, &total);
    if (parts < 0)
        return parts;
    *bytes = malloc(total + 1);
    if (*bytes == NULL)
        return -ENOMEM;
    error = receive_bytes(witness, *found, (size_t)parts, *bytes);
    return error != 0 ? error : parts;
}

void witness_watch(const struct witness *witness, const struct stretch *stretches, size_t count,
                   uint64_t *iterations)
{
    struct stretch places[WATCHED] = {{0, 0}};
    uint64_t number = count, answers[WATCHED];
    memcpy(places, stretches, count * sizeof *places);
    memset(answers, 0xff, sizeof answers);
    if (say(witness, &number, sizeof number) != 0 || say(witness, places, sizeof places) != 0 ||
        read_all(witness->fd, answers, sizeof answers) != 0)
        memset(answers, 0xff, sizeof answers);
    memcpy(iterations, answers, count * sizeof *answers);
}
