/* The arena and its lists: zeroed, aligned, apart from each other, and large requests too. */
#include "arena.h"

#include <CUnit/Basic.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static bool is_filled(const unsigned char *bytes, size_t length, unsigned char with)
{
    for (size_t k = 0; k < length; k++)
        if (bytes[k] != with)
            return false;
    return true;
}

/* Each block is filled with a byte of its own; if two overlapped, one of them would change. */
static void test_blocks(void)
{
    static const size_t sizes[] = {0,  1,   2,    7,     8,     15,    16,
                                   17, 100, 4000, 65535, 65536, 65537, 1 << 20};
    enum { ROUNDS = 20, BLOCKS = ROUNDS * COUNT(sizes) };
    struct arena *arena = arena_new();
    unsigned char *blocks[BLOCKS];
    for (size_t k = 0; k < BLOCKS; k++) {
        size_t size = sizes[k % COUNT(sizes)];
        blocks[k] = arena_alloc(arena, size);
        CU_ASSERT_PTR_NOT_NULL_FATAL(blocks[k]);
        CU_ASSERT_EQUAL((uintptr_t)blocks[k] % alignof(uint64_t), 0);
        CU_ASSERT_EQUAL((uintptr_t)blocks[k] % alignof(void *), 0);
        CU_ASSERT_TRUE(is_filled(blocks[k], size, 0));
        memset(blocks[k], (int)(k % 255 + 1), size);
    }
    for (size_t k = 0; k < BLOCKS; k++)
        CU_ASSERT_TRUE(is_filled(blocks[k], sizes[k % COUNT(sizes)], (unsigned char)(k % 255 + 1)));
    arena_free(arena);
    arena_free(NULL);
}

static void test_strings(void)
{
    struct arena *arena = arena_new();
    char *long_text = malloc(200001);
    memset(long_text, 'x', 200000);
    long_text[200000] = '\0';
    CU_ASSERT_STRING_EQUAL(arena_strdup(arena, ""), "");
    CU_ASSERT_STRING_EQUAL(arena_strdup(arena, "text"), "text");
    CU_ASSERT_STRING_EQUAL(arena_strdup(arena, long_text), long_text);
    CU_ASSERT_STRING_EQUAL(arena_strndup(arena, "text", 2), "te");
    CU_ASSERT_STRING_EQUAL(arena_strndup(arena, "text", 0), "");
    CU_ASSERT_EQUAL(memcmp(arena_strndup(arena, "a\0b", 3), "a\0b", 4), 0);
    CU_ASSERT_STRING_EQUAL(arena_printf(arena, "%d-%s", 7, "x"), "7-x");
    CU_ASSERT_STRING_EQUAL(arena_printf(arena, "%s", ""), "");
    const char *printed = arena_printf(arena, "<%s>", long_text);
    CU_ASSERT_EQUAL(strlen(printed), 200002);
    CU_ASSERT_EQUAL(printed[200001], '>');
    arena_free(arena);
    free(long_text);
}

static void test_lists(void)
{
    enum { ITEMS = 100000 };
    struct arena *arena = arena_new();
    struct {
        LIST_OF(int) numbers;
        LIST_OF(struct { char bytes[24]; }) records;
    } lists = {0};
    for (int k = 0; k < ITEMS; k++) {
        LIST_PUSH(arena, lists.numbers, k);
        CU_ASSERT_EQUAL(lists.numbers.count, (size_t)k + 1);
        CU_ASSERT_TRUE(lists.numbers.room >= lists.numbers.count);
    }
    long long sum = 0;
    for (size_t k = 0; k < lists.numbers.count; k++)
        sum += lists.numbers.items[k] == (int)k;
    CU_ASSERT_EQUAL(sum, ITEMS);
    CU_ASSERT_EQUAL(lists.records.count, 0);
    arena_free(arena);
}

/* A list's room that is full grows, and what is in it moves along. */
static void test_grow(void)
{
    struct arena *arena = arena_new();
    unsigned room = 0;
    int *items = arena_grow(arena, NULL, 0, &room, sizeof *items);
    CU_ASSERT_TRUE(room >= 1);
    for (size_t k = 0; k < room; k++)
        items[k] = (int)k;
    size_t full = room;
    int *same = arena_grow(arena, items, full - 1, &room, sizeof *items);
    CU_ASSERT_PTR_EQUAL(same, items);
    int *moved = arena_grow(arena, items, full, &room, sizeof *items);
    CU_ASSERT_TRUE(room > full);
    for (size_t k = 0; k < full; k++)
        CU_ASSERT_EQUAL(moved[k], (int)k);
    arena_free(arena);
}

/* Of two lists the one that is the last in its block grows where it is, and the other one, whose
 * items stand before it, moves. A copy of a list keeps what it had. */
static void test_grow_in_place(void)
{
    struct arena *arena = arena_new();
    unsigned room = 0, other_room = 0;
    int *items = arena_grow(arena, NULL, 0, &room, sizeof *items);
    for (unsigned k = 0; k < room; k++)
        items[k] = 7;
    CU_ASSERT_PTR_EQUAL(arena_grow(arena, items, room, &room, sizeof *items), items);
    int *other = arena_grow(arena, NULL, 0, &other_room, sizeof *other);
    CU_ASSERT_TRUE(other >= items + room);
    *other = 8;
    int *moved = arena_grow(arena, items, room, &room, sizeof *items);
    CU_ASSERT_TRUE(moved >= other + other_room);
    moved[room - 1] = 9;
    CU_ASSERT_EQUAL(items[0], 7);
    CU_ASSERT_EQUAL(moved[0], 7);
    CU_ASSERT_EQUAL(*other, 8);
    char *string = arena_strdup(arena, "behind it");
    CU_ASSERT_TRUE(string >= (char *)(moved + room));
    arena_free(arena);
}

/* The address sanitizer is to fail as malloc does. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static struct arena *volatile exhausted; /* in reach of the leak checker */

/* Too much memory ends the program with status 2 and a message. */
static void test_exhaustion(void)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 8, SIZE_MAX / 2};
    for (size_t k = 0; k < COUNT(sizes); k++) {
        int fds[2], status = 0;
        CU_ASSERT_EQUAL_FATAL(pipe(fds), 0);
        fflush(NULL);
        pid_t pid = fork();
        if (pid == 0) {
            dup2(fds[1], STDERR_FILENO);
            exhausted = arena_new();
            arena_alloc(exhausted, sizes[k]);
            _exit(0);
        }
        close(fds[1]);
        char text[4000] = "";
        size_t length = 0;
        for (ssize_t got = 1; got > 0 && length<sizeof text - 1; length += got> 0 ? (size_t)got : 0)
            got = read(fds[0], text + length, sizeof text - 1 - length);
        CU_ASSERT_EQUAL(waitpid(pid, &status, 0), pid);
        close(fds[0]);
        CU_ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 2);
        CU_ASSERT_PTR_NOT_NULL(strstr(text, "out of memory"));
    }
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("arena", NULL, NULL);
    CU_add_test(suite, "blocks", test_blocks);
    CU_add_test(suite, "strings", test_strings);
    CU_add_test(suite, "lists", test_lists);
    CU_add_test(suite, "grow", test_grow);
    CU_add_test(suite, "grow in place", test_grow_in_place);
    CU_add_test(suite, "exhaustion", test_exhaustion);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
