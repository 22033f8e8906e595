/*
 * Stage scan: the pragmas, found among the tokens of the file. clang leaves unknown pragmas out of
 * its tree, and the raw tokens show everything else: several lines, comments, splices.
 *
 *   - A directive counts unless the preprocessor skips it (#if 0).
 *   - _Pragma("ppar ...") counts in plain text; its tokens are those inside of the string, each
 * with its own place.
 *   - A macro that is nothing but _Pragma("ppar ..."), _Pragma(#its_parameter) or PPAR_FOR(...) is
 * an annotation where it is used. A pragma in any other macro is refused.
 *   - In included files there are only effects and pack: the translated text is that of the main
 * file alone. What else there is, unfold.c brings there.
 */
#include "scan.h"

#include <string.h>

/* The directive that starts at token INDEX; returns the index behind it. */
static size_t scan_directive(struct scan *scan, size_t index)
{
    const struct tokens *tokens = scan->tokens;
    size_t end = scan_directive_end(scan, index);
    bool is_ours = end > index + 2 && !strcmp(scan_text(scan, index + 1), "pragma") &&
                   !strcmp(scan_text(scan, index + 2), "ppar");
    if (!is_ours || scan_skips(scan, tokens->list.items[index].start))
        return end;
    struct pragma *pragma = ARENA_NEW(scan->frontend->arena, struct pragma);
    pragma->start = tokens->list.items[index].start;
    pragma->end = directive_end(tokens->text, tokens->length, tokens->list.items[end - 1].end);
    pragma->place = scan_place(scan, pragma->start);
    for (size_t i = index + 3; i < end; i++)
        scan_add_token(scan, pragma, tokens->list.items[i].start, tokens->list.items[i].end);
    LIST_PUSH(scan->frontend->arena, scan->pragmas, pragma);
    return end;
}

/* ---- _Pragma ------------------------------------------------------------------------------ */

static void scan_operator(struct scan *scan, size_t index)
{
    const struct token *list = scan->tokens->list.items;
    bool is_call = !list[index].is_directive && index + 3 < scan->tokens->list.count &&
                   token_is(scan->tokens, index + 1, "(") && list[index + 2].is_literal &&
                   token_is(scan->tokens, index + 3, ")");
    if (!is_call || scan_skips(scan, list[index].start) ||
        !scan_string(scan, &list[index + 2], NULL))
        return;
    struct place place = scan_place(scan, list[index].start);
    struct pragma *pragma = ARENA_NEW(scan->frontend->arena, struct pragma);
    pragma->place = place;
    pragma->start = list[index].start;
    pragma->end = list[index + 3].end;
    scan_string(scan, &list[index + 2], pragma);
    LIST_PUSH(scan->frontend->arena, scan->pragmas, pragma);
}

/* ---- one file ----------------------------------------------------------------------------- */

static bool begins_with(const struct tokens *tokens, size_t index, char first)
{
    return tokens->text[tokens->list.items[index].start] == first;
}

/* Scans what begins at token INDEX; returns the index behind it. */
static size_t scan_token(struct scan *scan, size_t index)
{
    const struct tokens *tokens = scan->tokens;
    const struct token *token = &tokens->list.items[index];
    if (token->is_directive && token->is_first && !strcmp(scan_text(scan, index + 1), "pragma"))
        return scan_directive(scan, index);
    if (begins_with(tokens, index, '_') && !strcmp(scan_text(scan, index), "_Pragma"))
        scan_operator(scan, index);
    bool may_be_use = scan->frontend->annotations.count || begins_with(tokens, index, 'P');
    return may_be_use ? scan_use(scan, index) : index + 1;
}

static void scan_tokens(struct scan *scan)
{
    scan_load(scan);
    for (size_t i = 0; i < scan->tokens->list.count;)
        i = scan_token(scan, i);
}

/* ---- files -------------------------------------------------------------------------------- */

/* The files of a translation unit, the main file first, each once. */
struct files {
    struct frontend *frontend;
    struct diags *diags;
    LIST_OF(struct scan) list;
};

static void add_file(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    struct files *files = data;
    struct frontend *frontend = files->frontend;
    struct scan scan = {.frontend = frontend, .diags = files->diags, .file = file};
    if (scan_of(files->list.items, files->list.count, file))
        return;
    scan.text = depth ? clang_getFileContents(frontend->tu, file, &scan.length) : frontend->text;
    if (!depth)
        scan.length = frontend->length;
    if (scan.text)
        LIST_PUSH(frontend->arena, files->list, scan);
}

static bool is_declaration(const struct pragma *pragma)
{
    const char *word = pragma->tokens.count ? pragma->tokens.items[0].text : "";
    return !strcmp(word, "effects") || !strcmp(word, "pack");
}

static void scan_included(struct scan *scan, struct pragmas *pragmas)
{
    struct frontend *frontend = scan->frontend;
    if (!scan->tokens && !may_have_annotation(scan))
        return;
    scan_tokens(scan);
    bool is_annotated = scan->uses.count > 0;
    struct place place = {.file = included_name(frontend, scan->file), .line = 1, .column = 1};
    for (size_t i = 0; i < scan->pragmas.count; i++) {
        struct pragma *pragma = scan->pragmas.items[i];
        if (is_declaration(pragma)) {
            LIST_PUSH(frontend->arena, pragmas->included, pragma);
            continue;
        }
        place = pragma->place;
        is_annotated = true;
    }
    if (!is_annotated)
        return;
    LIST_PUSH(frontend->arena, frontend->annotated, scan->file);
    diag_add(scan->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, 0,
             "an annotated loop in a header of the system, in one that an option includes, or in "
             "one with #include_next, is not supported yet");
}

static void scan_main(struct scan *scan, struct pragmas *pragmas)
{
    struct frontend *frontend = scan->frontend;
    scan_tokens(scan);
    for (size_t i = 0; i < scan->pragmas.count; i++)
        LIST_PUSH(frontend->arena, pragmas->list, scan->pragmas.items[i]);
    for (size_t i = 0; i < scan->uses.count; i++)
        LIST_PUSH(frontend->arena, frontend->uses, scan->uses.items[i]);
}

void frontend_scan(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags)
{
    struct files files = {.frontend = frontend, .diags = diags};
    add_file(frontend->main_file, NULL, 0, &files);
    clang_getInclusions(frontend->tu, add_file, &files);
    find_annotations(frontend, files.list.items, files.list.count);
    for (size_t i = 1; i < files.list.count; i++)
        scan_included(&files.list.items[i], pragmas);
    scan_main(&files.list.items[0], pragmas);
    if (pragmas->list.count) {
        check_shadows(frontend, files.list.items, files.list.count, diags);
        check_agreement(frontend, diags);
    }
    for (size_t i = 0; i < files.list.count; i++)
        if (files.list.items[i].skipped)
            clang_disposeSourceRangeList(files.list.items[i].skipped);
}
