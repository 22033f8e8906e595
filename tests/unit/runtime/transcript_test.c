/* The same output is the same transcript, however it was cut. */
#include "transcript.h"
#include "wire.h"

#include <CUnit/Basic.h>

#include <string.h>

struct event {
    uint32_t kind; /* 0: the end */
    const char *text;
};

#define EVENTS 8

static void play(struct transcript *transcript, const struct event *events)
{
    CU_ASSERT_EQUAL_FATAL(transcript_open(transcript), 0);
    for (; events->kind != 0; events++)
        transcript_add(transcript, events->kind, events->text, strlen(events->text));
}

static int differ(const struct event *one, const struct event *two,
                  struct printed_difference *difference)
{
    struct transcript a, b;
    play(&a, one);
    play(&b, two);
    int outcome = transcript_differ(&a, &b, difference);
    transcript_close(&a);
    transcript_close(&b);
    return outcome;
}

static void test_same(void)
{
    static const struct {
        struct event one[EVENTS], two[EVENTS];
    } cases[] = {
        {{{0, ""}}, {{0, ""}}},
        {{{WIRE_TEXT, "ab"}}, {{WIRE_TEXT, "a"}, {WIRE_TEXT, "b"}}},
        /* raw bytes pass what waits in the buffer */
        {{{WIRE_TEXT, "ab"}, {WIRE_RAW, "12"}},
         {{WIRE_TEXT, "a"}, {WIRE_RAW, "1"}, {WIRE_TEXT, "b"}, {WIRE_RAW, "2"}}},
        {{{WIRE_FLUSHED, "ab"}, {WIRE_RAW, "1"}},
         {{WIRE_TEXT, "a"}, {WIRE_FLUSHED, "b"}, {WIRE_RAW, "1"}}},
        {{{WIRE_FLUSHED, "a"}, {WIRE_FLUSHED, ""}}, {{WIRE_FLUSHED, "a"}}},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct printed_difference difference;
        CU_ASSERT_EQUAL(differ(cases[k].one, cases[k].two, &difference), 0);
    }
}

static void test_different(void)
{
    static const struct {
        struct event one[EVENTS], two[EVENTS];
        uint64_t at;
        const char *a, *b;
    } cases[] = {
        {{{WIRE_TEXT, "abc"}}, {{WIRE_TEXT, "abd"}}, 2, "c", "d"},
        {{{WIRE_TEXT, "abc"}}, {{WIRE_TEXT, "ab"}}, 2, "c", ""},
        {{{WIRE_RAW, "1"}}, {{WIRE_TEXT, "1"}}, 0, "1", ""},
        {{{WIRE_FLUSHED, "a"}, {WIRE_RAW, "1"}}, {{WIRE_TEXT, "a"}, {WIRE_RAW, "1"}}, 0, "a1", "1"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct printed_difference difference;
        CU_ASSERT_EQUAL_FATAL(differ(cases[k].one, cases[k].two, &difference), 1);
        CU_ASSERT_EQUAL(difference.at, cases[k].at);
        CU_ASSERT_EQUAL_FATAL(difference.a_length, strlen(cases[k].a));
        CU_ASSERT_EQUAL_FATAL(difference.b_length, strlen(cases[k].b));
        CU_ASSERT_EQUAL(memcmp(difference.a, cases[k].a, difference.a_length), 0);
        CU_ASSERT_EQUAL(memcmp(difference.b, cases[k].b, difference.b_length), 0);
    }
}

/* More than is compared at once. */
static void test_long(void)
{
    struct transcript a, b;
    struct printed_difference difference;
    CU_ASSERT_EQUAL_FATAL(transcript_open(&a), 0);
    CU_ASSERT_EQUAL_FATAL(transcript_open(&b), 0);
    for (int k = 0; k < 5000; k++) {
        transcript_add(&a, WIRE_TEXT, "12345", 5);
        transcript_add(&b, WIRE_TEXT, k == 4000 ? "12x45" : "12345", 5);
    }
    CU_ASSERT_EQUAL(transcript_differ(&a, &b, &difference), 1);
    CU_ASSERT_EQUAL(difference.at, 20002);
    transcript_close(&a);
    transcript_close(&b);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("transcript", NULL, NULL);
    CU_add_test(suite, "the same", test_same);
    CU_add_test(suite, "different", test_different);
    CU_add_test(suite, "long", test_long);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
