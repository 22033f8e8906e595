/* Splicing edits into a text: each case is the text, the edits, and the whole result. */
#include "snippet_loop.h"

enum { MOST_EDITS = 4 };

#define HEAD    "#ifndef _PPAR\n#define _PPAR 1\n#endif\n#include <ppar.h>\n"
#define LINE(n) "#line " #n " \"a.c\"\n"

struct splice {
    unsigned start, end;
    const char *text;
};

struct rewrite_case {
    const char *text;
    struct splice edits[MOST_EDITS]; /* up to one without text */
    const char *expected;
};

static void check_text_made(const struct rewrite_case *c, const char *path, bool for_compiler)
{
    struct arena *arena = arena_new();
    struct unit unit = {.arena = arena, .path = path, .text = c->text, .length = strlen(c->text)};
    struct edits edits = {.for_compiler = for_compiler};
    struct buf out = {0};
    for (size_t k = 0; k < MOST_EDITS && c->edits[k].text; k++)
        LIST_PUSH(arena, edits.list,
                  ((struct edit){.start = c->edits[k].start,
                                 .end = c->edits[k].end,
                                 .text = c->edits[k].text}));
    rewrite(&unit, &edits, &out);
    check_text(c->text, buf_text(&out), c->expected);
    buf_release(&out);
    arena_free(arena);
}

static void check_case(const struct rewrite_case *c, const char *path)
{
    check_text_made(c, path, false);
}

static void check_cases(const struct rewrite_case *cases, size_t count)
{
    for (size_t k = 0; k < count; k++)
        check_case(&cases[k], "a.c");
}

static void test_places(void)
{
    static const struct rewrite_case cases[] = {
        {"", {{0}}, HEAD LINE(1)},
        {"int x;\n", {{0}}, HEAD LINE(1) "int x;\n"},
        {"int x;", {{0}}, HEAD LINE(1) "int x;"},
        {"a b c\n", {{2, 3, "B"}}, HEAD LINE(1) "a B c\n"},
        {"a b c\n", {{2, 2, "B"}}, HEAD LINE(1) "a Bb c\n"},
        {"a b c\n", {{2, 4, ""}}, HEAD LINE(1) "a c\n"},
        {"a b c\n", {{4, 5, "C"}, {1, 2, "_"}}, HEAD LINE(1) "a_b C\n"},
        {"a b c", {{4, 5, "C"}}, HEAD LINE(1) "a b C"},
        {"a b c", {{5, 5, "D"}}, HEAD LINE(1) "a b cD"},
        {"a b c\n", {{6, 6, "D"}}, HEAD LINE(1) "a b c\nD"},
    };
    check_cases(cases, COUNT(cases));
}

/* For the compiler each line that is made has the number of the pragma's. */
static void test_lines_made(void)
{
    static const struct rewrite_case cases[] = {
        {"a\n#p\nb\n",
         {{2, 4, "x;\ny {\nz /* + */\n+ z; /* end */\nz"}},
         HEAD LINE(1) "a\nx;\n" LINE(2) "y {\n" LINE(2) "z /* + */\n+ z; /* end */\n" LINE(
             2) "z\n" LINE(3) "b\n"},
        {"#p\nb;\n",
         {{0, 2, "x"}, {5, 5, "\nf(y,\n  z);"}},
         HEAD LINE(1) "x\nb;\n" LINE(1) "f(y,   z);\n" LINE(3)},
        {"#p\nf(b\n);\n",
         {{0, 2, "x"}, {5, 6, "c;\nd;"}},
         HEAD LINE(1) "x\nf(c;\nd;\n" LINE(3) ");\n"},
        {"#p\nb\n",
         {{0, 2, "f(y // why\n  , z);\n;"}},
         HEAD LINE(1) "f(y // why\n  , z);\n" LINE(1) ";\n" LINE(2) "b\n"},
        {"#p\nb\n",
         {{0, 2, "(\n#line 9\n__LINE__);\n;"}},
         HEAD LINE(1) "(\n"
                      "#line 9\n"
                      "__LINE__);\n" LINE(1) ";\n" LINE(2) "b\n"},
        {"a\n#p\nb\n",
         {{2, 4, "x"}, {0, 0, "h;\ni;"}},
         "#ifndef _PPAR\n#define _PPAR 1\n#endif\n#include <ppar.h>\n\n" LINE(2) "h;\n" LINE(
             2) "i;" LINE(1) "a\nx\nb\n"},
    };
    for (size_t k = 0; k < COUNT(cases); k++)
        check_text_made(&cases[k], "a.c", true);
}

/* Behind an edit with other lines than before, a #line leads back to the user's. */
static void test_lines(void)
{
    static const struct rewrite_case cases[] = {
        {"a\nb\nc\n", {{2, 3, "X\nY"}}, HEAD LINE(1) "a\nX\nY\n" LINE(3) "c\n"},
        {"a\nb + d\nc\n", {{2, 3, "X\nY"}}, HEAD LINE(1) "a\nX\nY\n" LINE(2) " + d\nc\n"},
        {"a\nb\nc\n", {{2, 2, "X\n"}}, HEAD LINE(1) "a\nX\n\n" LINE(2) "b\nc\n"},
        {"a\nb\nc\nd\n", {{2, 5, "X"}}, HEAD LINE(1) "a\nX\n" LINE(4) "d\n"},
        {"a\nb\nc\nd\n", {{2, 6, "X"}}, HEAD LINE(1) "a\nX\n" LINE(4) "d\n"},
        {"a\nb\nc\n", {{4, 5, "X\nY"}}, HEAD LINE(1) "a\nb\nX\nY\n" LINE(4)},
        {"a\nb\nc", {{4, 5, "X\nY"}}, HEAD LINE(1) "a\nb\nX\nY\n" LINE(3)},
        {"a\nb\nc\n",
         {{0, 1, "X\nY"}, {4, 5, "Z\nZ"}},
         HEAD LINE(1) "X\nY\n" LINE(2) "b\nZ\nZ\n" LINE(4)},
        {"a\nb\nc\n", {{2, 3, "x"}, {4, 5, "Z\nZ"}}, HEAD LINE(1) "a\nx\nZ\nZ\n" LINE(4)},
    };
    check_cases(cases, COUNT(cases));
}

static void test_line_ends(void)
{
    static const struct rewrite_case cases[] = {
        {"a\r\nb\r\nc\r\n", {{3, 4, "X"}}, HEAD LINE(1) "a\r\nX\r\nc\r\n"},
        /* the \r\n behind the edit is a line of its own */
        {"a\r\nb\r\nc\r\n", {{3, 4, "X\nY"}}, HEAD LINE(1) "a\r\nX\nY\n" LINE(2) "\r\nc\r\n"},
        {"a\\\nb\nc\n", {{0, 4, "X"}}, HEAD LINE(1) "X\n" LINE(3) "c\n"},
    };
    check_cases(cases, COUNT(cases));
}

/* A byte order mark in the middle of a file is an error in C, so it goes. */
static void test_byte_order_mark(void)
{
    static const struct rewrite_case cases[] = {
        {"\xEF\xBB\xBFint x;\n", {{0}}, HEAD LINE(1) "int x;\n"},
        {"\xEF\xBB\xBFint x;\n", {{7, 8, "y"}}, HEAD LINE(1) "int y;\n"},
        {"\xEF\xBB\xBF", {{0}}, HEAD LINE(1)},
        {"\xEF\xBBint x;\n", {{0}}, HEAD LINE(1) "\xEF\xBBint x;\n"},
    };
    check_cases(cases, COUNT(cases));
}

/* What is put at the very start stands between the declarations and the user's first line. */
static void test_prelude(void)
{
    static const struct rewrite_case cases[] = {
        {"x;\n", {{0, 0, "P\n"}}, HEAD "\nP\n" LINE(1) "x;\n"},
        {"x;\n", {{0, 1, "y"}, {0, 0, "P\n"}}, HEAD "\nP\n" LINE(1) "y;\n"},
    };
    check_cases(cases, COUNT(cases));
}

/* Two pieces at one place: that of the loop inside, which was added later, comes first. And no
 * newline is taken twice when the next edit begins with it. */
static void test_neighbours(void)
{
    static const struct rewrite_case cases[] = {
        {"a b c\n", {{3, 3, "<outer>"}, {3, 3, "<inner>"}}, HEAD LINE(1) "a b<inner><outer> c\n"},
        {"a b c\n", {{2, 3, "B"}, {3, 3, "+"}}, HEAD LINE(1) "a B+ c\n"},
        {"a b c\n", {{3, 3, "+"}, {2, 3, "B"}}, HEAD LINE(1) "a B+ c\n"},
        {"a b c\n", {{2, 2, "<"}, {2, 3, "B"}}, HEAD LINE(1) "a <B c\n"},
        {"a b c\n", {{2, 3, "B"}, {2, 2, "<"}}, HEAD LINE(1) "a <B c\n"},
        {"ab\ncd\n",
         {{1, 2, "B\nB"}, {2, 4, "\nC"}},
         HEAD LINE(1) "aB\nB\n" LINE(1) "\nC\n" LINE(2) "d\n"},
    };
    check_cases(cases, COUNT(cases));
}

static void test_path(void)
{
    static const struct rewrite_case quoted = {"x;\n",
                                               {{0}},
                                               HEAD "#line 1 \"a \\\"b\\\" \\\\c.c\"\n"
                                                    "x;\n"};
    check_case(&quoted, "a \"b\" \\c.c");
}

static const struct named_test tests[] = {
    {"places", test_places},
    {"lines made", test_lines_made},
    {"lines", test_lines},
    {"line ends", test_line_ends},
    {"byte order mark", test_byte_order_mark},
    {"prelude", test_prelude},
    {"neighbours", test_neighbours},
    {"path", test_path},
};

int main(void)
{
    return run_suite("rewrite", tests, COUNT(tests));
}
