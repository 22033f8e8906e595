/* Rows behind tables: the tests of overlap against their definition, and offsets against addresses.
 */
#include "output.h"
#include "process.h"
#include "rows.h"

#include <CUnit/Basic.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static uint64_t seed = 1;

static uint64_t random_bits(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

static char memory[4096];

static struct ppar_rows table_of(char *const *table, size_t count, int low, int high)
{
    return ppar_rows(table, 0, sizeof *table, 0, (ppar_wide)count, low, high);
}

/* ---- overlap ------------------------------------------------------------------------------ */

static void test_few(void)
{
    static const struct {
        const char *what;
        int count, rows[4], low, high, expected; /* -1: null */
    } cases[] = {
        {"ascend", 3, {0, 10, 20}, 0, 10, 1},
        {"descend", 3, {20, 10, 0}, 0, 10, 1},
        {"in no order", 4, {20, 0, 30, 10}, 0, 10, 1},
        {"twice the same", 3, {0, 10, 0}, 0, 10, 0},
        {"one byte too long", 3, {0, 10, 20}, 0, 11, 0},
        {"one byte too near", 3, {20, 0, 9}, 0, 10, 0},
        {"one byte in common, descending", 3, {20, 11, 0}, 0, 10, 0},
        {"from behind the pointer on", 2, {0, 10}, 5, 15, 1},
        {"from before the pointer on", 2, {20, 30}, -10, 1, 0},
        {"two null pointers", 4, {-1, 0, -1, 10}, 0, 10, 1},
        {"null pointers around the same", 4, {-1, 5, 5, -1}, 0, 10, 0},
        {"nothing of each", 3, {7, 7, 7}, 4, 4, 1},
        {"less than nothing", 3, {7, 7, 7}, 4, 0, 1},
        {"one", 1, {0}, 0, 10, 1},
        {"none", 0, {0}, 0, 10, 1},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        char *table[4];
        for (int n = 0; n < cases[k].count; n++)
            table[n] = cases[k].rows[n] < 0 ? NULL : memory + 100 + cases[k].rows[n];
        int found =
            ppar_rows_differ(table_of(table, (size_t)cases[k].count, cases[k].low, cases[k].high));
        CU_ASSERT_EQUAL(found, cases[k].expected);
        if (found != cases[k].expected)
            fprintf(stderr, "  %s\n", cases[k].what);
    }
}

static int meet(char *a, char *b, int a_low, int a_high, int b_low, int b_high)
{
    return a && b && a + a_low < b + b_high && b + b_low < a + a_high;
}

static size_t fill(char **table, uint64_t spread)
{
    size_t count = random_bits() % 9;
    for (size_t k = 0; k < count; k++)
        table[k] = random_bits() % 8 == 0 ? NULL : memory + 64 + random_bits() % spread;
    return count;
}

static void test_random(void)
{
    for (int round = 0; round < 20000; round++) {
        char *a[9], *b[9];
        uint64_t spread = round % 2 ? 64 : 2000;
        size_t a_count = fill(a, spread), b_count = fill(b, spread);
        int low = (int)(random_bits() % 9) - 4, high = low + 1 + (int)(random_bits() % 9);
        int b_low = (int)(random_bits() % 9) - 4, b_high = b_low + 1 + (int)(random_bits() % 9);
        int differ = 1, apart = 1, one = 1;
        for (size_t k = 0; k < a_count; k++) {
            for (size_t n = 0; n < k; n++)
                differ &= !meet(a[k], a[n], low, high, low, high);
            for (size_t n = 0; n < b_count; n++)
                apart &= !meet(a[k], b[n], low, high, b_low, b_high);
            one &= !meet(a[k], memory + 64, low, high, b_low, b_high);
        }
        struct ppar_rows rows = table_of(a, a_count, low, high);
        struct ppar_rows others = table_of(b, b_count, b_low, b_high);
        struct ppar_rows block = ppar_one_row(memory + 64, b_low, b_high);
        CU_ASSERT_EQUAL(ppar_rows_differ(rows), differ);
        CU_ASSERT_EQUAL(ppar_rows_apart(rows, others), apart);
        CU_ASSERT_EQUAL(ppar_rows_apart(others, rows), apart);
        CU_ASSERT_EQUAL(ppar_rows_apart(rows, block), one);
        CU_ASSERT_EQUAL(ppar_rows_apart(block, rows), one);
    }
}

/* Only the rows that are named count, wherever else the table leads. */
static void test_named(void)
{
    char *table[] = {memory, memory + 50, memory + 100, memory + 150, memory};
    CU_ASSERT_FALSE(ppar_rows_differ(ppar_rows(table, 0, 8, 0, 5, 0, 50)));
    CU_ASSERT_TRUE(ppar_rows_differ(ppar_rows(table, 0, 8, 0, 4, 0, 50)));
    CU_ASSERT_TRUE(ppar_rows_differ(ppar_rows(table, 0, 8, 1, 5, 0, 50)));
    CU_ASSERT_TRUE(ppar_rows_differ(ppar_rows(table + 2, 0, 8, -2, 2, 0, 50)));
    CU_ASSERT_FALSE(ppar_rows_differ(ppar_rows(table, 8, 8, -1, 4, 0, 50)));

    struct {
        long length;
        char *data;
    } records[] = {{0, memory}, {0, memory + 10}, {0, memory + 20}};
    CU_ASSERT_TRUE(ppar_rows_differ(ppar_rows(records, 8, sizeof records[0], 0, 3, 0, 10)));
    CU_ASSERT_FALSE(ppar_rows_differ(ppar_rows(records, 8, sizeof records[0], 0, 3, 0, 11)));
}

static void test_too_large(void)
{
    const ppar_wide far = (ppar_wide)1 << 50;
    char *table[] = {memory};
    CU_ASSERT_FALSE(ppar_rows_differ(ppar_rows(table, 0, 8, 0, far, 0, 1)));
    CU_ASSERT_FALSE(ppar_rows_differ(ppar_rows(table, 0, 8, -far, 1, 0, 1)));
    CU_ASSERT_FALSE(ppar_rows_differ(ppar_rows(table, 0, 8, 0, 1, -far, 1)));
    CU_ASSERT_FALSE(ppar_rows_apart(ppar_one_row(memory, 0, 1), ppar_one_row(memory, 5, far)));
}

/* A table of which only a part can be read, at both of its ends. */
static void test_unreadable(void)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), each = page / sizeof(char *);
    char *pages = mmap(NULL, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CU_ASSERT_TRUE_FATAL(pages != MAP_FAILED && !mprotect(pages + page, page, PROT_WRITE));
    char **table = (char **)(pages + page);
    for (size_t k = 0; k < each; k++)
        table[k] = memory + k;
    CU_ASSERT_TRUE(
        ppar_rows_differ(ppar_rows(table, 0, 8, -(ppar_wide)each, 2 * (ppar_wide)each, 0, 1)));
    table[each - 1] = table[0];
    CU_ASSERT_FALSE(
        ppar_rows_differ(ppar_rows(table, 0, 8, -(ppar_wide)each, 2 * (ppar_wide)each, 0, 1)));
    munmap(pages, 3 * page);
}

enum { MANY = 100000 };

static void test_many(void)
{
    char **table = malloc(MANY * sizeof *table);
    char *base = mmap(NULL, 8 * MANY, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CU_ASSERT_TRUE_FATAL(table != NULL && base != MAP_FAILED);
    for (size_t k = 0; k < MANY; k++)
        table[k] = base + 8 * k;
    CU_ASSERT_TRUE(ppar_rows_differ(table_of(table, MANY, 0, 8)));
    CU_ASSERT_FALSE(ppar_rows_differ(table_of(table, MANY, 0, 9)));
    for (size_t k = MANY; k > 1; k--) {
        size_t other = random_bits() % k;
        char *row = table[k - 1];
        table[k - 1] = table[other];
        table[other] = row;
    }
    CU_ASSERT_TRUE(ppar_rows_differ(table_of(table, MANY, 0, 8)));
    CU_ASSERT_FALSE(ppar_rows_differ(table_of(table, MANY, 0, 9)));
    table[MANY / 3] = table[MANY / 2];
    CU_ASSERT_FALSE(ppar_rows_differ(table_of(table, MANY, 0, 8)));
    munmap(base, 8 * MANY);
    free(table);
}

static void test_nested(void)
{
    char *table[] = {memory, memory};
    process.in_worker = 1;
    CU_ASSERT_TRUE(ppar_rows_differ(table_of(table, 2, 0, 8)));
    process.in_worker = 0;
    CU_ASSERT_FALSE(ppar_rows_differ(table_of(table, 2, 0, 8)));
}

/* ---- offsets ------------------------------------------------------------------------------ */

static void test_offsets(void)
{
    char *table[] = {memory + 300, NULL, memory + 100, memory + 200};
    struct ppar_rows rows = ppar_rows(table, 0, 8, 0, 4, -8, 24);
    struct output output = {.rows = rows_new(&rows)};
    CU_ASSERT_PTR_NOT_NULL_FATAL(output.rows);
    const int64_t pitch = output_set_rows(&output);
    CU_ASSERT_TRUE(pitch > 32);
    for (int64_t k = 0; k < 4; k++)
        for (int64_t byte = -8; byte <= 24; byte++) {
            int64_t offset = pitch * k + byte;
            bool is_there = table[k] && byte < 24;
            CU_ASSERT_EQUAL(output_holds(&output, offset, 1), is_there);
            CU_ASSERT_EQUAL(output_holds(&output, offset, (uint64_t)(24 - byte)),
                            table[k] || byte == 24);
            CU_ASSERT_FALSE(output_holds(&output, offset, (uint64_t)(25 - byte)));
            if (!is_there)
                continue;
            CU_ASSERT_PTR_EQUAL(output_address(&output, offset), table[k] + byte);
            CU_ASSERT_EQUAL(output_offset(&output, table[k] + byte), offset);
        }
    static const int64_t outside[] = {-9, INT64_MIN, INT64_MAX};
    for (size_t k = 0; k < COUNT(outside); k++)
        CU_ASSERT_FALSE(output_holds(&output, outside[k], 1));
    CU_ASSERT_FALSE(output_holds(&output, 4 * pitch - 8, 1));
    CU_ASSERT_FALSE(output_holds(&output, 0, UINT64_MAX));
    CU_ASSERT_FALSE(output_holds(&output, output_offset(&output, memory + 91), 1));
    CU_ASSERT_FALSE(output_holds(&output, output_offset(&output, memory + 124), 1));
    CU_ASSERT_FALSE(output_holds(&output, output_offset(&output, memory + 324), 1));
    rows_free(output.rows);
}

/* Neither offsets that overflow, nor rows without a byte. */
static void test_ends(void)
{
    struct ppar_rows rows = ppar_rows(memory, 0, 8, 0, 0, 0, 8);
    struct output output = {.rows = rows_new(&rows)};
    CU_ASSERT_PTR_NOT_NULL_FATAL(output.rows);
    output_set_rows(&output);
    CU_ASSERT_FALSE(output_holds(&output, 0, 1));
    CU_ASSERT_FALSE(output_holds(&output, output_offset(&output, memory), 1));
    rows_free(output.rows);
    const ppar_wide far = (ppar_wide)1 << 39;
    rows = ppar_rows(memory, 0, 8, far, far + 1, 0, far);
    CU_ASSERT_PTR_NULL(rows_new(&rows));
    rows = ppar_rows(memory, 0, 8, 0, far * 8, 0, 1);
    CU_ASSERT_PTR_NULL(rows_new(&rows));
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("rows", NULL, NULL);
    CU_add_test(suite, "few", test_few);
    CU_add_test(suite, "random", test_random);
    CU_add_test(suite, "named", test_named);
    CU_add_test(suite, "too large", test_too_large);
    CU_add_test(suite, "unreadable", test_unreadable);
    CU_add_test(suite, "many", test_many);
    CU_add_test(suite, "nested", test_nested);
    CU_add_test(suite, "offsets", test_offsets);
    CU_add_test(suite, "ends", test_ends);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
