/* Command lines, and what ppcc has to understand of them. */
#include "flags.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;

/* Parses the words of LINE, which is what stands behind the program's name. */
static struct command parse(const char *line)
{
    struct args words = {.arena = arena};
    args_add(&words, "ppcc");
    args_split(&words, line);
    struct command command;
    command_parse(&command, arena, (int)words.list.count, args_vector(&words));
    return command;
}

static const char *inputs_text(const struct command *command)
{
    struct args names = {.arena = arena};
    for (size_t k = 0; k < command->inputs.count; k++) {
        const struct input *input = &command->inputs.items[k];
        args_add(&names, arena_printf(arena, "%s%s", input->path, input_is_c(input) ? "" : "!"));
        CU_ASSERT_STRING_EQUAL(command->args.list.items[input->arg], input->path);
    }
    return args_quote(&names, " ");
}

static void test_modes_and_inputs(void)
{
    static const struct {
        const char *line;
        enum mode mode;
        const char *inputs; /* '!' behind what is not C */
        const char *output;
    } cases[] = {
        {"a.c", MODE_LINK, "a.c", NULL},
        {"-c a.c -o a.o", MODE_OBJECT, "a.c", "a.o"},
        {"-c -oa.o a.c", MODE_OBJECT, "a.c", "a.o"},
        {"-S -c a.c", MODE_ASSEMBLY, "a.c", NULL},
        {"-E -c a.c", MODE_PREPROCESS, "a.c", NULL},
        {"-MM a.c", MODE_PREPROCESS, "a.c", NULL},
        {"-MMD -MF a.d a.c", MODE_LINK, "a.c", NULL},
        {"-fsyntax-only a.c", MODE_SYNTAX, "a.c", NULL},
        {"-print-file-name=libc.so", MODE_QUERY, "", NULL},
        {"-dumpmachine", MODE_QUERY, "", NULL},
        {"a.c b.o libc.a d.S e.cc f.i", MODE_LINK,
         "a.c \"b.o!\" \"libc.a!\" \"d.S!\" \"e.cc!\" f.i", NULL},
        {"-x c a.txt -x none b.txt c.c", MODE_LINK, "a.txt \"b.txt!\" c.c", NULL},
        {"-xc -", MODE_LINK, "-", NULL},
        {"-x c++ a.c", MODE_LINK, "\"a.c!\"", NULL},
        {"-D X -I inc -include y.h a.c -L lib -l m", MODE_LINK, "a.c", NULL},
        {"-Xlinker -rpath -Xlinker /x a.o", MODE_LINK, "\"a.o!\"", NULL},
        {"-T script.ld -u sym -z now a.o", MODE_LINK, "\"a.o!\"", NULL},
        {"--param max-inline-insns-single=3 a.c", MODE_LINK, "a.c", NULL},
        {"-MT x.o -MQ y.o -MF z.d -c a.c", MODE_OBJECT, "a.c", NULL},
        {"--output=p a.c", MODE_LINK, "a.c", "p"},
        {"-dumpbase x -dumpdir y a.c", MODE_LINK, "a.c", NULL},
        {"-include-pch x.pch a.c", MODE_LINK, "a.c", NULL},
        {".c", MODE_LINK, "\".c!\"", NULL},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct command command = parse(cases[k].line);
        CU_ASSERT_EQUAL(command.mode, cases[k].mode);
        CU_ASSERT_STRING_EQUAL(inputs_text(&command), cases[k].inputs);
        CU_ASSERT_EQUAL(command.output == NULL, cases[k].output == NULL);
        if (command.output && cases[k].output)
            CU_ASSERT_STRING_EQUAL(command.output, cases[k].output);
        if (strcmp(inputs_text(&command), cases[k].inputs) != 0)
            printf("\n    %s: %s\n", cases[k].line, inputs_text(&command));
    }
}

static void test_what_libclang_gets(void)
{
    static const struct {
        const char *line, *libclang;
    } cases[] = {
        {"-O2 -Wall -g -fPIC -DX=1 -U Y a.c", "-O2 -fPIC -DX=1 -U Y"},
        {"-MMD -MF a.d -MT t -c a.c -o a.o", ""},
        {"-iquote q -isystem s -Iinc -idirafter d", "-iquote q -isystem s -Iinc -idirafter d"},
        {"-fno-such-thing -mno-such-thing -march=native", "-march=native"},
        {"-Wp,-DX=1,-MD,dep -Wl,-z,now", "-DX=1"},
        {"-Xpreprocessor -DX -Xpreprocessor -P", "-DX"},
        {"--define-macro=X --include-directory i", "--define-macro=X --include-directory i"},
        {"-std=gnu11 -ansi -pthread -fopenmp", "-std=gnu11 -ansi -pthread -fopenmp"},
        {"-include y.h -imacros z.h", "-include y.h -imacros z.h"},
        {"--sysroot=/s -nostdinc", "--sysroot=/s -nostdinc"},
        {"-fsanitize=address -flto --coverage -save-temps", ""},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct command command = parse(cases[k].line);
        CU_ASSERT_STRING_EQUAL(args_quote(&command.libclang, " "), cases[k].libclang);
    }
}

static void test_arithmetic(void)
{
    static const struct {
        const char *line;
        bool wraps, fast, given, contracts, iso;
    } cases[] = {
        {"", false, false, false, false, false},
        {"-fwrapv", true, false, false, false, false},
        {"-fwrapv -fno-wrapv", false, false, false, false, false},
        {"-fno-strict-overflow", true, false, false, false, false},
        {"-fwrapv -ftrapv", false, false, false, false, false},
        {"-ffast-math", false, true, false, false, false},
        {"-ffast-math -fno-fast-math", false, false, false, false, false},
        {"-Ofast", false, true, false, false, false},
        {"-Ofast -O2", false, false, false, false, false},
        {"-O2 -Ofast", false, true, false, false, false},
        {"-ffast-math -O2", false, true, false, false, false},
        {"-fassociative-math", false, true, false, false, false},
        {"-fassociative-math -fno-fast-math", false, true, false, false, false},
        {"-funsafe-math-optimizations", false, true, false, false, false},
        {"-freciprocal-math", false, true, false, false, false},
        {"-mfpmath=387", false, true, false, false, false},
        {"-mfpmath=sse", false, false, false, false, false},
        {"-ffp-contract=off", false, false, true, false, false},
        {"-ffp-contract=off -ffp-contract=fast", false, false, true, true, false},
        {"-std=c11", false, false, false, false, true},
        {"-std=c11 -std=gnu11", false, false, false, false, false},
        {"-std=iso9899:1999", false, false, false, false, true},
        {"-ansi", false, false, false, false, true},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct command command = parse(cases[k].line);
        CU_ASSERT_EQUAL(command.wraps_signed, cases[k].wraps);
        CU_ASSERT_EQUAL(command.fast_math, cases[k].fast);
        CU_ASSERT_EQUAL(command.contracts_given, cases[k].given);
        CU_ASSERT_EQUAL(command.contracts, cases[k].contracts);
        CU_ASSERT_EQUAL(command.is_iso, cases[k].iso);
    }
}

static void test_links(void)
{
    static const struct {
        const char *line;
        bool links;
    } cases[] = {
        {"a.o", true},
        {"a.c", true},
        {"-lm", true},
        {"-c a.c", false},
        {"-v", false},
        {"-r a.o", false},
        {"-shared a.o", true},
        {"-rdynamic a.o", true},
        {"-E a.c", false},
        {"-### a.c", false},
        {"-Wl,-z,now", false},
        {"-Wl,-r a.o", false},
        {"-Xlinker -r a.o", false},
        {"-Wl,-z,now,--relocatable a.o", false},
        {"-Wl,-rpath,-x a.o", true},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct command command = parse(cases[k].line);
        CU_ASSERT_EQUAL(command_links(&command), cases[k].links);
    }
}

static void test_own_options(void)
{
    struct command command = parse(
        "--emit --check --show --keep --report=r.json --cc='ccache gcc' --dump=roles a.c -O2");
    CU_ASSERT_TRUE(command.emit && command.check && command.show && command.keep);
    CU_ASSERT_STRING_EQUAL(command.report, "r.json");
    CU_ASSERT_STRING_EQUAL(command.cc, "ccache gcc");
    CU_ASSERT_EQUAL(command.dump, STAGE_ROLES);
    CU_ASSERT_STRING_EQUAL(args_quote(&command.args, " "), "a.c -O2");
    CU_ASSERT_PTR_NULL(command.wrong);

    command = parse("--explain may-alias");
    CU_ASSERT_TRUE(command.explains);
    CU_ASSERT_STRING_EQUAL(command.explain, "may-alias");
    command = parse("--explain");
    CU_ASSERT_TRUE(command.explains);
    CU_ASSERT_PTR_NULL(command.explain);

    CU_ASSERT_PTR_NOT_NULL(parse("--dump=nothing a.c").wrong);
    CU_ASSERT_TRUE(parse("--suggest a.c").suggest);
    CU_ASSERT_PTR_NOT_NULL(parse("--diagnostics-format=xml a.c").wrong);
    CU_ASSERT_PTR_NOT_NULL(parse("--report= a.c").wrong);
    CU_ASSERT_PTR_NULL(parse("--diagnostics-format=text a.c").wrong);
    CU_ASSERT_FALSE(parse("-O2 a.c").has_own_options);
}

/* The compiler that ppcc is put in front of. */
static void test_launched(void)
{
    static const struct {
        const char *line, *compiler, *args;
    } cases[] = {
        {"gcc -c a.c", "gcc", "-c a.c"},
        {"/usr/bin/cc -c a.c", "/usr/bin/cc", "-c a.c"},
        {"ccache gcc -c a.c", "ccache gcc", "-c a.c"},
        {"--show clang-14 a.c", "clang-14", "a.c"},
        {"gcc-12.2 a.o", "gcc-12.2", "a.o"},
        {"x86_64-linux-gnu-gcc-12 -c a.c", "x86_64-linux-gnu-gcc-12", "-c a.c"},
        {"env A=1 ccache compression=true ./musl-gcc a.c",
         "env A=1 ccache compression=true ./musl-gcc", "a.c"},
        {"distcc -c a.c", "distcc", "-c a.c"},
        {"c99 a.c", "c99", "a.c"},
        {"a.c", "", "a.c"},
        {"foo.cc gcc", "", "foo.cc gcc"},
        {"libgcc.a a.c", "", "libgcc.a a.c"},
        {"-c gcc", "", "-c gcc"},
        {"-o gcc a.c", "", "-o gcc a.c"},
        {"gcc gcc", "gcc", "gcc"},
        {"prog a.c", "", "prog a.c"},
        {"-", "", "-"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct command command = parse(cases[k].line);
        CU_ASSERT_STRING_EQUAL(args_quote(&command.compiler, " "), cases[k].compiler);
        CU_ASSERT_STRING_EQUAL(args_quote(&command.args, " "), cases[k].args);
    }
    struct command command = parse("g++-12 -c a.c -x c b.c");
    CU_ASSERT_STRING_EQUAL(inputs_text(&command), "\"a.c!\" b.c");
}

static void test_folders_in_search_order(void)
{
    struct command command = parse("-Ia -iquote b -I c -iquoted a.c");
    const char *const wanted[] = {"b", "d", "a", "c"};
    CU_ASSERT_EQUAL_FATAL(command.quote_folders.count, 4);
    for (size_t k = 0; k < 4; k++)
        CU_ASSERT_STRING_EQUAL(command.quote_folders.items[k], wanted[k]);
}

static void test_response_files(void)
{
    char name[] = "/tmp/flags_test.XXXXXX";
    int fd = mkstemp(name);
    CU_ASSERT_FATAL(fd >= 0);
    const char *text = "-DA='x y' \"b c.c\"\n d\\ e.c -DQ=\\\"q\\\" @no-such-file";
    CU_ASSERT_EQUAL(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    struct command command = parse(arena_printf(arena, "-c @%s last.c", name));
    unlink(name);
    CU_ASSERT_TRUE(command.had_response_file);
    CU_ASSERT_EQUAL_FATAL(command.inputs.count, 4);
    CU_ASSERT_STRING_EQUAL(command.inputs.items[0].path, "b c.c");
    CU_ASSERT_STRING_EQUAL(command.inputs.items[1].path, "d e.c");
    CU_ASSERT_STRING_EQUAL(command.inputs.items[2].path, "@no-such-file");
    CU_ASSERT_STRING_EQUAL(command.args.list.items[1], "-DA=x y");
    CU_ASSERT_STRING_EQUAL(command.args.list.items[4], "-DQ=\"q\"");
}

static void test_response_file_that_names_itself(void)
{
    char name[] = "/tmp/flags_test.XXXXXX";
    int fd = mkstemp(name);
    CU_ASSERT_FATAL(fd >= 0);
    CU_ASSERT_TRUE(dprintf(fd, "-DX @%s", name) > 0);
    close(fd);
    struct command command = parse(arena_printf(arena, "@%s", name));
    unlink(name);
    CU_ASSERT_TRUE(command.args.list.count > 1);
}

/* What args_quote writes for a response file is read back as it was. */
static void test_quoting_round_trip(void)
{
    const char *const words[] = {"plain", "with space", "a\"b",   "a\\b",
                                 "it's",  "",           "$x `y`", "t\tn\n"};
    struct args args = {.arena = arena}, back = {.arena = arena};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        args_add(&args, words[k]);
    args_split(&back, args_quote(&args, "\n"));
    CU_ASSERT_EQUAL_FATAL(back.list.count, args.list.count);
    for (size_t k = 0; k < back.list.count; k++)
        CU_ASSERT_STRING_EQUAL(back.list.items[k], words[k]);
}

int main(void)
{
    arena = arena_new();
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("flags", NULL, NULL);
    CU_ADD_TEST(suite, test_modes_and_inputs);
    CU_ADD_TEST(suite, test_what_libclang_gets);
    CU_ADD_TEST(suite, test_arithmetic);
    CU_ADD_TEST(suite, test_links);
    CU_ADD_TEST(suite, test_own_options);
    CU_ADD_TEST(suite, test_launched);
    CU_ADD_TEST(suite, test_folders_in_search_order);
    CU_ADD_TEST(suite, test_response_files);
    CU_ADD_TEST(suite, test_response_file_that_names_itself);
    CU_ADD_TEST(suite, test_quoting_round_trip);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    arena_free(arena);
    return failures != 0;
}
