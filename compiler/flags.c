/*
 * One table says what ppcc knows of a compiler's options: how an option's argument is attached, so
 * that "-o x" is not taken for a source x; whether libclang gets it (an unknown -f or -m would make
 * it fail, -MF would make it write files); and what ppcc itself learns from it. An option that is
 * not in the table has no separate argument and goes to the real compiler alone.
 *
 * The first entry that fits counts, so a longer name stands before its prefix. A later option
 * overrides an earlier one, as in the compilers.
 */
#include "flags.h"

#include "launched.h"
#include "linker_options.h"
#include "own_options.h"
#include "predefined.h"

#include <string.h>

enum form {
    ALONE,    /* -c */
    JOINED,   /* -std=c11 */
    SEPARATE, /* -include x.h */
    EITHER,   /* -Dx, -D x */
};

enum effect {
    NOTHING,
    SET_MODE_OBJECT,
    SET_MODE_ASSEMBLY,
    SET_MODE_SYNTAX,
    SET_MODE_PREPROCESS,
    SET_MODE_QUERY,
    SET_OUTPUT,
    SET_LANGUAGE,
    ADD_LIBRARY,
    RELOCATABLE,
    ADD_FOLDER,
    ADD_IQUOTE,
    ADD_FORCED,
    WRITES_DEPFILE,
    SET_DEPFILE,
    PREPROCESSOR, /* -Wp,... */
    PREPROCESSOR_WORD,
    MAP_FILE,
    MAP_DEBUG,
    MAP_MACRO,
    WRAPS,
    NO_WRAPS,
    ALIASES,
    NO_ALIASES,
    FAST,
    NO_FAST,
    UNSAFE,
    NO_UNSAFE,
    REORDERS,
    OPTIMIZE, /* -Ofast is fast, and a later level takes that back */
    ISO,
    STANDARD,
    CONTRACT,
    FPMATH,
    COUNTS,
};

struct flag {
    const char *name;
    enum form form;
    bool for_libclang;
    enum effect effect;
};

static const struct flag flag_table[] = {
    /* what to make */
    {"-c", ALONE, false, SET_MODE_OBJECT},
    {"--compile", ALONE, false, SET_MODE_OBJECT},
    {"-S", ALONE, false, SET_MODE_ASSEMBLY},
    {"--assemble", ALONE, false, SET_MODE_ASSEMBLY},
    {"-fsyntax-only", ALONE, false, SET_MODE_SYNTAX},
    {"-E", ALONE, false, SET_MODE_PREPROCESS},
    {"--preprocess", ALONE, false, SET_MODE_PREPROCESS},
    {"-M", ALONE, false, SET_MODE_PREPROCESS},
    {"-MM", ALONE, false, SET_MODE_PREPROCESS},
    {"-###", ALONE, false, SET_MODE_QUERY},
    {"--target-help", ALONE, false, SET_MODE_QUERY},
    {"--help=", JOINED, false, SET_MODE_QUERY},
    {"-print-", JOINED, false, SET_MODE_QUERY},
    {"--print-", JOINED, false, SET_MODE_QUERY},
    {"-dumpbase-ext", SEPARATE, false, NOTHING},
    {"-dumpbase", SEPARATE, false, NOTHING},
    {"-dumpdir", SEPARATE, false, NOTHING},
    {"-dumpmachine", ALONE, false, SET_MODE_QUERY},
    {"-dumpversion", ALONE, false, SET_MODE_QUERY},
    {"-dumpfullversion", ALONE, false, SET_MODE_QUERY},
    {"-dumpspecs", ALONE, false, SET_MODE_QUERY},
    {"-r", ALONE, false, RELOCATABLE},
    {"-o", EITHER, false, SET_OUTPUT},
    {"--output=", JOINED, false, SET_OUTPUT},
    {"--output", SEPARATE, false, SET_OUTPUT},
    {"-x", EITHER, false, SET_LANGUAGE},
    {"--language=", JOINED, false, SET_LANGUAGE},
    {"--language", SEPARATE, false, SET_LANGUAGE},

    /* the preprocessor */
    {"-D", EITHER, true, NOTHING},
    {"-U", EITHER, true, NOTHING},
    {"--define-macro=", JOINED, true, NOTHING},
    {"--define-macro", SEPARATE, true, NOTHING},
    {"--undefine-macro=", JOINED, true, NOTHING},
    {"--undefine-macro", SEPARATE, true, NOTHING},
    {"-include-pch", SEPARATE, false, NOTHING},
    {"-include", EITHER, true, ADD_FORCED},
    {"--include", SEPARATE, true, ADD_FORCED},
    {"-imacros", EITHER, true, ADD_FORCED},
    {"-iquote", EITHER, true, ADD_IQUOTE},
    {"-isystem", EITHER, true, NOTHING},
    {"-idirafter", EITHER, true, NOTHING},
    {"-iprefix", SEPARATE, true, NOTHING},
    {"-iwithprefixbefore", SEPARATE, true, NOTHING},
    {"-iwithprefix", SEPARATE, true, NOTHING},
    {"-isysroot", SEPARATE, true, NOTHING},
    {"--sysroot=", JOINED, true, NOTHING},
    {"--sysroot", SEPARATE, true, NOTHING},
    {"-imultilib", SEPARATE, false, NOTHING},
    {"-I", EITHER, true, ADD_FOLDER},
    {"--include-directory=", JOINED, true, ADD_FOLDER},
    {"--include-directory", SEPARATE, true, ADD_FOLDER},
    {"-nostdinc", ALONE, true, NOTHING},
    {"-undef", ALONE, true, NOTHING},
    {"-trigraphs", ALONE, true, NOTHING},
    {"-pthread", ALONE, true, NOTHING},
    {"-Wp,", JOINED, false, PREPROCESSOR},
    {"-Xpreprocessor", SEPARATE, false, PREPROCESSOR_WORD},
    {"-MD", ALONE, false, WRITES_DEPFILE},
    {"-MMD", ALONE, false, WRITES_DEPFILE},
    {"-MF", EITHER, false, SET_DEPFILE},
    {"-MT", EITHER, false, NOTHING},
    {"-MQ", EITHER, false, NOTHING},
    {"-MJ", EITHER, false, NOTHING},
    {"-A", EITHER, false, NOTHING},

    /* the language */
    {"-std=", JOINED, true, STANDARD},
    {"--std=", JOINED, true, STANDARD},
    {"-ansi", ALONE, true, ISO},
    {"-funsigned-char", ALONE, true, NOTHING},
    {"-fno-unsigned-char", ALONE, true, NOTHING},
    {"-fsigned-char", ALONE, true, NOTHING},
    {"-fno-signed-char", ALONE, true, NOTHING},
    {"-fshort-enums", ALONE, true, NOTHING},
    {"-fno-short-enums", ALONE, true, NOTHING},
    {"-fshort-wchar", ALONE, true, NOTHING},
    {"-fpack-struct", JOINED, true, NOTHING},
    {"-fms-extensions", ALONE, true, NOTHING},
    {"-ffreestanding", ALONE, true, NOTHING},
    {"-fhosted", ALONE, true, NOTHING},
    {"-fbuiltin", ALONE, true, NOTHING},
    {"-fno-builtin", JOINED, true, NOTHING},
    {"-fgnu89-inline", ALONE, true, NOTHING},
    {"-fno-gnu89-inline", ALONE, true, NOTHING},
    {"-fno-asm", ALONE, true, NOTHING},
    {"-fexceptions", ALONE, true, NOTHING},
    {"-fopenmp", ALONE, true, NOTHING},
    {"-fopenmp-simd", ALONE, true, NOTHING},
    {"-fPIC", ALONE, true, NOTHING},
    {"-fpic", ALONE, true, NOTHING},
    {"-fPIE", ALONE, true, NOTHING},
    {"-fpie", ALONE, true, NOTHING},

    /* what operations mean */
    {"-fwrapv", ALONE, true, WRAPS},
    {"-fno-wrapv", ALONE, true, NO_WRAPS},
    {"-ftrapv", ALONE, false, NO_WRAPS},
    {"-fno-strict-overflow", ALONE, false, WRAPS},
    {"-fstrict-overflow", ALONE, false, NO_WRAPS},
    {"-fno-strict-aliasing", ALONE, true, ALIASES},
    {"-fstrict-aliasing", ALONE, true, NO_ALIASES},
    {"-ffast-math", ALONE, true, FAST},
    {"-fno-fast-math", ALONE, true, NO_FAST},
    {"-funsafe-math-optimizations", ALONE, false, UNSAFE},
    {"-fno-unsafe-math-optimizations", ALONE, false, NO_UNSAFE},
    {"-fassociative-math", ALONE, false, REORDERS},
    {"-freciprocal-math", ALONE, false, REORDERS},
    {"-ffp-model=fast", JOINED, false, REORDERS},
    {"-mrecip", JOINED, false, REORDERS},
    {"-mfpmath=", JOINED, false, FPMATH},
    {"-ffp-contract=", JOINED, false, CONTRACT},
    {"-O", JOINED, true, OPTIMIZE},

    /* the machine */
    {"-m16", ALONE, true, NOTHING},
    {"-m32", ALONE, true, NOTHING},
    {"-m64", ALONE, true, NOTHING},
    {"-mx32", ALONE, true, NOTHING},
    {"-march=", JOINED, true, NOTHING},
    {"-msse", JOINED, true, NOTHING},
    {"-mno-sse", JOINED, true, NOTHING},
    {"-mssse3", ALONE, true, NOTHING},
    {"-mavx", JOINED, true, NOTHING},
    {"-mno-avx", JOINED, true, NOTHING},
    {"-mfma", ALONE, true, NOTHING},
    {"-mno-fma", ALONE, true, NOTHING},
    {"-mbmi", JOINED, true, NOTHING},
    {"-mf16c", ALONE, true, NOTHING},
    {"-mpopcnt", ALONE, true, NOTHING},
    {"-mlzcnt", ALONE, true, NOTHING},
    {"-maes", ALONE, true, NOTHING},
    {"-mpclmul", ALONE, true, NOTHING},
    {"-mllvm", SEPARATE, false, NOTHING},

    /* how files are called in what is made of them */
    {"-ffile-prefix-map=", JOINED, false, MAP_FILE},
    {"-fdebug-prefix-map=", JOINED, false, MAP_DEBUG},
    {"-fmacro-prefix-map=", JOINED, false, MAP_MACRO},

    /* what is counted while the program runs */
    {"--coverage", ALONE, false, COUNTS},
    {"-coverage", ALONE, false, COUNTS},
    {"-fprofile-arcs", ALONE, false, COUNTS},
    {"-fprofile-generate", JOINED, false, COUNTS},

    /* the linker, the assembler and the driver */
    {"-l", EITHER, false, ADD_LIBRARY},
    {"-L", EITHER, false, NOTHING},
    {"-T", EITHER, false, NOTHING},
    {"-u", EITHER, false, NOTHING},
    {"-z", EITHER, false, NOTHING},
    {"-e", EITHER, false, NOTHING},
    {"-B", EITHER, false, NOTHING},
    {"-Xlinker", SEPARATE, false, NOTHING},
    {"-Xassembler", SEPARATE, false, NOTHING},
    {"-Xclang", SEPARATE, false, NOTHING},
    {"-Xopenmp-target", SEPARATE, false, NOTHING},
    {"-aux-info", SEPARATE, false, NOTHING},
    {"-wrapper", SEPARATE, false, NOTHING},
    {"-target", SEPARATE, true, NOTHING},
    {"--target=", JOINED, true, NOTHING},
    {"-gcc-toolchain", SEPARATE, false, NOTHING},
    {"--param=", JOINED, false, NOTHING},
    {"--param", SEPARATE, false, NOTHING},
    {"-framework", SEPARATE, false, NOTHING},
};

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static const struct flag *flag_find(const char *arg)
{
    for (size_t k = 0; k < sizeof flag_table / sizeof *flag_table; k++) {
        const struct flag *flag = &flag_table[k];
        bool may_join = flag->form == JOINED || flag->form == EITHER;
        if (may_join ? starts_with(arg, flag->name) : strcmp(arg, flag->name) == 0)
            return flag;
    }
    return NULL;
}

/* ---- what is learned from a flag ---------------------------------------------------------- */

static void raise_mode(struct command *command, enum mode mode)
{
    if (command->mode < mode)
        command->mode = mode;
}

/* Why floating-point operations may be reordered; each reason is taken back by itself alone, which
 * errs, if at all, to the side of "may be". */
enum { BY_FAST_MATH = 1, BY_UNSAFE_MATH = 2, BY_OTHER = 4, BY_LEVEL = 8 };

static void set_fast(struct command *command, unsigned reason, bool is_on)
{
    command->fast_reasons &= ~reason;
    if (is_on)
        command->fast_reasons |= reason;
    command->fast_math = command->fast_reasons != 0;
}

/* The piece of a list up to the next comma; *LIST then stands behind that. */
static const char *take_piece(struct arena *arena, const char **list)
{
    size_t length = strcspn(*list, ",");
    const char *piece = arena_strndup(arena, *list, length);
    *list += length + ((*list)[length] == ',');
    return piece;
}

static void add_depfile(struct command *command, const char *path)
{
    if (*path)
        LIST_PUSH(command->arena, command->depfiles, path);
}

/* What libclang has to know of the preprocessor's own arguments. */
static void pass_definition(struct command *command, const char *arg)
{
    if (starts_with(arg, "-D") || starts_with(arg, "-U"))
        args_add(&command->libclang, arg);
}

/* -Wp,-DX,-UY and -Wp,-MD,file: what passes the driver by on its way to the preprocessor. */
static void read_preprocessor_args(struct command *command, const char *list)
{
    while (*list) {
        const char *arg = take_piece(command->arena, &list);
        pass_definition(command, arg);
        if (strcmp(arg, "-MD") == 0 || strcmp(arg, "-MMD") == 0) {
            command->writes_depfile = true;
            add_depfile(command, take_piece(command->arena, &list));
        } else if (strcmp(arg, "-MF") == 0) {
            add_depfile(command, take_piece(command->arena, &list));
        }
    }
}

/* -iquote folders are looked through before -I folders, each kind in the order given. */
static void add_iquote(struct command *command, const char *folder)
{
    LIST_PUSH(command->arena, command->quote_folders, folder);
    const char **items = command->quote_folders.items;
    size_t at = command->iquote_count++;
    memmove(items + at + 1, items + at, (command->quote_folders.count - at - 1) * sizeof *items);
    items[at] = folder;
}

static void add_map(struct command *command, enum effect effect, const char *value)
{
    struct prefix_map map = {value, effect != MAP_MACRO, effect != MAP_DEBUG};
    LIST_PUSH(command->arena, command->maps, map);
}

static void learn(struct command *command, enum effect effect, const char *value)
{
    switch (effect) {
    case NOTHING:
        break;
    case SET_MODE_OBJECT:
        raise_mode(command, MODE_OBJECT);
        break;
    case SET_MODE_ASSEMBLY:
        raise_mode(command, MODE_ASSEMBLY);
        break;
    case SET_MODE_SYNTAX:
        raise_mode(command, MODE_SYNTAX);
        break;
    case SET_MODE_PREPROCESS:
        raise_mode(command, MODE_PREPROCESS);
        break;
    case SET_MODE_QUERY:
        raise_mode(command, MODE_QUERY);
        break;
    case SET_OUTPUT:
        command->output = value;
        break;
    case SET_LANGUAGE:
        command->language = strcmp(value, "none") == 0 ? NULL : value;
        break;
    case ADD_LIBRARY:
        command->names_library = true;
        break;
    case RELOCATABLE:
        command->is_relocatable = true;
        break;
    case ADD_FOLDER:
        LIST_PUSH(command->arena, command->quote_folders, value);
        break;
    case ADD_IQUOTE:
        add_iquote(command, value);
        break;
    case ADD_FORCED:
        LIST_PUSH(command->arena, command->forced, value);
        break;
    case WRITES_DEPFILE:
        command->writes_depfile = true;
        break;
    case SET_DEPFILE:
        LIST_PUSH(command->arena, command->depfiles, value);
        break;
    case PREPROCESSOR:
        read_preprocessor_args(command, value);
        break;
    case PREPROCESSOR_WORD:
        pass_definition(command, value);
        break;
    case MAP_FILE:
    case MAP_DEBUG:
    case MAP_MACRO:
        add_map(command, effect, value);
        break;
    case WRAPS:
        command->wraps_signed = true;
        break;
    case NO_WRAPS:
        command->wraps_signed = false;
        break;
    case ALIASES:
    case NO_ALIASES:
        command->types_alias = effect == ALIASES;
        break;
    case FAST:
    case NO_FAST:
        set_fast(command, BY_FAST_MATH, effect == FAST);
        break;
    case UNSAFE:
    case NO_UNSAFE:
        set_fast(command, BY_UNSAFE_MATH, effect == UNSAFE);
        break;
    case REORDERS:
        set_fast(command, BY_OTHER, true);
        break;
    case OPTIMIZE:
        set_fast(command, BY_LEVEL, strcmp(value, "fast") == 0);
        break;
    case ISO:
        command->is_iso = command->is_c90 = true;
        break;
    case STANDARD:
        command->is_iso = starts_with(value, "c") || starts_with(value, "iso");
        command->is_c90 = strstr(value, "89") || strstr(value, "90") || strstr(value, "199409");
        break;
    case CONTRACT:
        command->contracts_given = true;
        command->contracts = strcmp(value, "off") != 0;
        break;
    case FPMATH:
        set_fast(command, BY_OTHER, strcmp(value, "sse") != 0);
        break;
    case COUNTS:
        command->counts = true;
        break;
    }
}

/* ---- the command line --------------------------------------------------------------------- */

static void take_input(struct command *command, const char *path)
{
    const char *language = command->language;
    if (!language && command->is_cplusplus)
        language = "c++";
    struct input input = {command->args.list.count, path, language};
    LIST_PUSH(command->arena, command->inputs, input);
    args_add(&command->args, path);
}

/* Takes one flag of the compiler's, with its separate argument; returns how many arguments. */
static size_t take_flag(struct command *command, const char *arg, const char *next)
{
    const struct flag *flag = flag_find(arg);
    bool is_separate =
        flag && next &&
        (flag->form == SEPARATE || (flag->form == EITHER && strcmp(arg, flag->name) == 0));
    size_t count = is_separate ? 2 : 1, at = command->args.list.count;
    args_add(&command->args, arg);
    if (is_separate)
        args_add(&command->args, next);
    learn_linker_option(command, arg, is_separate ? next : "");
    if (may_predefine(arg))
        for (size_t k = at; k < command->args.list.count; k++)
            args_add(&command->predefining, command->args.list.items[k]);
    if (!flag)
        return count;
    if (flag->for_libclang) {
        args_add(&command->libclang, arg);
        if (is_separate)
            args_add(&command->libclang, next);
    }
    learn(command, flag->effect, is_separate ? next : arg + strlen(flag->name));
    if (flag->effect == SET_OUTPUT) {
        command->output_arg = at;
        command->output_words = count;
    }
    return count;
}

/* The compiler that ppcc is put in front of, as in `ppcc ccache gcc -c a.c`. */
static size_t take_compiler(struct command *command, const char *const *words, size_t count)
{
    size_t taken = launched_words(words, count);
    for (size_t k = 0; k < taken; k++)
        args_add(&command->compiler, words[k]);
    if (taken)
        command->is_cplusplus = compiles_cplusplus(words[taken - 1]);
    return taken;
}

void command_parse(struct command *command, struct arena *arena, int argc, char **argv)
{
    *command = (struct command){.arena = arena};
    command->args.arena = command->compiler.arena = command->libclang.arena = arena;
    command->predefining.arena = arena;
    struct args all = {.arena = arena};
    for (int k = 1; k < argc; k++)
        command->had_response_file |= args_expand(&all, argv[k]);

    bool asks = asks_about_sources(&all);
    for (size_t k = 0; k < all.list.count;) {
        const char *arg = all.list.items[k];
        const char *next = k + 1 < all.list.count ? all.list.items[k + 1] : NULL;
        size_t taken = asks ? take_database(command, arg, next) : 0;
        if (taken == 0)
            taken = take_own_option(command, arg, next);
        if (taken == 0 && command->args.list.count == 0 && command->compiler.list.count == 0)
            taken = take_compiler(command, all.list.items + k, all.list.count - k);
        command->has_own_options |= taken > 0;
        if (taken == 0 && (arg[0] != '-' || arg[1] == '\0')) {
            take_input(command, arg);
            taken = 1;
        } else if (taken == 0) {
            taken = take_flag(command, arg, next);
        }
        k += taken;
    }
}

static bool has_suffix(const char *path, const char *suffix)
{
    size_t length = strlen(path), tail = strlen(suffix);
    return length > tail && strcmp(path + length - tail, suffix) == 0;
}

bool input_is_preprocessed(const struct input *input)
{
    if (input->language)
        return strcmp(input->language, "cpp-output") == 0;
    return has_suffix(input->path, ".i");
}

bool input_is_c(const struct input *input)
{
    if (input->language)
        return strcmp(input->language, "c") == 0 || input_is_preprocessed(input);
    return has_suffix(input->path, ".c") || input_is_preprocessed(input);
}

/* From a header the compilers make a precompiled one. */
static bool is_header(const struct input *input)
{
    static const char *const suffixes[] = {".h", ".hh", ".H", ".hp", ".hpp", ".hxx", ".h++"};
    if (input->language && strcmp(input->language, "c++") != 0)
        return has_suffix(input->language, "-header");
    for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++)
        if (has_suffix(input->path, suffixes[k]))
            return true;
    return false;
}

bool command_links(const struct command *command)
{
    bool has_more = command->names_library;
    for (size_t k = 0; k < command->inputs.count && !has_more; k++)
        has_more = !is_header(&command->inputs.items[k]);
    return command->mode == MODE_LINK && !command->is_relocatable && has_more;
}

bool input_is_stdin(const struct input *input)
{
    return strcmp(input->path, "-") == 0;
}
