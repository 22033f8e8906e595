/*
 * What the macros of identity.c cannot bring about, and would let the real compiler enter another
 * branch of an #if than libclang: refused where the user's files mention it.
 *
 *   - a compiler that does not tell its macros, or the answers of __has_builtin and its like
 *   - __has_include of a header that only one of the two compilers brings along: <quadmath.h>
 *   - #pragma GCC target and optimize, behind which gcc has other predefined macros
 */
#include "answers.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

struct agreement {
    struct frontend *frontend;
    struct diags *diags;
    const struct user_files *files;
};

static void report(struct agreement *agreement, const struct user_file *file, const char *at,
                   size_t length, const char *message)
{
    struct frontend *frontend = agreement->frontend;
    unsigned offset = (unsigned)(at - file->text);
    struct place place =
        place_of_location(frontend, clang_getLocationForOffset(frontend->tu, file->file, offset));
    unsigned end = place.main ? place.offset + (unsigned)length : 0;
    diag_add(agreement->diags, SEVERITY_ERROR, DIAG_COMPILERS_DIFFER, &place, end, "%s", message);
}

/* ---- macros that are not told ------------------------------------------------------------- */

static void check_told(struct agreement *agreement)
{
    struct frontend *frontend = agreement->frontend;
    const struct identity *identity = frontend->identity;
    if (identity->is_clang || (identity->listed && !identity->is_open))
        return;
    for (size_t k = 0; k < agreement->files->list.count; k++) {
        const struct user_file *file = &agreement->files->list.items[k];
        const char *at = mention_find(file, identity_words, NULL);
        size_t length = at ? word_length(at) : 0;
        if (at)
            report(agreement, file, at, length,
                   arena_printf(frontend->arena,
                                "the compiler does not tell ppcc what '%.*s' is to it", (int)length,
                                at));
    }
}

/* ---- __has_include ------------------------------------------------------------------------ */

static const char has_include[] = "__has_include";

/* A use of it: AT, and what is asked about, as <NAME>, for what "NAME" finds beside the source is
 * there for both; NULL: that does not stand there. */
struct inclusion {
    const struct user_file *file;
    const char *at, *name;
};

struct inclusions {
    LIST_OF(struct inclusion) list;
};

static const char *skip_blanks(const char *at)
{
    while (*at == ' ' || *at == '\t')
        at++;
    return at;
}

/* Does `#define` stand before AT? */
static bool is_defined_at(const struct user_file *file, const char *at)
{
    static const char define[] = "define";
    while (at > file->text && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    size_t length = strlen(define);
    return (size_t)(at - file->text) >= length && !memcmp(at - length, define, length);
}

/* Notes the use at AT, if it is no mere question for the operator: defined(__has_include). */
static void note_inclusion(struct agreement *agreement, struct inclusions *inclusions,
                           const struct user_file *file, const char *at)
{
    struct inclusion inclusion = {file, at, NULL};
    if (is_defined_at(file, at))
        return;
    const char *open = skip_blanks(at + word_length(at));
    if (*open != '(')
        return;
    const char *name = skip_blanks(open + 1);
    char close = *name == '<' ? '>' : '"';
    size_t length = strcspn(name + (*name != '\0'), close == '>' ? ">\n" : "\"\n") + 2;
    bool is_name = (*name == '<' || *name == '"') && name[length - 1] == close;
    if (is_name)
        inclusion.name =
            arena_printf(agreement->frontend->arena, "<%.*s>", (int)length - 2, name + 1);
    LIST_PUSH(agreement->frontend->arena, inclusions->list, inclusion);
}

static void find_inclusions(struct agreement *agreement, struct inclusions *inclusions)
{
    for (size_t k = 0; k < agreement->files->list.count; k++) {
        const struct user_file *file = &agreement->files->list.items[k];
        const char *at = file->text, *end = file->text + file->length;
        for (; (at = memmem(at, (size_t)(end - at), has_include, strlen(has_include)));
             at += strlen(has_include))
            note_inclusion(agreement, inclusions, file, at);
    }
}

/* ppcc_header_N between BEFORE and BEHIND for each inclusion whose header is there. */
static const char *inclusion_text(struct agreement *agreement, const struct inclusions *inclusions,
                                  const char *before, const char *behind)
{
    struct buf text = {0};
    for (size_t k = 0; k < inclusions->list.count; k++)
        if (inclusions->list.items[k].name)
            buf_printf(&text, "#if __has_include(%s)\n%sppcc_header_%zu%s\n#endif\n",
                       inclusions->list.items[k].name, before, k, behind);
    const char *copy = arena_strdup(agreement->frontend->arena, buf_text(&text));
    buf_release(&text);
    return copy;
}

struct found_names {
    struct arena *arena;
    struct buf lines; /* #define NAME, for each enumerator */
};

static enum CXChildVisitResult note_name(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct found_names *names = data;
    if (cursor.kind == CXCursor_EnumDecl)
        return CXChildVisit_Recurse;
    if (cursor.kind == CXCursor_EnumConstantDecl)
        buf_printf(&names->lines, "#define %s\n",
                   take_string(names->arena, clang_getCursorSpelling(cursor)));
    return CXChildVisit_Continue;
}

/* Which headers libclang finds, as lines of #define. */
static const char *found_by_libclang(struct agreement *agreement,
                                     const struct inclusions *inclusions)
{
    struct frontend *frontend = agreement->frontend;
    const char *text = inclusion_text(agreement, inclusions, "enum { ", " };");
    CXTranslationUnit tu = frontend_parse(frontend, text, strlen(text));
    struct found_names names = {.arena = frontend->arena};
    if (tu) {
        clang_visitChildren(clang_getTranslationUnitCursor(tu), note_name, &names);
        clang_disposeTranslationUnit(tu);
    }
    const char *copy = arena_strdup(frontend->arena, buf_text(&names.lines));
    buf_release(&names.lines);
    return copy;
}

/* Who finds which headers, as lines of #define: ppcc_header_N. */
struct found {
    const char *by_libclang, *by_compiler; /* the latter NULL: it does not tell */
};

/* Only headers that a compiler brings along can be there for one and not for the other. The real
 * compiler is asked without the user's folders: what these hold is there for both. */
static const char *wrong_with(struct agreement *agreement, const struct inclusion *inclusion,
                              const struct found *found, size_t number)
{
    struct frontend *frontend = agreement->frontend;
    if (!inclusion->name)
        return "which header is asked about has to stand here for ppcc to see whether the "
               "compiler finds it";
    if (!found->by_compiler)
        return "the compiler does not tell ppcc whether this header is there";
    const char *header = inclusion->name + 1;
    const char *own = arena_printf(frontend->arena, "%s/%.*s", frontend->own_folder,
                                   (int)strlen(header) - 1, header);
    const char *name = arena_printf(frontend->arena, "ppcc_header_%zu", number);
    bool is_own = frontend->own_folder && access(own, F_OK) == 0;
    bool is_there = macros_define(found->by_libclang, name);
    bool is_there_for_compiler = macros_define(found->by_compiler, name);
    if (is_there == is_there_for_compiler || (is_there && !is_own))
        return NULL;
    return arena_printf(frontend->arena, "%s is there for %s", inclusion->name,
                        is_there ? "ppcc and not for the compiler"
                                 : "the compiler and not for ppcc");
}

static void check_inclusions(struct agreement *agreement)
{
    const struct identity *identity = agreement->frontend->identity;
    struct inclusions inclusions = {0};
    find_inclusions(agreement, &inclusions);
    if (!inclusions.list.count)
        return;
    struct found found = {found_by_libclang(agreement, &inclusions), NULL};
    found.by_compiler = identity->ask(identity->asked,
                                      inclusion_text(agreement, &inclusions, "#define ", ""), NULL);
    for (size_t k = 0; k < inclusions.list.count; k++) {
        const struct inclusion *inclusion = &inclusions.list.items[k];
        const char *message = wrong_with(agreement, inclusion, &found, k);
        if (message)
            report(agreement, inclusion->file, inclusion->at, strlen(has_include), message);
    }
}

/* ---- #pragma GCC -------------------------------------------------------------------------- */

struct options {
    LIST_OF(const char *) list;
    const struct user_file *file; /* where the first of them is, ... */
    const char *at;               /* ... behind its GCC */
};

/* WORD of a pragma's, as an option of the command line. */
static const char *option_of(struct arena *arena, const char *word, bool is_target)
{
    if (is_target)
        return arena_printf(arena, "-m%s", word);
    if (*word == '-')
        return word;
    return arena_printf(arena, "%s%s",
                        *word == 'O'                    ? "-"
                        : isdigit((unsigned char)*word) ? "-O"
                                                        : "-f",
                        word);
}

/* Adds what stands in the brackets of the pragma whose words behind GCC are at AT, where it changes
 * what gcc predefines. In the string of a _Pragma quotes are written with a backslash. */
static void add_options(struct arena *arena, struct options *options, const char *at)
{
    static const char between[] = "( \t\\\",";
    bool is_target = !strncmp(at, "target", strlen("target"));
    if (!is_target && strncmp(at, "optimize", strlen("optimize")) != 0)
        return;
    at += word_length(at);
    for (at += strspn(at, between); *at && *at != ')' && *at != '\n'; at += strspn(at, between)) {
        size_t length = strcspn(at, "( \t\\\",)\n");
        LIST_PUSH(arena, options->list,
                  option_of(arena, arena_strndup(arena, at, length), is_target));
        at += length;
    }
}

/* All options of that kind. gcc changes no macros while it preprocesses alone: it is asked with
 * options in the pragmas' places. */
static struct options options_of(struct agreement *agreement)
{
    struct options options = {0};
    for (size_t k = 0; k < agreement->files->list.count; k++) {
        const struct user_file *file = &agreement->files->list.items[k];
        const char *at = file->text, *end = file->text + file->length;
        for (; (at = memmem(at, (size_t)(end - at), "GCC", 3)); at += 3) {
            add_options(agreement->frontend->arena, &options, skip_blanks(at + 3));
            if (options.list.count && !options.at) {
                options.file = file;
                options.at = skip_blanks(at + 3);
            }
        }
    }
    if (options.list.count)
        LIST_PUSH(agreement->frontend->arena, options.list, NULL);
    return options;
}

/* Adds those of LINES that OTHERS have not. */
static void add_different(struct arena *arena, struct buf *different, const char *lines,
                          const char *others)
{
    for (const char *line = lines; *line;) {
        size_t length = strcspn(line, "\n");
        length += line[length] == '\n';
        const char *copy = arena_strndup(arena, line, length);
        if (!strstr(others, copy))
            buf_puts(different, copy);
        line += length;
    }
}

/* Adds the macros that the pragmas change; reports when the compiler does not tell. */
static void add_changed(struct agreement *agreement, const struct options *options,
                        struct buf *changed)
{
    struct arena *arena = agreement->frontend->arena;
    const struct identity *identity = agreement->frontend->identity;
    const char *behind = identity->ask(identity->asked, "", options->list.items);
    if (!behind) {
        report(agreement, options->file, options->at, word_length(options->at),
               "which macros this changes for the compiler is not known");
        return;
    }
    add_different(arena, changed, identity->listed, behind);
    add_different(arena, changed, behind, identity->listed);
}

static void check_options(struct agreement *agreement)
{
    static const char *const no_starts[] = {NULL};
    struct options options = options_of(agreement);
    if (!options.list.count || macros_define(agreement->frontend->identity->listed, "__clang__"))
        return; /* clang takes no notice of them */
    struct buf changed = {0};
    add_changed(agreement, &options, &changed);
    for (size_t k = 0; k < agreement->files->list.count; k++) {
        const struct user_file *file = &agreement->files->list.items[k];
        const char *at = mention_find(file, no_starts, buf_text(&changed));
        size_t length = at ? word_length(at) : 0;
        if (at)
            report(agreement, file, at, length,
                   arena_printf(agreement->frontend->arena,
                                "a '#pragma GCC' changes what '%.*s' is to the compiler, which "
                                "ppcc does not follow",
                                (int)length, at));
    }
    buf_release(&changed);
}

void check_agreement(struct frontend *frontend, struct diags *diags)
{
    struct agreement agreement = {frontend, diags, user_files_of(frontend, frontend->tu)};
    if (!frontend->identity)
        return;
    check_told(&agreement);
    if (!frontend->identity->listed)
        return;
    check_inclusions(&agreement);
    check_options(&agreement);
}
