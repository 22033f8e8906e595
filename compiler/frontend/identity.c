/*
 * libclang decides conditions such as `#if __GNUC__ >= 7` as the real compiler will: what it
 * analyses is then what is compiled.
 *
 * Its own predefined macros are dropped (-undef), and the real compiler's take their place, in a
 * file that exists in memory alone and is read before everything else (-imacros). Beside them
 * stands what the system's headers need of libclang when it passes for gcc (the adapter).
 *
 * __has_builtin and its like are no macros of that list; answers.c sees to them, where they matter.
 * What cannot be made the same at all is refused (agreement.c).
 *
 * The C library's headers are read without the inline functions that they have for optimization
 * and _FORTIFY_SOURCE: those do what the functions do that they stand for, and need more of gcc, or
 * of the library's insides, than is known here. So two macros are not the real compiler's; where
 * something of the user's mentions one of them, they are, and these functions are read.
 *
 * Where a header of the system's can only be read as clang's, by errors that clang would not have,
 * the source is read with clang's own macros, unless something of the user's mentions a macro that
 * may be another one there: then the errors stand.
 */
#include "answers.h"

#include <string.h>

/* ---- the macros --------------------------------------------------------------------------- */

/* Names of what only clang has, in whichever header. */
static const char adapter[] =
    "#ifndef __clang__\n"
    "#define __malloc__(...) __malloc__\n" /* with a function that frees, which clang may not take
                                            */
    "#ifdef __OPTIMIZE_SIZE__\n"           /* <math.h> tells them apart by _Generic there */
    "#define _Float32 volatile float\n"
    "#define _Float64x volatile long double\n"
    "#else\n"
    "#define _Float32 float\n"
    "#define _Float64x long double\n"
    "#endif\n"
    "#define _Float64 double\n"
    "#define _Float32x double\n"
    "#if __LDBL_MANT_DIG__ == 113\n"
    "#define _Float128 long double\n"
    "#else\n"
    "#define _Float128 __float128\n"
    "#endif\n"
    "#define __CLANG_ATOMIC_BOOL_LOCK_FREE __GCC_ATOMIC_BOOL_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_CHAR_LOCK_FREE __GCC_ATOMIC_CHAR_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_CHAR16_T_LOCK_FREE __GCC_ATOMIC_CHAR16_T_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_CHAR32_T_LOCK_FREE __GCC_ATOMIC_CHAR32_T_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_WCHAR_T_LOCK_FREE __GCC_ATOMIC_WCHAR_T_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_SHORT_LOCK_FREE __GCC_ATOMIC_SHORT_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_INT_LOCK_FREE __GCC_ATOMIC_INT_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_LONG_LOCK_FREE __GCC_ATOMIC_LONG_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_LLONG_LOCK_FREE __GCC_ATOMIC_LLONG_LOCK_FREE\n"
    "#define __CLANG_ATOMIC_POINTER_LOCK_FREE __GCC_ATOMIC_POINTER_LOCK_FREE\n"
    "#endif\n";

const char *const identity_words[] = {"__clang",         "__GNUC",       "__glibc_",
                                      "__llvm",          "__VERSION__",  "__has_",
                                      "__is_identifier", "__is_target_", NULL};

/* The macros by which the library decides on inline functions, and those that it makes of them. */
static const char *const inline_names[] = {"_FORTIFY_SOURCE", "__NO_INLINE__",
                                           "__USE_FORTIFY_LEVEL", "__USE_EXTERN_INLINES", NULL};

static const char *const without_inlines[] = {"-U_FORTIFY_SOURCE", "-D__NO_INLINE__=1"};
enum { WITHOUT_INLINES = sizeof without_inlines / sizeof *without_inlines };

/* Does the argument ARG, with NEXT behind it, define or undefine NAME? */
static bool settles(const char *arg, const char *next, const char *name, size_t length)
{
    static const char *const options[] = {"-D", "-U", "--define-macro", "--undefine-macro"};
    for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
        size_t own = strlen(options[k]);
        if (strncmp(arg, options[k], own) != 0)
            continue;
        const char *given = arg[own] ? arg + own + (arg[own] == '=') : next;
        if (given && word_length(given) == length && !memcmp(given, name, length))
            return true;
    }
    return false;
}

static bool is_settled(const struct frontend *frontend, const char *name, size_t length)
{
    for (size_t k = 0; k < frontend->args.count; k++) {
        const char *next = k + 1 < frontend->args.count ? frontend->args.items[k + 1] : NULL;
        if (settles(frontend->args.items[k], next, name, length))
            return true;
    }
    for (size_t k = 0; k < WITHOUT_INLINES && !frontend->identity->has_inlines; k++)
        if (settles(without_inlines[k], NULL, name, length))
            return true;
    return false;
}

/* The lines of LISTED but those that the user's -D and -U replace, which libclang hears of. */
static void add_listed(const struct frontend *frontend, const char *listed, struct buf *macros)
{
    static const char define[] = "#define ";
    for (const char *line = listed; *line;) {
        size_t length = strcspn(line, "\n");
        const char *name = line + strlen(define);
        bool is_definition = length > strlen(define) && !memcmp(line, define, strlen(define));
        if (is_definition && !is_settled(frontend, name, word_length(name))) {
            buf_add(macros, line, length);
            buf_puts(macros, "\n");
        }
        line += length + (line[length] == '\n');
    }
}

void identity_set_macros(struct frontend *frontend, const char *more)
{
    struct buf macros = {0};
    add_listed(frontend, frontend->identity->listed, &macros);
    buf_puts(&macros, adapter);
    buf_puts(&macros, more);
    frontend->identity->macros = arena_strdup(frontend->arena, buf_text(&macros));
    buf_release(&macros);
}

void identity_begin(struct frontend *frontend)
{
    struct identity *identity = frontend->identity;
    if (!identity || identity->was_asked)
        return;
    identity->was_asked = true;
    identity->listed = identity->ask(identity->asked, "", NULL);
    if (identity->listed)
        identity_set_macros(frontend, "");
}

void identity_add_args(const struct frontend *frontend, struct parse_input *input)
{
    const struct identity *identity = frontend->identity;
    struct arena *arena = frontend->arena;
    /* Warnings are the real compiler's; without them libclang has less to do. */
    LIST_PUSH(arena, input->args, identity && identity->is_answered ? "-Wundef" : "-w");
    if (!identity || !identity->listed)
        return;
    LIST_PUSH(arena, input->args, "-undef");
    LIST_PUSH(arena, input->args, "-imacros");
    LIST_PUSH(arena, input->args, MACROS_PATH);
    struct CXUnsavedFile macros = {MACROS_PATH, identity->macros, strlen(identity->macros)};
    LIST_PUSH(arena, input->files, macros);
    for (size_t k = 0; k < identity->own.count; k++) {
        const struct own_header *own = &identity->own.items[k];
        struct CXUnsavedFile file = {own->path, own->text, own->length};
        LIST_PUSH(arena, input->files, file);
    }
}

void identity_add_last_args(const struct frontend *frontend, struct parse_input *input)
{
    const struct identity *identity = frontend->identity;
    for (size_t k = 0; k < WITHOUT_INLINES && identity && !identity->has_inlines; k++)
        LIST_PUSH(frontend->arena, input->args, without_inlines[k]);
}

/* ---- the parse ---------------------------------------------------------------------------- */

static CXTranslationUnit parse_again(struct frontend *frontend, CXTranslationUnit old)
{
    if (old)
        clang_disposeTranslationUnit(old);
    return frontend_parse(frontend, frontend->text, frontend->length);
}

/* The source with the library's inline functions. */
static CXTranslationUnit parse_inlines(struct frontend *frontend, CXTranslationUnit tu)
{
    frontend->identity->has_inlines = true;
    if (frontend->identity->listed)
        identity_set_macros(frontend, "");
    return parse_again(frontend, tu);
}

/* The source with the operators' answers. Each round brings the operands of one level of #if. */
static CXTranslationUnit parse_answered(struct frontend *frontend, CXTranslationUnit tu)
{
    enum { MOST_ROUNDS = 20 };
    struct identity *identity = frontend->identity;
    if (!identity->is_answered) {
        answers_note_own(frontend, tu);
        identity->is_answered = true;
        identity->is_open = !answers_ask(frontend);
        tu = parse_again(frontend, tu);
    }
    for (int round = 0; tu && !identity->is_open && answers_are_missing(frontend, tu); round++) {
        identity->is_open = round == MOST_ROUNDS || !answers_ask(frontend);
        tu = parse_again(frontend, tu);
    }
    return tu;
}

/* Of the list, and what is made of it or known to clang alone. */
static bool mentions_identity(struct frontend *frontend, CXTranslationUnit tu, const char *listed)
{
    return mention_is_any(user_files_of(frontend, tu), identity_words, listed);
}

/* The source as clang would read it, where that may be done and goes well; else TU. */
static CXTranslationUnit parse_as_clang(struct frontend *frontend, CXTranslationUnit tu)
{
    struct identity *identity = frontend->identity, as_listed = *identity;
    if (mentions_identity(frontend, tu, as_listed.listed))
        return tu;
    *identity = (struct identity){.ask = identity->ask,
                                  .asked = identity->asked,
                                  .was_asked = true,
                                  .is_clang = true,
                                  .has_inlines = identity->has_inlines};
    CXTranslationUnit other = parse_again(frontend, NULL);
    if (other && !has_errors(other) && !mentions_identity(frontend, other, as_listed.listed)) {
        clang_disposeTranslationUnit(tu);
        return other;
    }
    *identity = as_listed;
    if (other)
        clang_disposeTranslationUnit(other);
    return tu;
}

CXTranslationUnit identity_parse(struct frontend *frontend)
{
    CXTranslationUnit tu = parse_again(frontend, NULL);
    struct identity *identity = frontend->identity;
    if (tu && identity && !identity->has_inlines && mention_is_name(frontend, tu, inline_names))
        tu = parse_inlines(frontend, tu);
    if (!tu || !identity || !identity->listed)
        return tu;
    if (identity->is_answered || answers_matter(user_files_of(frontend, tu)))
        tu = parse_answered(frontend, tu);
    return tu && has_errors(tu) ? parse_as_clang(frontend, tu) : tu;
}
