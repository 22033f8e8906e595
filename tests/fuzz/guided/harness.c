/*
 * One C file through the whole compiler, in memory.
 *
 * Messages go to a stream that forgets them, but for those that speak of a mistake in ppcc. Two
 * functions are wrapped by the linker: _exit, by which a deadline ends the program, for a fuzzer
 * has to see that as a failure; and libclang's parser, whose time is not ours. What makes libclang
 * alone hang, crash on purpose or read the machine's files is left out.
 */
#include "harness.h"

#include "printer.h"
#include "translate.h"

#include <clang-c/Index.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static const double loop_limit = 0.2, grace = 5.0; /* seconds of processor time */

static FILE *nowhere;
static double in_libclang; /* seconds, of this input */

static _Noreturn void fail(const char *what)
{
    dprintf(STDERR_FILENO, "\nfuzz: %s\n", what);
    abort();
}

static double seconds_used(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* ---- what is wrapped ---------------------------------------------------------------------- */

_Noreturn void __wrap__exit(int status);
enum CXErrorCode __real_clang_parseTranslationUnit2(CXIndex index, const char *path,
                                                    const char *const *args, int arg_count,
                                                    struct CXUnsavedFile *files,
                                                    unsigned file_count, unsigned options,
                                                    CXTranslationUnit *tu);
enum CXErrorCode __wrap_clang_parseTranslationUnit2(CXIndex index, const char *path,
                                                    const char *const *args, int arg_count,
                                                    struct CXUnsavedFile *files,
                                                    unsigned file_count, unsigned options,
                                                    CXTranslationUnit *tu);

void __wrap__exit(int status)
{
    (void)status;
    fail("the analysis did not notice that its time was up");
}

enum CXErrorCode __wrap_clang_parseTranslationUnit2(CXIndex index, const char *path,
                                                    const char *const *args, int arg_count,
                                                    struct CXUnsavedFile *files,
                                                    unsigned file_count, unsigned options,
                                                    CXTranslationUnit *tu)
{
    double before = seconds_used();
    enum CXErrorCode code = __real_clang_parseTranslationUnit2(index, path, args, arg_count, files,
                                                               file_count, options, tu);
    in_libclang += seconds_used() - before;
    return code;
}

/* ---- messages ----------------------------------------------------------------------------- */

/* How lines begin that are not about the user's code, whose words may stand in any other. */
static const char ours[] = "ppcc: this is a mistake in ppcc itself", leak[] = "isl_ctx.c:";

struct listener {
    bool is_leak;
};

static bool starts_with(const char *bytes, size_t length, const char *start)
{
    return length >= strlen(start) && memcmp(bytes, start, strlen(start)) == 0;
}

static ssize_t listen(void *cookie, const char *bytes, size_t length)
{
    struct listener *listener = cookie;
    listener->is_leak |= starts_with(bytes, length, leak);
    if (starts_with(bytes, length, ours) && write(STDERR_FILENO, bytes, length) < 0)
        return 0;
    return (ssize_t)length;
}

/* ---- the text that was written ------------------------------------------------------------ */

static const char *const flags[] = {
    "-x", "c", "-D_PPAR=1", "-isystem", FUZZ_TOP "/runtime/include", "-I" FUZZ_TOP "/tests/e2e",
};

enum { FLAG_COUNT = sizeof flags / sizeof *flags };

/* Is the text C? What is wrong with it is said on stderr when IS_TOLD. */
static bool is_c(const struct buf *text, bool is_told)
{
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit tu = NULL;
    struct CXUnsavedFile file = {"written.c", buf_text(text), text->length};
    bool is_fine = true;
    clang_parseTranslationUnit2(index, file.Filename, flags, FLAG_COUNT, &file, 1, 0, &tu);
    for (unsigned k = 0; tu && k < clang_getNumDiagnostics(tu); k++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, k);
        bool is_error = clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error;
        CXString line = clang_formatDiagnostic(diagnostic, CXDiagnostic_DisplaySourceLocation);
        if (is_error && is_told)
            dprintf(STDERR_FILENO, "\n%s\n", clang_getCString(line));
        is_fine &= !is_error;
        clang_disposeString(line);
        clang_disposeDiagnostic(diagnostic);
    }
    if (tu)
        clang_disposeTranslationUnit(tu);
    clang_disposeIndex(index);
    return is_fine;
}

bool harness_is_c(const struct buf *text)
{
    return is_c(text, false);
}

static void check_written(const struct buf *written)
{
    if (!is_c(written, true))
        fail("what ppcc wrote is not C");
}

/* ---- one file ----------------------------------------------------------------------------- */

static unsigned hash(const struct buf *text)
{
    unsigned value = 2166136261u;
    for (size_t k = 0; k < text->length; k++)
        value = (value ^ (unsigned char)text->bytes[k]) * 16777619u;
    return value ^ value >> 16;
}

static bool is_left_out(const struct buf *text)
{
    static const char *const words[] = {"__debug", "include_next", "__FILE__", "embed",
                                        "/dev",    "/proc",        "/sys",     "input.c"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (memmem(buf_text(text), text->length, words[k], strlen(words[k])))
            return true;
    return false;
}

/* One in eight texts is also looked at in another way. */
static void choose_other_way(struct translate_options *options, unsigned number)
{
    options->report = nowhere;
    if (number % 2)
        options->suggests = true;
    else
        options->dump = (enum stage)(1 + number / 2 % (STAGE_COUNT - 1));
}

static size_t count_loops(const struct buf *text)
{
    size_t count = 0;
    const char *at = buf_text(text), *end = at + text->length;
    for (; (at = memmem(at, (size_t)(end - at), "for", 3)); at++)
        count++;
    return count;
}

/* NUMBER chooses the form of the messages. */
static void translate_once(struct translate_options options, struct source source, unsigned number)
{
    struct buf written = {0};
    struct arena *arena = arena_new();
    const struct message_options messages = {.format = (enum message_format)(number % 3)};
    source.out = &written;
    source.arena = arena;
    struct listener listener = {0};
    FILE *usual = stderr;
    double before = seconds_used();
    in_libclang = 0;
    stderr = fopencookie(&listener, "w", (cookie_io_functions_t){.write = listen});
    setvbuf(stderr, NULL, _IONBF, 0);
    options.printer = printer_open(arena, &messages, stderr);
    translate(&options, &source, 1);
    printer_close(options.printer);
    fclose(stderr);
    stderr = usual;
    double taken = seconds_used() - before - in_libclang;
    if (listener.is_leak)
        fail("not all values of isl were given back");
    if (taken > grace + loop_limit * (double)count_loops(&source.text))
        fail("it took too long");
    if (source.outcome == OUTCOME_TRANSLATED && !options.dump)
        check_written(&written);
    buf_release(&written);
    arena_free(arena);
}

void harness_translate(const struct buf *text)
{
    unsigned number = hash(text);
    struct source source = {
        .path = "input.c",
        .text = *text,
        .frontend = {.args = flags,
                     .arg_count = FLAG_COUNT,
                     .wraps_signed = number % 16 == 1,
                     .fast_math = number % 16 == 2,
                     .types_alias = number % 16 == 3},
    };
    struct translate_options options = {
        .verdicts = nowhere,
        .dump_to = nowhere,
        .is_closed = number % 2,
        .analysis_limit = loop_limit,
    };
    if (is_left_out(text))
        return;
    translate_once(options, source, number / 7);
    if (number / 16 % 8 != 0)
        return;
    choose_other_way(&options, number / 128);
    translate_once(options, source, number / 7);
}

void harness_prepare(void)
{
    struct rlimit stack;
    nowhere = fopen("/dev/null", "we");
    if (!nowhere || setenv("LIBCLANG_NOTHREADS", "1", 1) < 0 || getrlimit(RLIMIT_STACK, &stack) < 0)
        fail("cannot start");
    stack.rlim_cur = (rlim_t)120 << 20;
    if (setrlimit(RLIMIT_STACK, &stack) < 0)
        fail("no room for the stack");
}
