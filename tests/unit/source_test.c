/* The quick look, on small projects made in a temporary folder. */
#include "source.h"

#include "files.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;

enum { MOST_FILES = 4 };

static const struct {
    const char *why, *line;
    const char *files[MOST_FILES][2]; /* name, text */
    bool concerned;
} cases[] = {
    {"a pragma", "a.c", {{"a.c", "#pragma ppar for\n"}}, true},
    {"_Pragma", "a.c", {{"a.c", "_Pragma(\"ppar for\")"}}, true},
    {"the header", "a.c", {{"a.c", "#include <ppar.h>\n"}}, true},
    {"nothing", "a.c", {{"a.c", "#include <stdio.h>\nint x;\n"}}, false},
    {"a part of a word", "a.c", {{"a.c", "/* apparent, ppar_x, xppar, ppar1 */"}}, false},
    {"a word behind a part", "a.c", {{"a.c", "/* apparent */\n#pragma ppar for\n"}}, true},
    {"a word at both ends", "a.c", {{"a.c", "ppar"}}, true},
    {"an empty file", "a.c", {{"a.c", ""}}, false},
    {"a missing file", "a.c", {{"b.c", "ppar"}}, false},
    {"a header beside it",
     "a.c",
     {{"a.c", "#include \"h.h\"\n"}, {"h.h", "#pragma ppar for\n"}},
     true},
    {"a header of a header",
     "a.c",
     {{"a.c", "  #  include\t\"h.h\"\n"}, {"h.h", "#include \"i.h\"\n"}, {"i.h", "ppar"}},
     true},
    {"beside the header, not beside the source",
     "sub/a.c",
     {{"sub/a.c", "#include \"../inc/h.h\"\n"},
      {"inc/h.h", "#include \"i.h\""},
      {"inc/i.h", "ppar"}},
     true},
    {"not beside the source",
     "sub/a.c",
     {{"sub/a.c", "#include \"h.h\"\n"}, {"h.h", "ppar"}},
     false},
    {"angles do not look beside", "a.c", {{"a.c", "#include <h.h>\n"}, {"h.h", "ppar"}}, false},
    {"angles in -I", "-Iinc a.c", {{"a.c", "#include <h.h>\n"}, {"inc/h.h", "ppar"}}, true},
    {"quotes in -iquote",
     "-iquote inc a.c",
     {{"a.c", "#include \"h.h\"\n"}, {"inc/h.h", "ppar"}},
     true},
    {"a circle", "a.c", {{"a.c", "#include \"h.h\"\n"}, {"h.h", "#include \"h.h\"\n"}}, false},
    {"-include", "-include h.h a.c", {{"a.c", "int x;"}, {"h.h", "ppar"}}, true},
    {"an include that is none",
     "a.c",
     {{"a.c", "int include; /* include \"h.h\" */\n#include \"h.h\n"}, {"h.h", "ppar"}},
     false},
    {"preprocessed text includes nothing",
     "a.i",
     {{"a.i", "#include \"h.h\"\n"}, {"h.h", "ppar"}},
     false},
};

static bool look(size_t k)
{
    for (size_t f = 0; f < MOST_FILES && cases[k].files[f][0]; f++) {
        const char *name = cases[k].files[f][0], *text = cases[k].files[f][1];
        CU_ASSERT_EQUAL(write_file(name, text, strlen(text)), 0);
    }
    struct args words = {.arena = arena};
    args_add(&words, "ppcc");
    args_split(&words, cases[k].line);
    struct command command;
    command_parse(&command, arena, (int)words.list.count, args_vector(&words));
    CU_ASSERT_EQUAL_FATAL(command.inputs.count, 1);
    bool concerned = source_may_concern(&command, &command.inputs.items[0]);
    for (size_t f = 0; f < MOST_FILES && cases[k].files[f][0]; f++)
        CU_ASSERT_EQUAL(unlink(cases[k].files[f][0]), 0);
    return concerned;
}

static void test_cases(void)
{
    char folder[] = "/tmp/source_test.XXXXXX";
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    CU_ASSERT_EQUAL_FATAL(chdir(folder), 0);
    CU_ASSERT_EQUAL(mkdir("sub", 0700) | mkdir("inc", 0700), 0);
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        bool concerned = look(k);
        CU_ASSERT_EQUAL(concerned, cases[k].concerned);
        if (concerned != cases[k].concerned)
            printf("\n    %s\n", cases[k].why);
    }
    CU_ASSERT_EQUAL(rmdir("sub") | rmdir("inc") | rmdir(folder), 0);
}

static void test_text_behind_a_nul(void)
{
    char name[] = "/tmp/source_test.XXXXXX";
    int fd = mkstemp(name);
    CU_ASSERT_FATAL(fd >= 0);
    CU_ASSERT_EQUAL(write_all(fd, "a\0#pragma ppar", 14), 0);
    close(fd);
    struct command command = {.arena = arena};
    struct input input = {.path = name, .language = "c"};
    CU_ASSERT_TRUE(source_may_concern(&command, &input));
    unlink(name);
}

/* A pipe on stdin can be read twice after source_keep_stdin. */
static void test_stdin_twice(void)
{
    int ends[2], saved = dup(STDIN_FILENO);
    CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
    CU_ASSERT_EQUAL(write_all(ends[1], "int x;", 6), 0);
    close(ends[1]);
    CU_ASSERT_FATAL(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    close(ends[0]);
    CU_ASSERT_EQUAL(source_keep_stdin(), 0);
    struct input input = {.path = "-"};
    for (int round = 0; round < 2; round++) {
        struct buf text = {0};
        CU_ASSERT_EQUAL(source_read(&input, &text), 0);
        CU_ASSERT_STRING_EQUAL(buf_text(&text), "int x;");
        buf_release(&text);
    }
    CU_ASSERT_EQUAL(dup2(saved, STDIN_FILENO), STDIN_FILENO);
    close(saved);
}

int main(void)
{
    arena = arena_new();
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("source", NULL, NULL);
    CU_ADD_TEST(suite, test_cases);
    CU_ADD_TEST(suite, test_text_behind_a_nul);
    CU_ADD_TEST(suite, test_stdin_twice);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    arena_free(arena);
    return failures != 0;
}
