/* What goes through the image, and what comes back: bytes that a worker has put, and no others. */
#include "views.h"

#include <CUnit/Basic.h>
#include <stdlib.h>
#include <string.h>

static char memory[4096];
static struct turn *turn;
static struct span spans[SPANS];
static unsigned span_count;

static struct ppar_loop loop_of(const struct ppar_view *views, int count)
{
    struct ppar_loop loop = {.abi = PPAR_ABI};
    ppar_stay(&loop, views, count);
    return loop;
}

static int are_known(struct ppar_view one, struct ppar_view two)
{
    struct ppar_view views[] = {one, two};
    struct ppar_loop loop = loop_of(views, 2);
    return views_are_known(&loop);
}

static struct ppar_view view(int kind, long long low, long long high)
{
    return ppar_view((enum ppar_view_kind)kind, memory, low, high, -1, 0);
}

static void test_known(void)
{
    CU_ASSERT(are_known(view(PPAR_READ, 0, 100), view(PPAR_READ, 50, 200)));
    CU_ASSERT(are_known(view(PPAR_WRITE, 0, 100), view(PPAR_READ, 100, 200)));
    CU_ASSERT(!are_known(view(PPAR_WRITE, 0, 100), view(PPAR_READ, 99, 200)));
    CU_ASSERT(!are_known(view(PPAR_READ, 0, 100), view(PPAR_UPDATE, 0, 1)));
    CU_ASSERT(!are_known(view(PPAR_SCRATCH, 0, 100), view(PPAR_WRITE, 50, 60)));
    CU_ASSERT(are_known(view(PPAR_FIXED, 0, FIXED_BYTES), view(PPAR_READ, 0, 1)));
    CU_ASSERT(!are_known(view(PPAR_FIXED, 0, FIXED_BYTES), view(PPAR_FIXED, 0, 1)));
    ppar_wide huge = (ppar_wide)1 << 90;
    CU_ASSERT(!are_known(ppar_view(PPAR_READ, memory, 0, huge, -1, 0), view(PPAR_READ, 0, 1)));
}

static int cut(const struct ppar_view *views, int count)
{
    struct ppar_loop loop = loop_of(views, count);
    return views_cut(&loop, turn, spans, span_count, 0);
}

static void test_parts(void)
{
    char local[16];
    struct ppar_view views[] = {
        view(PPAR_READ, 0, 100),
        ppar_view(PPAR_VALUE, local, 0, sizeof local, -1, 0),
        ppar_view(PPAR_WRITE, memory, 200, 300, 3, 0),
    };
    CU_ASSERT(cut(views, 3));
    CU_ASSERT_EQUAL(turn->part_count, 3);
    CU_ASSERT_EQUAL(turn->image_used, 216);
    CU_ASSERT_PTR_EQUAL(turn->bases[3], memory);
}

/* Nobody has such memory, or it is too much. */
static void test_refused(void)
{
    static char large[IMAGE_BYTES + 1];
    struct ppar_view nowhere = ppar_view(PPAR_READ, (void *)64, 0, 8, -1, 0);
    struct ppar_view much = ppar_view(PPAR_READ, large, 0, sizeof large, -1, 1);
    struct ppar_view constant =
        ppar_view(PPAR_READ, (void *)"a literal", 0, sizeof "a literal", -1, 0);
    CU_ASSERT(!cut(&nowhere, 1));
    CU_ASSERT(!cut(&much, 1));
    CU_ASSERT(!cut(&constant, 1)); /* it cannot be written */
}

static void test_image(void)
{
    static char before[IMAGE_BYTES];
    struct ppar_view views[] = {
        view(PPAR_READ, 0, 100),
        ppar_view(PPAR_WRITE, memory, 200, 400, 0, 0),
    };
    for (size_t k = 0; k < sizeof memory; k++)
        memory[k] = (char)k;
    CU_ASSERT_FATAL(cut(views, 2) && views_load(turn));
    memcpy(before, turn->image, turn->image_used);
    memory[5] = 1;    /* as in a worker: it takes what the image has */
    memory[250] = 77; /*  and writes, twice what was there */
    CU_ASSERT(views_put(turn, 0, 250, 1));
    CU_ASSERT(views_put(turn, 0, 300, 1));
    CU_ASSERT(!views_put(turn, 0, 399, 2));
    CU_ASSERT(!views_put(turn, 0, 0, 1));
    CU_ASSERT(views_take(turn));
    CU_ASSERT_EQUAL(memory[5], 5);
    memory[250] = (char)250; /* as in the parent, where a handler has changed its neighbour */
    memory[251] = 9;
    views_apply(turn, before);
    CU_ASSERT_EQUAL(memory[250], 77);
    CU_ASSERT_EQUAL(memory[251], 9);
    CU_ASSERT_EQUAL(memory[300], (char)300);
}

static void test_fixed(void)
{
    char values[FIXED_BYTES];
    int first = 7;
    double second = 0.5;
    struct ppar_view views[] = {
        ppar_view(PPAR_FIXED, &first, 0, sizeof first, -1, 0),
        view(PPAR_READ, 0, 10),
        ppar_view(PPAR_FIXED, &second, 0, sizeof second, -1, 0),
    };
    struct ppar_loop loop = loop_of(views, 3);
    CU_ASSERT_EQUAL(views_fixed(&loop, values), sizeof first + sizeof second);
    CU_ASSERT_EQUAL(memcmp(values + sizeof first, &second, sizeof second), 0);
}

int main(void)
{
    turn = calloc(1, sizeof *turn + sizeof(struct seat));
    if (turn == NULL || CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    span_count = views_find_spans(spans);
    CU_pSuite suite = CU_add_suite("views", NULL, NULL);
    CU_add_test(suite, "known", test_known);
    CU_add_test(suite, "parts", test_parts);
    CU_add_test(suite, "refused", test_refused);
    CU_add_test(suite, "image", test_image);
    CU_add_test(suite, "fixed", test_fixed);
    CU_basic_set_mode(CU_BRM_VERBOSE);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    free(turn);
    return failed;
}
