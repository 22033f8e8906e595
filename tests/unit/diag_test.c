/*
 * Diagnostics: order, lines, carets, notes, fix-its, and text that tries to break the picture.
 */
#include "message_text.h"

#include <CUnit/Basic.h>
#include <stdlib.h>
#include <string.h>

/* ---- one diagnostic ----------------------------------------------------------------------- */

enum { NO_END = 0 };

struct mark {
    unsigned offset, end;
};

static struct place place_at(const char *text, size_t length, unsigned offset)
{
    struct place place = {"t.c", 1, 1, offset, "t.c"};
    for (unsigned k = 0; k < offset && k < length; k++) {
        place.column++;
        if (text[k] == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

struct printed {
    char *text;
    size_t length;
};

static struct printed print_in_style(const struct text_style *style, const struct diags *diags,
                                     const char *text, size_t length)
{
    struct printed printed = {0};
    struct unit unit = {.path = "t.c", .text = text, .length = length};
    FILE *stream = open_memstream(&printed.text, &printed.length);
    print_messages(stream, style, diags, text ? &unit : NULL);
    fclose(stream);
    return printed;
}

static struct printed print(const struct diags *diags, const char *text, size_t length)
{
    return print_in_style(&(struct text_style){0}, diags, text, length);
}

static void check(const struct diags *diags, const char *text, size_t length, const char *expected)
{
    struct printed printed = print(diags, text, length);
    if (strcmp(printed.text, expected) != 0)
        printf("\n--- expected\n%s--- printed\n%s", expected, printed.text);
    CU_ASSERT_STRING_EQUAL(printed.text, expected);
    free(printed.text);
}

static const struct {
    const char *text;
    struct mark at;
    struct diag_fixit fixits[2];
    const char *expected;
} cases[] = {
    {"a = b;\n",
     {4, NO_END},
     {{0}},
     "t.c:1:5: error: message [loop-form]\n"
     "    1 | a = b;\n"
     "      |     ^\n"},
    {"x\n  a[i] = a[i - 1];\ny\n",
     {11, 19},
     {{0}},
     "t.c:2:10: error: message [loop-form]\n"
     "    2 |   a[i] = a[i - 1];\n"
     "      |          ^~~~~~~~\n"},
    {"\tif\t(x)\n",
     {4, 7},
     {{0}},
     "t.c:1:5: error: message [loop-form]\n"
     "    1 |         if      (x)\n"
     "      |                 ^~~\n"},
    {"\xE6\x97\xA5\xE6\x9C\xAC e\xCC\x81 x\n",
     {11, 12},
     {{0}},
     "t.c:1:12: error: message [loop-form]\n"
     "    1 | \xE6\x97\xA5\xE6\x9C\xAC e\xCC\x81 x\n"
     "      |        ^\n"},
    {"\xC3\xA4\xFFx\x1B[0m\n",
     {3, 4},
     {{0}},
     "t.c:1:4: error: message [loop-form]\n"
     "    1 | \xC3\xA4<FF>x<1B>[0m\n"
     "      |      ^\n"},
    {"a = b\r\nc\r\n",
     {4, 50},
     {{0}},
     "t.c:1:5: error: message [loop-form]\n"
     "    1 | a = b\n"
     "      |     ^\n"},
    {"a (\n b)\n",
     {2, 7},
     {{0}},
     "t.c:1:3: error: message [loop-form]\n"
     "    1 | a (\n"
     "      |   ^\n"},
    {"last",
     {4, NO_END},
     {{0}},
     "t.c:1:5: error: message [loop-form]\n"
     "    1 | last\n"
     "      |     ^\n"},
    {"",
     {0, NO_END},
     {{0}},
     "t.c:1:1: error: message [loop-form]\n"
     "    1 | \n"
     "      | ^\n"},
    {"short", {99, 100}, {{0}}, "t.c:1:6: error: message [loop-form]\n"},
    {"for wrokers(4)\n",
     {4, 11},
     {{4, 11, "workers", false}, {0}},
     "t.c:1:5: error: message [loop-form]\n"
     "    1 | for wrokers(4)\n"
     "      |     ^~~~~~~\n"
     "      |     workers\n"},
    {"\tf(a b)\n",
     {5, 6},
     {{4, 4, ",", false}, {7, 7, ";", false}},
     "t.c:1:6: error: message [loop-form]\n"
     "    1 |         f(a b)\n"
     "      |             ^\n"
     "      |            ,  ;\n"},
    {"f(a, )\n",
     {3, 4},
     {{3, 4, "", false}, {0}},
     "t.c:1:4: error: message [loop-form]\n"
     "    1 | f(a, )\n"
     "      |    ^\n"},
    {"a\nb\n",
     {2, NO_END},
     {{0, 1, "x", false}, {0}},
     "t.c:2:1: error: message [loop-form]\n"
     "    2 | b\n"
     "      | ^\n"},
};

static void test_pictures(void)
{
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct arena *arena = arena_new();
        struct diags diags;
        size_t length = strlen(cases[k].text);
        diags_init(&diags, arena);
        struct place place = place_at(cases[k].text, length, cases[k].at.offset);
        struct diag *diag = diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &place,
                                     cases[k].at.end, "%s", "message");
        for (size_t i = 0; i < 2 && cases[k].fixits[i].replacement; i++)
            diag_add_fixit(&diags, diag, cases[k].fixits[i]);
        check(&diags, cases[k].text, length, cases[k].expected);
        arena_free(arena);
    }
}

/* ---- several, and their order ------------------------------------------------------------- */

static void test_order(void)
{
    static const char text[] = "one\ntwo\nthree\n";
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct place third = place_at(text, sizeof text, 8), second = place_at(text, sizeof text, 4);
    struct place header = {"no/such/header.h", 7, 3, 100, NULL};
    struct place file = {.file = "t.c", .main = "t.c"};
    diag_add(&diags, SEVERITY_WARNING, DIAG_LOOP_FORM, &third, NO_END, "at 'three'");
    struct diag *noted =
        diag_add(&diags, SEVERITY_ERROR, DIAG_CARRIED_DEPENDENCE, &second, 7, "at 'two'");
    diag_add_note(&diags, noted, &third, 13, "and here");
    diag_add_note(&diags, noted, NULL, 0, "anyway");
    diag_add_fixit(&diags, noted, (struct diag_fixit){8, 13, "3", false});
    diag_add(&diags, SEVERITY_REMARK, DIAG_LOOP_FORM, &third, NO_END, "again");
    diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &header, NO_END, "elsewhere");
    diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, NULL, NO_END, "nowhere");
    diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &file, NO_END, "in the file");
    CU_ASSERT_EQUAL(diags.errors, 4);
    check(&diags, text, sizeof text - 1,
          "ppcc: error: nowhere [loop-form]\n"
          "t.c: error: in the file [loop-form]\n"
          "no/such/header.h:7:3: error: elsewhere [loop-form]\n"
          "t.c:2:1: error: at 'two' [carried-dependence]\n"
          "    2 | two\n"
          "      | ^~~\n"
          "t.c:3:1: note: and here\n"
          "    3 | three\n"
          "      | ^~~~~\n"
          "      | 3\n"
          "t.c: note: anyway\n"
          "t.c:3:1: warning: at 'three' [loop-form]\n"
          "    3 | three\n"
          "      | ^\n"
          "t.c:3:1: remark: again [-Rppar]\n"
          "    3 | three\n"
          "      | ^\n");
    check(&diags, NULL, 0,
          "ppcc: error: nowhere [loop-form]\n"
          "t.c: error: in the file [loop-form]\n"
          "no/such/header.h:7:3: error: elsewhere [loop-form]\n"
          "t.c:2:1: error: at 'two' [carried-dependence]\n"
          "t.c:3:1: note: and here\n"
          "t.c: note: anyway\n"
          "t.c:3:1: warning: at 'three' [loop-form]\n"
          "t.c:3:1: remark: again [-Rppar]\n");
    arena_free(arena);
}

/* ---- long lines, and NULs ----------------------------------------------------------------- */

static void test_long_line(void)
{
    enum { LENGTH = 1 << 20, CARET = 500000 };
    char *text = malloc(LENGTH);
    memset(text, 'a', LENGTH);
    text[CARET] = 'X';
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    const unsigned offsets[] = {0, CARET, LENGTH - 1, LENGTH};
    for (size_t k = 0; k < sizeof offsets / sizeof *offsets; k++) {
        struct place place = {"t.c", 123456, offsets[k] + 1, offsets[k], "t.c"};
        diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &place, LENGTH, "long");
    }
    struct printed printed = print(&diags, text, LENGTH);
    CU_ASSERT_TRUE(printed.length < 4 * 600);
    CU_ASSERT_PTR_NOT_NULL(strstr(printed.text, "123456 | ..."));
    char *line = strstr(printed.text, "X"), *start = line;
    CU_ASSERT_PTR_NOT_NULL_FATAL(line);
    while (start[-1] != '\n')
        start--;
    char *marks = strchr(line, '\n') + 1;
    CU_ASSERT_EQUAL(marks[line - start], '^');
    free(printed.text);
    free(text);
    arena_free(arena);
}

static void test_null_bytes(void)
{
    static const char text[] = "a\0b c\n";
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct place place = place_at(text, sizeof text - 1, 4);
    diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &place, 5, "m \xFF\x1B[0m");
    check(&diags, text, sizeof text - 1,
          "t.c:1:5: error: m <FF><1B>[0m [loop-form]\n"
          "    1 | a<00>b c\n"
          "      |        ^\n");
    arena_free(arena);
}

/* Whatever the bytes, each diagnostic prints, and only printable characters and its own lines. */
static void test_junk(void)
{
    char text[600];
    unsigned state = 1;
    for (int round = 0; round < 300; round++) {
        for (size_t k = 0; k < sizeof text; k++)
            text[k] = (char)(rand_r(&state) >> 7);
        struct arena *arena = arena_new();
        struct diags diags;
        diags_init(&diags, arena);
        unsigned offset = (unsigned)rand_r(&state) % (sizeof text + 2);
        struct place place = {"t.c", 1, 1, offset, "t.c"};
        struct diag *diag = diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &place,
                                     (unsigned)rand_r(&state) % (sizeof text + 2), "m");
        diag_add_fixit(&diags, diag, (struct diag_fixit){offset, offset, "fix", false});
        struct printed printed = print(&diags, text, sizeof text);
        for (size_t k = 0; k < printed.length; k++)
            CU_ASSERT_TRUE((unsigned char)printed.text[k] >= ' ' || printed.text[k] == '\n');
        free(printed.text);
        arena_free(arena);
    }
}

/* ---- lines for editors -------------------------------------------------------------------- */

static void test_fixit_lines(void)
{
    static const struct {
        struct diag_fixit fixit;
        const char *line;
    } lines[] = {
        {{0, 0, "x", false}, "fix-it:\"t.c\":{1:1-1:1}:\"x\"\n"},
        {{2, 4, "", false}, "fix-it:\"t.c\":{1:3-1:5}:\"\"\n"},
        {{5, 6, "y", false}, "fix-it:\"t.c\":{2:1-2:2}:\"y\"\n"},
        {{8, 10, "\"\\", false}, "fix-it:\"t.c\":{2:4-3:1}:\"\\\"\\\\\"\n"},
        {{11, 11, "a\nb", false}, "fix-it:\"t.c\":{3:2-3:2}:\"a\\nb\"\n"},
    };
    static const char text[] = "abcd\n\xc3\xa9"
                               "gh\nij\n";
    for (size_t k = 0; k < sizeof lines / sizeof lines[0]; k++) {
        struct arena *arena = arena_new();
        struct diags diags;
        diags_init(&diags, arena);
        struct place place = place_at(text, sizeof text - 1, 0);
        struct diag *diag = diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &place, 0, "m");
        diag_add_fixit(&diags, diag, lines[k].fixit);
        struct printed without = print(&diags, text, sizeof text - 1);
        CU_ASSERT_PTR_NULL(strstr(without.text, "fix-it:"));
        const struct text_style style = {.shows_fixits = true};
        struct printed with = print_in_style(&style, &diags, text, sizeof text - 1);
        const char *line = strstr(with.text, "fix-it:");
        CU_ASSERT_PTR_NOT_NULL_FATAL(line);
        CU_ASSERT_STRING_EQUAL(line, lines[k].line);
        free(without.text);
        free(with.text);
        arena_free(arena);
    }
}

/* Without the colours it is the text without colours, and every colour ends. */
static void test_colors(void)
{
    static const char text[] = "one two\n";
    const struct text_style style = {.has_colors = true};
    struct arena *arena = arena_new();
    struct diags diags;
    diags_init(&diags, arena);
    struct place place = place_at(text, sizeof text - 1, 4);
    struct diag *diag = diag_add(&diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &place, 7, "message");
    diag_add_note(&diags, diag, &place, 0, "beside");
    diag_add_fixit(&diags, diag, (struct diag_fixit){4, 7, "three", false});
    struct printed colored = print_in_style(&style, &diags, text, sizeof text - 1);
    CU_ASSERT_STRING_EQUAL(colored.text, "\33[1mt.c:1:5:\33[0m \33[1;31merror:\33[0m message "
                                         "[\33[1;31mloop-form\33[0m]\n"
                                         "    1 | one two\n"
                                         "      | \33[1;31m    ^~~\33[0m\n"
                                         "      | \33[32m    three\33[0m\n"
                                         "\33[1mt.c:1:5:\33[0m \33[1;36mnote:\33[0m beside\n"
                                         "    1 | one two\n"
                                         "      | \33[1;36m    ^\33[0m\n");
    free(colored.text);
    arena_free(arena);
}

/* ---- the list of ids ---------------------------------------------------------------------- */

static void test_ids(void)
{
    for (int id = 0; id < DIAG_ID_COUNT; id++) {
        enum diag_id found = DIAG_ID_COUNT;
        const char *text = diag_id_text((enum diag_id)id);
        CU_ASSERT_TRUE(diag_id_find(text, &found));
        CU_ASSERT_EQUAL(found, (enum diag_id)id);
        CU_ASSERT_EQUAL(strspn(text, "abcdefghijklmnopqrstuvwxyz-"), strlen(text));
        const char *summary = diag_id_summary((enum diag_id)id);
        const char *explanation = diag_id_explanation((enum diag_id)id);
        CU_ASSERT_TRUE(strlen(summary) > 10 && !strchr(summary, '\n'));
        CU_ASSERT_TRUE(strlen(explanation) > 100);
        CU_ASSERT_EQUAL(explanation[strlen(explanation) - 1], '\n');
    }
    enum diag_id found;
    CU_ASSERT_FALSE(diag_id_find("no-such-thing", &found));
    CU_ASSERT_FALSE(diag_id_find("", &found));
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("diag", NULL, NULL);
    CU_add_test(suite, "pictures", test_pictures);
    CU_add_test(suite, "order", test_order);
    CU_add_test(suite, "long line", test_long_line);
    CU_add_test(suite, "null bytes", test_null_bytes);
    CU_add_test(suite, "junk", test_junk);
    CU_add_test(suite, "lines for editors", test_fixit_lines);
    CU_add_test(suite, "colours", test_colors);
    CU_add_test(suite, "ids", test_ids);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
