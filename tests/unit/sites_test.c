/* The picture of memory: what is found where something was stored, and copies. */
#include "analysis/sites.h"
#include "snippet_loop.h"

struct span_of {
    int64_t offset, stride, size;
};

static struct places at(struct sites *sites, struct site *site, const struct span_of *span)
{
    struct places places = {0};
    places_add(sites, &places, (struct place_in){site, span->offset, span->stride});
    return places;
}

static struct places value_of(struct sites *sites, struct site *site)
{
    return at(sites, site, &(struct span_of){0, 0, 0});
}

static void keep(struct sites *sites, struct site *site, const struct span_of *span,
                 struct site *value)
{
    struct places places = at(sites, site, span), values = value_of(sites, value);
    sites_store(sites, &places, &values, &(struct stored){.size = span->size});
}

static bool finds(struct sites *sites, struct site *site, const struct span_of *span,
                  const struct site *value)
{
    struct places places = at(sites, site, span);
    struct places found = sites_load(sites, &places, span->size, true);
    for (size_t k = 0; k < found.list.count; k++)
        if (found.list.items[k].site == value)
            return true;
    return false;
}

static void test_meeting(void)
{
    static const struct {
        struct span_of stored, loaded;
        bool meet;
    } cases[] = {
        {{0, 0, 8}, {0, 0, 8}, true},    {{0, 0, 8}, {8, 0, 8}, false},
        {{8, 0, 8}, {0, 0, 8}, false},   {{0, 0, 8}, {7, 0, 1}, true},
        {{4, 0, 4}, {0, 0, 8}, true},    {{0, 0, -1}, {80, 0, 8}, true},
        {{0, 16, 8}, {32, 0, 8}, true},  {{0, 16, 8}, {40, 0, 8}, false},
        {{0, 16, 8}, {36, 0, 8}, true},  {{8, 16, 8}, {0, 16, 8}, false},
        {{8, 16, 8}, {0, 16, 9}, true},  {{0, 16, 8}, {8, 24, 8}, true},
        {{0, 16, 8}, {-8, 0, 8}, false}, {{0, 16, 8}, {-12, 0, 8}, true},
        {{0, 1, 1}, {1000, 0, 1}, true}, {{8, 0, 8}, {0, 16, 8}, false},
        {{24, 0, 8}, {8, 16, 8}, true},  {{4, 0, 4}, {0, 4, 4}, true},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct sites sites;
        sites_init(&sites, arena);
        struct site *site = site_new(&sites, BORN_LOCAL), *value = site_new(&sites, BORN_BLOCK);
        keep(&sites, site, &cases[k].stored, value);
        bool meet = finds(&sites, site, &cases[k].loaded, value);
        CU_ASSERT_EQUAL(meet, cases[k].meet);
        if (meet != cases[k].meet)
            printf("\ncase %zu\n", k);
        arena_free(arena);
    }
}

/* A block with something in bytes 8 to 15 is copied. */
static void test_copies(void)
{
    static const struct {
        struct span_of from, into;
        bool is_shuffled;
        struct span_of loaded;
        bool found;
    } cases[] = {
        {{0, 0, 16}, {0, 0, 0}, false, {8, 0, 8}, true},
        {{0, 0, 16}, {0, 0, 0}, false, {0, 0, 8}, false},
        {{0, 0, 8}, {0, 0, 0}, false, {8, 0, 8}, false},
        {{8, 0, 8}, {32, 0, 0}, false, {32, 0, 8}, true},
        {{8, 0, 8}, {32, 0, 0}, false, {40, 0, 8}, false},
        {{0, 0, 16}, {0, 16, 0}, false, {56, 0, 8}, true},
        {{0, 0, 16}, {0, 16, 0}, false, {48, 0, 8}, false},
        {{0, 0, 16}, {0, 0, 0}, true, {3, 0, 1}, true},
        {{0, 0, -1}, {100, 0, 0}, false, {108, 0, 8}, true},
    };
    for (size_t k = 0; k < COUNT(cases); k++) {
        struct arena *arena = arena_new();
        struct sites sites;
        sites_init(&sites, arena);
        struct site *one = site_new(&sites, BORN_LOCAL), *two = site_new(&sites, BORN_LOCAL),
                    *value = site_new(&sites, BORN_BLOCK);
        keep(&sites, one, &(struct span_of){8, 0, 8}, value);
        struct places from = at(&sites, one, &cases[k].from),
                      into = at(&sites, two, &cases[k].into);
        sites_copy(&sites, &into, &from, cases[k].from.size, cases[k].is_shuffled, NULL, NULL);
        bool found = finds(&sites, two, &cases[k].loaded, value);
        CU_ASSERT_EQUAL(found, cases[k].found);
        if (found != cases[k].found)
            printf("\ncase %zu\n", k);
        arena_free(arena);
    }
}

/* Arithmetic in a loop comes to an end. */
static void test_strides(void)
{
    struct arena *arena = arena_new();
    struct sites sites;
    sites_init(&sites, arena);
    struct site *site = site_new(&sites, BORN_BLOCK);
    struct places places = at(&sites, site, &(struct span_of){4, 0, 0});
    places = places_strided(&sites, &places, 12);
    CU_ASSERT_EQUAL(places.list.items[0].stride, 12);
    places = places_strided(&sites, &places, 8);
    CU_ASSERT_EQUAL(places.list.items[0].stride, 4);
    CU_ASSERT_EQUAL(places.list.items[0].offset, 0);
    places = places_moved(&sites, &places, -2);
    CU_ASSERT_EQUAL(places.list.items[0].offset, 2);
    struct places far = at(&sites, site, &(struct span_of){INT64_C(1) << 40, 0, 0});
    CU_ASSERT_EQUAL(far.list.items[0].stride, 1);
    CU_ASSERT_EQUAL(far.list.items[0].offset, 0);
    arena_free(arena);
}

static void test_memory_from_before(void)
{
    struct arena *arena = arena_new();
    struct sites sites;
    sites_init(&sites, arena);
    struct site *exposed = site_new(&sites, BORN_BEFORE), *hidden = site_new(&sites, BORN_BEFORE),
                *value = site_new(&sites, BORN_BLOCK);
    const struct span_of start = {0, 0, 8}, inside = {80, 0, 8};
    exposed->is_exposed = true;
    keep(&sites, sites.old, &start, value);
    CU_ASSERT_TRUE(finds(&sites, sites.old, &inside, value));
    CU_ASSERT_TRUE(finds(&sites, exposed, &inside, value));
    CU_ASSERT_FALSE(finds(&sites, hidden, &inside, value));
    CU_ASSERT_TRUE(finds(&sites, hidden, &inside, sites.old));
    keep(&sites, sites.unknown, &start, value);
    CU_ASSERT_TRUE(finds(&sites, hidden, &inside, value));
    arena_free(arena);
}

static const struct named_test tests[] = {
    {"meeting", test_meeting},
    {"copies", test_copies},
    {"strides", test_strides},
    {"memory from before", test_memory_from_before},
};

int main(void)
{
    return run_suite("sites", tests, COUNT(tests));
}
