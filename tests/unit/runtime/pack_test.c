/* Results that own memory, packed and unpacked in one process; and deep parts that are wrong. */
#include "pack.h"

#include <CUnit/Basic.h>

#include <stdlib.h>
#include <string.h>

struct node {
    struct node *next;
    char *name;
};

static void pack_node(struct ppar_packer *packer, const void *at)
{
    const struct node *it = at;
    ppar_pack_block(packer, it->next, 1, sizeof *it->next, pack_node);
    ppar_pack_string(packer, it->name);
}

static void unpack_node(struct ppar_unpacker *unpacker, void *at)
{
    struct node *it = at;
    it->next = ppar_unpack_object(unpacker, sizeof *it->next, unpack_node);
    it->name = ppar_unpack_string(unpacker);
}

/* A ring of two nodes with one name. */
static void test_ring(void)
{
    struct ppar_packer packer = {0};
    struct ppar_unpacker unpacker;
    struct node *a = calloc(1, sizeof *a), *b = calloc(1, sizeof *b), made = {0};
    a->next = b;
    b->next = a;
    a->name = b->name = strdup("shared");
    const struct node first = {.next = a};
    pack_node(&packer, &first);
    CU_ASSERT_PTR_NULL(packer_finish(&packer));
    unpacker_init(&unpacker, packer.bytes, packer.length);
    unpack_node(&unpacker, &made);
    CU_ASSERT_PTR_NULL(unpacker_finish(&unpacker));
    CU_ASSERT_PTR_NULL(made.name);
    CU_ASSERT_PTR_EQUAL(made.next->next->next, made.next);
    CU_ASSERT_PTR_NOT_EQUAL(made.next->next, made.next);
    CU_ASSERT_PTR_EQUAL(made.next->name, made.next->next->name);
    CU_ASSERT_STRING_EQUAL(made.next->name, "shared");
    free(made.next->name);
    free(made.next->next);
    free(made.next);
    unpacker_release(&unpacker);
    packer_release(&packer);
    free(a->name);
    free(a);
    free(b);
}

/* A vector keeps the room that it has. */
static void test_room(void)
{
    struct ppar_packer packer = {0};
    struct ppar_unpacker unpacker;
    double *vector = calloc(100, sizeof *vector);
    vector[1] = 5;
    CU_ASSERT_EQUAL(ppar_pack_block(&packer, vector, 2, sizeof *vector, NULL), 2);
    CU_ASSERT_PTR_NULL(packer_finish(&packer));
    unpacker_init(&unpacker, packer.bytes, packer.length);
    double *made = ppar_unpack_block(&unpacker, sizeof *made, NULL);
    CU_ASSERT_EQUAL(ppar_unpack_count(&unpacker), 2);
    CU_ASSERT_PTR_NULL(unpacker_finish(&unpacker));
    CU_ASSERT_EQUAL(made[1], 5);
    made[99] = 7;
    free(made);
    free(vector);
    unpacker_release(&unpacker);
    packer_release(&packer);
}

/* What a worker finds wrong with its results. */
static void test_wrong_results(void)
{
    char *block = calloc(10, 1);
    struct {
        const char *says;
        long long count[2];
        int behind; /* the second pointer */
    } cases[] = {
        {"fewer elements", {1000, 0}, 0},
        {"negative", {-1, 0}, 0},
        {"share memory", {5, 6}, 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct ppar_packer packer = {0};
        ppar_pack_block(&packer, block, cases[k].count[0], 1, NULL);
        ppar_pack_block(&packer, block + cases[k].behind, cases[k].count[1], 1, NULL);
        const char *wrong = packer_finish(&packer);
        CU_ASSERT_PTR_NOT_NULL_FATAL(wrong);
        CU_ASSERT_PTR_NOT_NULL(strstr(wrong, cases[k].says));
        packer_release(&packer);
    }
    free(block);
}

/* Deep parts of one string, as 64-bit numbers: number, length, room, bytes. */
static void test_wrong_parts(void)
{
    static const struct {
        const char *says;
        size_t length;
        uint64_t number[5];
    } cases[] = {
        {"ends too early", 0, {0}},
        {"ends too early", 7, {1}},
        {"ends too early", 8, {1}},
        {"ends too early", 23, {1, 8, 8}},
        {"has not come", 32, {2, 8, 8, 0}},
        {"longer than the whole", 32, {1, 9, 9, 0}},
        {"longer than the whole", 32, {1, UINT64_MAX, UINT64_MAX, 0}},
        {"longer than the whole", 32, {1, 8, 7, 0}},
        {"no memory", 32, {1, 8, UINT64_MAX, 0}},
        {"no memory", 32, {1, 8, INT64_MAX, 0}},
        {"has no end", 32, {1, 8, 8, UINT64_MAX}},
        {"has no end", 24, {1, 0, 8}},
        {"more in it", 40, {1, 8, 8, 0}},
        {"more in it", 16, {0}},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct ppar_unpacker unpacker;
        unpacker_init(&unpacker, (const char *)cases[k].number, cases[k].length);
        char *string = ppar_unpack_string(&unpacker);
        const char *wrong = unpacker_finish(&unpacker);
        CU_ASSERT_PTR_NOT_NULL_FATAL(wrong);
        if (!strstr(wrong, cases[k].says))
            CU_FAIL("says something else");
        free(string);
        CU_ASSERT_PTR_NULL(ppar_unpack_string(&unpacker));
        unpacker_release(&unpacker);
    }
}

/* The same block as two kinds. */
static void test_kinds(void)
{
    static const uint64_t part[] = {1, 16, 16, 0, 0, 1};
    struct ppar_unpacker unpacker;
    unpacker_init(&unpacker, (const char *)part, sizeof part);
    void *block = ppar_unpack_block(&unpacker, 8, NULL);
    CU_ASSERT_PTR_NOT_NULL(block);
    CU_ASSERT_PTR_NULL(ppar_unpack_block(&unpacker, 16, NULL));
    CU_ASSERT_PTR_NOT_NULL(unpacker_finish(&unpacker));
    free(block);
    unpacker_release(&unpacker);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("pack", NULL, NULL);
    CU_add_test(suite, "a ring", test_ring);
    CU_add_test(suite, "room", test_room);
    CU_add_test(suite, "wrong results", test_wrong_results);
    CU_add_test(suite, "wrong parts", test_wrong_parts);
    CU_add_test(suite, "kinds", test_kinds);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
