/*
 * Annotations that do not stand as `#pragma ppar for` in the main file are brought there, in the
 * text, before anything else looks at it:
 *
 *   - `#include "kernel.h"`, when kernel.h or a file that it includes has annotated loops, becomes
 *     the text of that file, between two #line;
 *   - PPAR_FOR(reduction(+ : s)), or a macro that stands for _Pragma("ppar ..."), becomes the
 *     pragma, on a line of its own;
 *   - in a pragma, a macro where a word of ppcc's is expected becomes its text.
 *
 * What is brought in may need the same again, so the new text is parsed and unfolded until nothing
 * changes. From there on it is an ordinary file with #line in it. Its pieces tell which bytes are
 * those of which file.
 *
 * A quoted #include is looked up beside the file that it stands in. So a file that an unfolded one
 * finds only there is unfolded, too. And every file on the way to an unfolded one is, else it would
 * include it again.
 */
#include "../paths.h"
#include "../pragma/clauses.h"
#include "internal.h"

#include <string.h>

/* An #include that the preprocessor has followed. */
struct inclusion {
    struct stretch in;   /* the directive */
    CXFile to;           /* what it includes */
    const char *spelled; /* without quotes or brackets */
};

struct unfolding {
    struct frontend *frontend;
    struct unfolded *out;
    LIST_OF(struct inclusion) inclusions; /* in the order of the preprocessor */
    size_t next;                          /* the first of them that was not met again */
    LIST_OF(CXFile) files;                /* those that are put in */
    LIST_OF(CXFile) once;                 /* those of them that must not come again */
};

static bool is_main(const struct unfolding *u, CXFile file)
{
    return clang_File_isEqual(file, u->frontend->main_file);
}

static const char *contents(const struct unfolding *u, CXFile file, size_t *length)
{
    if (is_main(u, file)) {
        *length = u->frontend->length;
        return u->frontend->text;
    }
    const char *text = clang_getFileContents(u->frontend->tu, file, length);
    return text ? text : "";
}

/* ---- which files -------------------------------------------------------------------------- */

static bool is_unfolded(const struct unfolding *u, CXFile file)
{
    for (size_t k = 0; k < u->files.count; k++)
        if (clang_File_isEqual(u->files.items[k], file))
            return true;
    return false;
}

static enum CXChildVisitResult add_inclusion(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct unfolding *u = data;
    if (cursor.kind != CXCursor_InclusionDirective)
        return CXChildVisit_Continue;
    struct inclusion inclusion = {
        .in = stretch_of(cursor),
        .to = clang_getIncludedFile(cursor),
        .spelled = take_string(u->frontend->arena, clang_getCursorSpelling(cursor)),
    };
    if (inclusion.in.file && inclusion.to)
        LIST_PUSH(u->frontend->arena, u->inclusions, inclusion);
    return CXChildVisit_Continue;
}

/* What a macro names is taken for quoted, which it mostly is. */
static bool is_quoted(const struct unfolding *u, const struct inclusion *inclusion)
{
    size_t length;
    const char *text = contents(u, inclusion->in.file, &length);
    return !memchr(text + inclusion->in.start, '<', inclusion->in.end - inclusion->in.start);
}

/* Is TO found beside FROM, and not also beside the main file? */
static bool is_found_beside(const struct unfolding *u, const struct inclusion *inclusion)
{
    struct arena *arena = u->frontend->arena;
    const char *to = included_name(u->frontend, inclusion->to);
    const char *folder = folder_prefix(arena, included_name(u->frontend, inclusion->in.file));
    bool is_beside = !strncmp(to, folder, strlen(folder));
    return is_quoted(u, inclusion) && is_beside &&
           strcmp(folder, folder_prefix(arena, u->frontend->path)) != 0;
}

static bool is_system_header(const struct unfolding *u, CXFile file)
{
    return clang_Location_isInSystemHeader(clang_getLocationForOffset(u->frontend->tu, file, 0));
}

static bool takes_next(const struct unfolding *u, const struct inclusion *inclusion)
{
    size_t length;
    const char *text = contents(u, inclusion->in.file, &length);
    return memmem(text + inclusion->in.start, inclusion->in.end - inclusion->in.start, "_next",
                  5) != NULL;
}

/* Adds what the files to be put in bring with them; false when one of them cannot be put in. */
static bool close_files(struct unfolding *u)
{
    for (bool is_again = true; is_again;) {
        is_again = false;
        for (size_t k = 0; k < u->inclusions.count; k++) {
            const struct inclusion *inclusion = &u->inclusions.items[k];
            bool from = is_unfolded(u, inclusion->in.file), to = is_unfolded(u, inclusion->to);
            CXFile more = NULL;
            if (to && !from && !is_main(u, inclusion->in.file))
                more = inclusion->in.file;
            else if (from && !to && is_found_beside(u, inclusion))
                more = inclusion->to;
            if ((from || to) && takes_next(u, inclusion))
                return false;
            if (more)
                LIST_PUSH(u->frontend->arena, u->files, more);
            is_again |= more != NULL;
        }
    }
    for (size_t k = 0; k < u->files.count; k++)
        if (is_system_header(u, u->files.items[k]))
            return false;
    return true;
}

/* A file that an option includes has no #include to be put in place of. */
static bool are_reached(const struct unfolding *u)
{
    size_t reached = 0;
    for (size_t f = 0; f < u->files.count; f++) {
        bool is_reached = false;
        for (size_t k = 0; k < u->inclusions.count && !is_reached; k++)
            is_reached = clang_File_isEqual(u->inclusions.items[k].to, u->files.items[f]);
        reached += is_reached;
    }
    return reached == u->files.count;
}

/* ---- copying ------------------------------------------------------------------------------ */

static void begin_piece(struct unfolding *u, const char *file, unsigned in_file)
{
    struct piece piece = {(unsigned)u->out->text.length, file, in_file};
    LIST_PUSH(u->frontend->arena, u->out->pieces.list, piece);
}

/* The pieces of [from, to) of the main file, which may itself be put together. */
static void copy_main(struct unfolding *u, unsigned from, unsigned to)
{
    const struct pieces *pieces = &u->frontend->pieces;
    struct piece whole = {0, u->frontend->path, 0};
    size_t count = pieces->list.count ? pieces->list.count : 1;
    for (size_t k = 0; k < count; k++) {
        const struct piece *piece = pieces->list.count ? &pieces->list.items[k] : &whole;
        unsigned end = k + 1 < count ? piece[1].offset : (unsigned)u->frontend->length;
        unsigned first = from > piece->offset ? from : piece->offset;
        unsigned last = to < end ? to : end;
        if (first >= last)
            continue;
        begin_piece(u, piece->file, piece->in_file + (first - piece->offset));
        buf_add(&u->out->text, u->frontend->text + first, last - first);
    }
}

/* The bytes [*start, *end) of `#pragma once`, which means nothing in a main file. */
static bool find_once(const char *text, size_t length, unsigned *start, unsigned *end)
{
    for (const char *at = text; (at = memmem(at, length - (size_t)(at - text), "once", 4)); at++) {
        const char *hash = at;
        while (hash > text && strchr(" \tpragm", hash[-1]))
            hash--;
        bool is_it = hash > text && hash[-1] == '#' &&
                     memmem(hash, (size_t)(at - hash), "pragma", 6) &&
                     (hash - 1 == text || hash[-2] == '\n');
        *start = (unsigned)(hash - 1 - text);
        *end = (unsigned)(at + 4 - text);
        if (is_it)
            return true;
    }
    return false;
}

static void copy_included(struct unfolding *u, CXFile file, unsigned from, unsigned to)
{
    size_t length;
    unsigned start, end;
    const char *text = contents(u, file, &length);
    if (find_once(text, length, &start, &end) && start >= from && end <= to) {
        copy_included(u, file, from, start);
        from = end;
    }
    if (from == 0 && length >= 3 && !memcmp(text, "\xef\xbb\xbf", 3))
        from = 3; /* a byte order mark is one at the start of a file only */
    begin_piece(u, included_name(u->frontend, file), from);
    buf_add(&u->out->text, text + from, to - from);
}

static void copy(struct unfolding *u, CXFile file, unsigned from, unsigned to)
{
    if (is_main(u, file))
        copy_main(u, from, to);
    else
        copy_included(u, file, from, to);
}

/* What the line of FILE that OFFSET is on is called; NAME is FILE's own. */
static struct place name_line(const struct unfolding *u, CXFile file, const char *name,
                              unsigned offset)
{
    struct frontend *frontend = u->frontend;
    if (is_main(u, file))
        return main_place(frontend, offset);
    CXString presumed;
    struct place place = {0};
    clang_getPresumedLocation(clang_getLocationForOffset(frontend->tu, file, offset), &presumed,
                              &place.line, NULL);
    place.file = take_string(frontend->arena, presumed);
    const char *own = take_string(frontend->arena, clang_getFileName(file));
    if (!strcmp(place.file, own))
        place.file = name;
    return place;
}

/* On a line of its own; what follows is called like that line. */
static void add_line(struct unfolding *u, CXFile file, const char *name, unsigned offset)
{
    struct place place = name_line(u, file, name, offset);
    begin_piece(u, NULL, 0);
    buf_printf(&u->out->text, "\n#line %u \"", place.line);
    for (const char *p = place.file; *p; p++)
        buf_printf(&u->out->text, "%s%c", *p == '"' || *p == '\\' ? "\\" : "", *p);
    buf_puts(&u->out->text, "\"\n");
}

/* ---- included files ----------------------------------------------------------------------- */

/* Whether FILE has to be left out, for it was there before and asks for once. */
static bool is_done(struct unfolding *u, CXFile file)
{
    for (size_t k = 0; k < u->once.count; k++)
        if (clang_File_isEqual(u->once.items[k], file))
            return true;
    size_t length;
    unsigned start, end;
    const char *text = contents(u, file, &length);
    if (find_once(text, length, &start, &end))
        LIST_PUSH(u->frontend->arena, u->once, file);
    return false;
}

static void note_header(struct unfolding *u, const char *name)
{
    for (size_t k = 0; k < u->out->headers.count; k++)
        if (!strcmp(u->out->headers.items[k], name))
            return;
    LIST_PUSH(u->frontend->arena, u->out->headers, name);
}

/* How the real compiler calls a file in __FILE__. To gcc, beside the file NAME, which includes it
 * as "X", it is X in NAME's folder; clang says ./X. */
static const char *name_included(const struct unfolding *u, const struct inclusion *inclusion,
                                 const char *name)
{
    struct arena *arena = u->frontend->arena;
    const char *own = take_string(arena, clang_getFileName(inclusion->to));
    const char *beside =
        arena_printf(arena, "%s%s", folder_prefix(arena, name), inclusion->spelled);
    const struct frontend *frontend = u->frontend;
    bool is_clang = frontend->calls_gcc && !frontend->calls_gcc(frontend->caller);
    if (is_clang || !is_quoted(u, inclusion))
        return own;
    bool is_it = !strcmp(own, beside) || !strcmp(own, arena_printf(arena, "./%s", beside));
    return is_it ? beside : own;
}

/* FILE, which is called NAME, with files to be put in in their places. What the preprocessor met in
 * it lies, in order, from u->next on. */
static void put_in(struct unfolding *u, CXFile file, const char *name)
{
    size_t length;
    unsigned at = 0;
    const char *text = contents(u, file, &length);
    while (u->next < u->inclusions.count) {
        const struct inclusion *inclusion = &u->inclusions.items[u->next];
        if (!clang_File_isEqual(inclusion->in.file, file) || inclusion->in.start < at)
            break;
        u->next++;
        copy(u, file, at, inclusion->in.start);
        at = directive_end(text, length, inclusion->in.end);
        if (!is_done(u, inclusion->to)) {
            const char *included = name_included(u, inclusion, name);
            note_header(u, included);
            add_line(u, inclusion->to, included, 0);
            put_in(u, inclusion->to, included);
        }
        add_line(u, file, name, at);
    }
    copy(u, file, at, (unsigned)length);
}

/* Leaves those that lead to files to be put in. */
static void choose_inclusions(struct unfolding *u)
{
    size_t count = 0;
    for (size_t k = 0; k < u->inclusions.count; k++)
        if (is_unfolded(u, u->inclusions.items[k].to))
            u->inclusions.items[count++] = u->inclusions.items[k];
    u->inclusions.count = count;
}

static bool unfold_files(struct unfolding *u)
{
    struct frontend *frontend = u->frontend;
    for (size_t k = 0; k < frontend->annotated.count; k++)
        if (!is_unfolded(u, frontend->annotated.items[k]))
            LIST_PUSH(frontend->arena, u->files, frontend->annotated.items[k]);
    if (!u->files.count)
        return false;
    clang_visitChildren(clang_getTranslationUnitCursor(frontend->tu), add_inclusion, u);
    if (!close_files(u) || !are_reached(u))
        return false;
    choose_inclusions(u);
    put_in(u, frontend->main_file, frontend->file);
    return true;
}

/* ---- macros in a pragma ------------------------------------------------------------------- */

/* The macro NAME, and the one text that its definitions have. */
struct search {
    struct frontend *frontend;
    const char *name, *body;
    bool differs; /* there are several, or it takes arguments */
};

static enum CXChildVisitResult find_body(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct search *search = data;
    if (cursor.kind != CXCursor_MacroDefinition)
        return CXChildVisit_Continue;
    CXString spelling = clang_getCursorSpelling(cursor);
    bool is_it = !strcmp(clang_getCString(spelling), search->name);
    clang_disposeString(spelling);
    if (!is_it)
        return CXChildVisit_Continue;
    size_t length = 0;
    struct stretch in = stretch_of(cursor);
    const char *text =
        in.file ? clang_getFileContents(search->frontend->tu, in.file, &length) : NULL;
    unsigned start = in.start + (unsigned)strlen(search->name);
    if (clang_Cursor_isMacroFunctionLike(cursor) || !text || start > in.end || in.end > length) {
        search->differs = true;
        return CXChildVisit_Break;
    }
    const char *body = without_splices(search->frontend->arena, text, start, in.end);
    search->differs |= search->body && strcmp(search->body, body);
    search->body = body;
    return CXChildVisit_Continue;
}

/* What -DNAME=... says, or NULL. */
static const char *body_by_option(const struct frontend *frontend, const char *name)
{
    size_t length = strlen(name);
    const char *body = NULL;
    for (size_t k = 0; k < frontend->args.count; k++) {
        const char *option = frontend->args.items[k];
        if (!strcmp(option, "-D") && k + 1 < frontend->args.count)
            option = frontend->args.items[++k];
        else if (!strncmp(option, "-D", 2))
            option += 2;
        else
            continue;
        if (!strncmp(option, name, length) && option[length] == '=')
            body = option + length + 1;
    }
    return body;
}

static const char *body_of(struct frontend *frontend, const char *name)
{
    struct search search = {.frontend = frontend, .name = name};
    const char *body = body_by_option(frontend, name);
    if (body)
        return body;
    clang_visitChildren(clang_getTranslationUnitCursor(frontend->tu), find_body, &search);
    return search.differs ? NULL : search.body;
}

static bool is_name(const char *text)
{
    unsigned char first = (unsigned char)text[0];
    return first == '_' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

/* Whether the macro NAME comes up again when BODY is expanded, so that there would be no end. */
static bool leads_back(struct frontend *frontend, const char *name, const char *body, int depth)
{
    enum { DEEPEST = 5 };
    static const char word[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    for (const char *at = body; *at;) {
        size_t length = strspn(at, word);
        const char *inner = arena_strndup(frontend->arena, at, length);
        const char *next = length && is_name(inner) ? body_of(frontend, inner) : NULL;
        if (length && !strcmp(inner, name))
            return true;
        if (next && (depth == DEEPEST || leads_back(frontend, name, next, depth + 1)))
            return true;
        at += length ? length : 1;
    }
    return false;
}

/* Is a word of ppcc's expected at token K, at DEPTH brackets? It is not looked for elsewhere: what
 * stands in a clause's expression is expanded by the compiler. */
static bool wants_word(const struct pragma *pragma, size_t k, int depth)
{
    static const char *const known[] = {"for",     "effects", "pack", "auto", "static",
                                        "dynamic", "guided",  "min",  "max",  NULL};
    const struct pragma_token *tokens = pragma->tokens.items;
    enum clause_kind kind;
    bool is_argument =
        depth == 1 && k >= 2 && !strcmp(tokens[k - 1].text, "(") &&
        (!strcmp(tokens[k - 2].text, "schedule") || !strcmp(tokens[k - 2].text, "reduction"));
    if (!is_name(tokens[k].text) || !(depth == 0 || is_argument) ||
        clause_find(tokens[k].text, &kind))
        return false;
    for (size_t i = 0; known[i]; i++)
        if (!strcmp(tokens[k].text, known[i]))
            return false;
    return true;
}

static unsigned expand_words(struct unfolding *u, const struct pragma *pragma, unsigned at)
{
    int depth = 0;
    for (size_t k = 0; k < pragma->tokens.count; k++) {
        const struct pragma_token *token = &pragma->tokens.items[k];
        const char *body = wants_word(pragma, k, depth) ? body_of(u->frontend, token->text) : NULL;
        depth += !strcmp(token->text, "(") - !strcmp(token->text, ")");
        if (!body || leads_back(u->frontend, token->text, body, 0))
            continue;
        copy_main(u, at, token->start);
        begin_piece(u, NULL, 0);
        buf_puts(&u->out->text, body);
        at = token->end;
    }
    return at;
}

/* ---- annotations by macros ---------------------------------------------------------------- */

static unsigned replace_use(struct unfolding *u, const struct annotation_use *use, unsigned at)
{
    copy_main(u, at, use->start);
    begin_piece(u, NULL, 0);
    buf_puts(&u->out->text, "\n");
    add_line(u, u->frontend->main_file, NULL, use->start);
    buf_printf(&u->out->text, "#pragma ppar %s", use->words);
    add_line(u, u->frontend->main_file, NULL, use->end);
    return use->end;
}

/* Both in the order of the text. */
static bool unfold_text(struct unfolding *u, const struct pragmas *pragmas)
{
    const struct frontend *frontend = u->frontend;
    unsigned at = 0, changed = 0;
    size_t use = 0, pragma = 0;
    while (use < frontend->uses.count || pragma < pragmas->list.count) {
        const struct annotation_use *next = &frontend->uses.items[use];
        bool is_use =
            use < frontend->uses.count &&
            (pragma == pragmas->list.count || next->start < pragmas->list.items[pragma]->start);
        unsigned behind =
            is_use ? replace_use(u, next, at) : expand_words(u, pragmas->list.items[pragma], at);
        changed |= behind != at;
        at = behind;
        use += is_use;
        pragma += !is_use;
    }
    if (changed)
        copy_main(u, at, (unsigned)frontend->length);
    return changed;
}

bool frontend_unfold(struct frontend *frontend, const struct pragmas *pragmas,
                     struct unfolded *unfolded)
{
    struct unfolding u = {.frontend = frontend, .out = unfolded};
    return unfold_files(&u) || unfold_text(&u, pragmas);
}
