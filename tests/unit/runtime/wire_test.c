/* Records are built byte by byte here, sound ones and every kind of unsound one, and opened. */
#include "run.h"
#include "wire.h"

#include <CUnit/Basic.h>

#include <stdlib.h>
#include <string.h>

static char memory[100];
static const struct output outputs[] = {
    {.base = memory, .low = 0, .high = 100},
    {.base = memory + 50, .low = -20, .high = 10},
};
static struct replay folds[] = {{.base = memory, .length = 12, .target = 4, .part = 3}};
static const struct replays replays = {folds, 1};
static const struct wire_limits limits = {.trips = 10,
                                          .each_bytes = 8,
                                          .chunk_bytes = 4,
                                          .replays = &replays,
                                          .outputs = 2,
                                          .output = outputs};

/* A record of iterations 2 and 3 with two segments, two events and a note. */
struct sample {
    struct wire_header header;
    struct wire_segment segments[2];
    char data[12];
    struct wire_event events[2];
    char parts[2 * 8 + 4];
    uint64_t note[2]; /* index, offset */
    char noted[3];
    char text[6];
};

static struct sample make_sample(void)
{
    struct sample sample;
    memset(&sample, 0, sizeof sample);
    sample.header = (struct wire_header){.magic = WIRE_MAGIC,
                                         .version = WIRE_VERSION,
                                         .kind = WIRE_CHUNK,
                                         .first = 2,
                                         .last = 4,
                                         .notes = 19,
                                         .puts = 2,
                                         .events = 2};
    sample.note[1] = 8;
    sample.segments[0] = (struct wire_segment){.output = 0, .offset = 95, .length = 5};
    sample.segments[1] =
        (struct wire_segment){.output = 1, .flags = WIRE_MAYBE, .offset = -20, .length = 7};
    sample.events[0] = (struct wire_event){.kind = WIRE_TEXT, .length = 2};
    sample.events[1] = (struct wire_event){.kind = WIRE_RAW, .length = 4};
    return sample;
}

/* Without the padding of the structure; the header says its length, plus EXTRA. */
static char *pack(struct sample *sample, long extra)
{
    char *bytes = calloc(1, sizeof *sample + 64), *at = bytes + sizeof sample->header;
#define PACK(field) (memcpy(at, &sample->field, sizeof sample->field), at += sizeof sample->field)
    PACK(segments);
    PACK(data);
    PACK(events);
    PACK(parts);
    PACK(note);
    PACK(noted);
    PACK(text);
#undef PACK
    sample->header.length = (uint64_t)(at - bytes) - sizeof sample->header + (uint64_t)extra;
    memcpy(bytes, &sample->header, sizeof sample->header);
    return bytes;
}

/* What is wrong with it; NULL: nothing. */
static const char *judge(struct sample *sample, long extra)
{
    struct record record;
    char *bytes = pack(sample, extra);
    const char *wrong = wire_open(&record, bytes, &limits);
    free(bytes);
    return wrong;
}

static void test_sound(void)
{
    struct sample sample = make_sample();
    memcpy(sample.text, "ab\ncd\n", 6);
    memcpy(sample.data, "hello world!", 12);
    char *bytes = pack(&sample, 0);
    struct record record;
    CU_ASSERT_PTR_NULL(wire_open(&record, bytes, &limits));
    CU_ASSERT_EQUAL(memcmp(record.text, "ab\ncd\n", 6), 0);
    CU_ASSERT_EQUAL(memcmp(record.data, "hello world!", 12), 0);
    CU_ASSERT_EQUAL(wire_segment_get(&record, 1).offset, -20);
    CU_ASSERT_EQUAL(wire_event_get(&record, 1).kind, WIRE_RAW);
    CU_ASSERT_EQUAL(record.end - record.text, 6);
    free(bytes);
}

#define WRONG(change, extra)                                                                       \
    do {                                                                                           \
        struct sample s = make_sample();                                                           \
        change;                                                                                    \
        CU_ASSERT_PTR_NOT_NULL(judge(&s, extra));                                                  \
    } while (0)

static void test_headers(void)
{
    WRONG(s.header.magic++, 0);
    WRONG(s.header.version++, 0);
    WRONG(s.header.kind = 0, 0);
    WRONG(s.header.kind = 5, 0);
    WRONG(s.header.kind = WIRE_LEFT, 0);
    WRONG(s.header.kind = WIRE_EXIT, 0);
    WRONG(s.header.status = 1, 0);
    WRONG(s.header.unused = 1, 0);
    WRONG(s.header.deep = 1, 0);
    WRONG(s.header.deep = UINT64_MAX, 0);
    WRONG(s.header.kind = WIRE_END, 0);
    WRONG(s.header.first = 4, 0);
    WRONG(s.header.first = UINT64_MAX, 0);
    WRONG(s.header.last = 11, 0);
    WRONG(s.header.last = 3, 0);
    WRONG(s.header.puts = 1, 0);
    WRONG(s.header.puts = UINT32_MAX, 0);
    WRONG(s.header.events = 3, 0);
    WRONG(s.header.events = UINT32_MAX, 0);
}

static void test_lengths(void)
{
    for (long extra = -100; extra <= 40; extra++)
        WRONG((void)0, extra == 0 ? 1 : extra);
    struct wire_header huge = {.magic = WIRE_MAGIC,
                               .version = WIRE_VERSION,
                               .kind = WIRE_CHUNK,
                               .last = 1,
                               .length = UINT64_MAX - 8};
    CU_ASSERT_PTR_NOT_NULL(wire_check_header(&huge, &limits));
}

static void test_segments(void)
{
    WRONG(s.segments[0].output = 2, 0);
    WRONG(s.segments[0].output = UINT32_MAX, 0);
    WRONG(s.segments[0].offset = 96, 0);
    WRONG(s.segments[0].offset = -1, 0);
    WRONG(s.segments[1].offset = -21, 0);
    WRONG(s.segments[1].offset = 4, 0);
    WRONG(s.segments[1].offset = INT64_MIN, 0);
    WRONG(s.segments[1].offset = INT64_MAX, 0);
    WRONG(s.segments[1].flags = 2, 0);
    WRONG(s.segments[0].length = 6, 0);
    WRONG(s.segments[0].length = UINT64_MAX, 0);
}

static void test_notes(void)
{
    WRONG(s.note[0] = 1, 0);
    WRONG(s.note[0] = UINT64_MAX, 0);
    WRONG(s.note[1] = 9, 0);
    WRONG(s.note[1] = (uint64_t)-1, 0);
    WRONG(s.header.notes = 18, 0);
    WRONG(s.header.notes = 20, 0);
    WRONG(s.header.notes = 15, 0);
    WRONG(s.header.notes = 0, 0);
    WRONG(s.header.notes = UINT64_MAX, 0);
}

/* A segment of an array that is appended to is looked at where it goes. */
static void test_moved(void)
{
    static const struct {
        int64_t shift, offset;
        bool is_sound;
    } cases[] = {
        {5, 90, true},          {5, 91, false},
        {-95, 95, true},        {-95, 94, false},
        {40, -40, true},        {INT64_MAX, 95, false},
        {INT64_MIN, -1, false}, {INT64_MAX, INT64_MIN + 6, true},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct sample sample = make_sample();
        struct record record;
        struct output moved[2] = {outputs[0], outputs[1]};
        struct wire_limits moved_limits = limits;
        moved[0].shift = cases[k].shift;
        moved_limits.output = moved;
        sample.segments[0].offset = cases[k].offset;
        char *bytes = pack(&sample, 0);
        CU_ASSERT_EQUAL(wire_open(&record, bytes, &moved_limits) == NULL, cases[k].is_sound);
        free(bytes);
    }
}

static void test_events(void)
{
    WRONG(s.events[0].kind = 0, 0);
    WRONG(s.events[0].kind = 4, 0);
    WRONG(s.events[0].unused = 1, 0);
    WRONG(s.events[0].length = 3, 0);
    WRONG(s.events[1].length = UINT64_MAX, 0);
}

/* What a chunk has printed until exit: no segments, no parts. */
static void test_exit(void)
{
    struct {
        struct wire_header header;
        struct wire_event event;
        char text[8];
    } exits = {.header = {.magic = WIRE_MAGIC,
                          .version = WIRE_VERSION,
                          .kind = WIRE_EXIT,
                          .length = sizeof exits.event + 3,
                          .first = 2,
                          .last = 4,
                          .events = 1,
                          .status = -7},
               .event = {.kind = WIRE_TEXT, .length = 3},
               .text = "abc"};
    struct record record;
    CU_ASSERT_PTR_NULL(wire_open(&record, (char *)&exits, &limits));
    CU_ASSERT_EQUAL(memcmp(record.text, "abc", 3), 0);
    CU_ASSERT_EQUAL(record.header.status, -7);
    CU_ASSERT_EQUAL(record.end - record.text, 3);
    exits.header.length += 1;
    CU_ASSERT_PTR_NOT_NULL(wire_open(&record, (char *)&exits, &limits));
    exits.header.length -= 2;
    CU_ASSERT_PTR_NOT_NULL(wire_open(&record, (char *)&exits, &limits));
    exits.header.length += 1;
    exits.header.puts = 1;
    CU_ASSERT_PTR_NOT_NULL(wire_open(&record, (char *)&exits, &limits));
    exits.header.puts = 0;
    CU_ASSERT_PTR_NULL(wire_open(&record, (char *)&exits, &limits));
    exits.header.notes = 1;
    CU_ASSERT_PTR_NOT_NULL(wire_open(&record, (char *)&exits, &limits));
}

/* The chunk in which the loop is left is one like others, and says how. */
static void test_left(void)
{
    for (int way = -1; way < 5; way++) {
        struct sample sample = make_sample();
        sample.header.kind = WIRE_LEFT;
        sample.header.status = way;
        int is_known = way == PPAR_BY_BREAK || way == PPAR_BY_RETURN;
        CU_ASSERT_EQUAL(judge(&sample, 0) == NULL, is_known);
    }
}

/* Parts of so many iterations that their size overflows. */
static void test_parts_overflow(void)
{
    struct wire_limits wide = limits;
    struct sample sample = make_sample();
    struct record record;
    wide.trips = UINT64_MAX;
    sample.header.last = UINT64_MAX / 8 + 4;
    char *bytes = pack(&sample, 0);
    CU_ASSERT_PTR_NOT_NULL(wire_open(&record, bytes, &wide));
    free(bytes);
}

/* Any byte of the record set to any value: either it is refused, or all that it says is inside of
 * the record and of the outputs. */
static void test_every_byte(void)
{
    struct sample sample = make_sample();
    char *bytes = pack(&sample, 0);
    size_t size = sizeof sample.header + sample.header.length;
    for (size_t k = 0; k < size; k++) {
        char right = bytes[k];
        for (int value = 0; value < 256; value++) {
            struct record record;
            bytes[k] = (char)value;
            if (wire_open(&record, bytes, &limits) != NULL || record.header.kind == WIRE_END)
                continue;
            CU_ASSERT_EQUAL(record.end, bytes + size);
            for (uint32_t n = 0; n < record.header.puts; n++) {
                struct wire_segment segment = wire_segment_get(&record, n);
                const struct output *output = &outputs[segment.output];
                CU_ASSERT(segment.offset >= output->low);
                CU_ASSERT(segment.offset + (int64_t)segment.length <= output->high);
            }
        }
        bytes[k] = right;
    }
    free(bytes);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("wire", NULL, NULL);
    CU_add_test(suite, "a sound record", test_sound);
    CU_add_test(suite, "headers", test_headers);
    CU_add_test(suite, "lengths", test_lengths);
    CU_add_test(suite, "segments", test_segments);
    CU_add_test(suite, "moved segments", test_moved);
    CU_add_test(suite, "events", test_events);
    CU_add_test(suite, "notes", test_notes);
    CU_add_test(suite, "an exit", test_exit);
    CU_add_test(suite, "an early end", test_left);
    CU_add_test(suite, "parts that overflow", test_parts_overflow);
    CU_add_test(suite, "every byte", test_every_byte);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
