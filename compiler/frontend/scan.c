/*
 * Stage scan: the pragmas, found among the tokens of the file. clang leaves unknown pragmas out of
 * its tree, and the raw tokens show everything else: several lines, comments, splices.
 *
 *   - A directive counts unless the preprocessor skips it (#if 0).
 *   - _Pragma("ppar ...") counts in plain text; its tokens are those inside of the string, each
 * with its own place. Inside a macro it would have to be placed at every use; it is refused.
 *   - In included files there are only effects and pack. Other pragmas are refused there: the
 * translated text is that of the main file alone.
 */
#include "internal.h"

#include <ctype.h>
#include <string.h>

struct scan {
    struct frontend *frontend;
    struct pragmas *pragmas;
    struct diags *diags;
    const struct tokens *tokens;
    CXFile file;
    CXSourceRangeList *skipped;
};

static bool is_skipped(const struct scan *scan, unsigned offset)
{
    for (unsigned i = 0; scan->skipped && i < scan->skipped->count; i++) {
        unsigned start, end;
        CXSourceRange range = scan->skipped->ranges[i];
        clang_getExpansionLocation(clang_getRangeStart(range), NULL, NULL, NULL, &start);
        clang_getExpansionLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &end);
        if (offset >= start && offset < end)
            return true;
    }
    return false;
}

static const char *token_text(const struct scan *scan, size_t index)
{
    if (index >= scan->tokens->list.count)
        return "";
    const struct token *token = &scan->tokens->list.items[index];
    return without_splices(scan->frontend->arena, scan->tokens->text, token->start, token->end);
}

static struct place place_at(const struct scan *scan, unsigned offset)
{
    if (scan->file == scan->frontend->main_file)
        return main_place(scan->frontend, offset);
    CXSourceLocation location = clang_getLocationForOffset(scan->frontend->tu, scan->file, offset);
    struct place place = place_of_location(scan->frontend, location);
    place.offset = offset;
    return place;
}

static void add_token(struct scan *scan, struct pragma *pragma, unsigned start, unsigned end)
{
    struct pragma_token token = {.start = start, .end = end, .place = place_at(scan, start)};
    token.text = without_splices(scan->frontend->arena, scan->tokens->text, start, end);
    LIST_PUSH(scan->frontend->arena, pragma->tokens, token);
}

/* ---- #pragma ------------------------------------------------------------------------------ */

static unsigned line_end(const struct tokens *tokens, unsigned offset)
{
    while (offset < tokens->length && !has_newline(tokens->text, offset, offset + 1)) {
        bool is_splice = tokens->text[offset] == '\\';
        unsigned next = offset + 1;
        while (is_splice && next < tokens->length && strchr(" \t\r\v\f", tokens->text[next]))
            next++;
        is_splice = is_splice && next < tokens->length && tokens->text[next] == '\n';
        offset = is_splice ? next + 1 : offset + 1;
    }
    return offset;
}

/* Behind the last byte of the directive whose last token ends at OFFSET: its newline, behind any
 * comment. */
static unsigned directive_end(const struct tokens *tokens, unsigned offset)
{
    const char *text = tokens->text;
    unsigned end = line_end(tokens, offset);
    for (unsigned i = offset; i + 1 < end; i++) {
        if (text[i] == '/' && text[i + 1] == '/')
            break;
        if (text[i] != '/' || text[i + 1] != '*')
            continue;
        unsigned close = i + 2;
        while (close + 1 < tokens->length && !(text[close] == '*' && text[close + 1] == '/'))
            close++;
        i = close + 1;
        if (i >= end)
            end = line_end(tokens, i < tokens->length ? i + 1 : (unsigned)tokens->length);
    }
    if (end > offset && text[end - 1] == '\r')
        end--;
    return end;
}

/* The directive that starts at token INDEX; returns the index behind it. */
static size_t scan_directive(struct scan *scan, size_t index)
{
    const struct tokens *tokens = scan->tokens;
    size_t end = index + 1;
    while (end < tokens->list.count && tokens->list.items[end].is_directive &&
           !tokens->list.items[end].is_first)
        end++;
    bool is_ours = end > index + 2 && !strcmp(token_text(scan, index + 1), "pragma") &&
                   !strcmp(token_text(scan, index + 2), "ppar");
    if (!is_ours || is_skipped(scan, tokens->list.items[index].start))
        return end;
    struct pragma *pragma = ARENA_NEW(scan->frontend->arena, struct pragma);
    pragma->start = tokens->list.items[index].start;
    pragma->end = directive_end(tokens, tokens->list.items[end - 1].end);
    pragma->place = place_at(scan, pragma->start);
    for (size_t i = index + 3; i < end; i++)
        add_token(scan, pragma, tokens->list.items[i].start, tokens->list.items[i].end);
    LIST_PUSH(scan->frontend->arena, scan->pragmas->list, pragma);
    return end;
}

/* ---- _Pragma ------------------------------------------------------------------------------ */

static bool is_quote(const char *text, unsigned at)
{
    return text[at] == '"' || text[at] == '\'';
}

/* Behind the character of the string's value at OFFSET, which may be written with a backslash. */
static unsigned value_end(const char *text, unsigned offset, unsigned end)
{
    return text[offset] == '\\' && offset + 1 < end ? offset + 2 : offset + 1;
}

/* The end of the literal at OFFSET, whose own backslashes are written twice. */
static unsigned literal_end(const char *text, unsigned offset, unsigned end)
{
    bool is_escaped = false;
    for (unsigned at = offset + 1; at < end;) {
        at = value_end(text, at, end);
        char value = text[at - 1];
        if (value == text[offset] && !is_escaped)
            return at;
        is_escaped = value == '\\' && !is_escaped;
    }
    return end;
}

/* The end of the preprocessing token at OFFSET, by C's longest match. */
static unsigned token_end(const char *text, unsigned offset, unsigned end)
{
    static const char *const operators[] = {"<<=", ">>=", "...", "->", "++", "--", "<<", ">>",
                                            "<=",  ">=",  "==",  "!=", "&&", "||", "*=", "/=",
                                            "%=",  "+=",  "-=",  "&=", "^=", "|=", "##"};
    unsigned at = offset;
    if (is_quote(text, at))
        return literal_end(text, offset, end);
    while (at < end && (isalnum((unsigned char)text[at]) || text[at] == '_' || text[at] & 0x80 ||
                        (text[at] == '.' && isdigit((unsigned char)text[offset]))))
        at++;
    if (at > offset)
        return at;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t length = strlen(operators[i]);
        if (offset + length <= end && !memcmp(text + offset, operators[i], length))
            return offset + (unsigned)length;
    }
    return offset + 1;
}

/* Adds the token at [START, END) of a string, without the backslashes that the string needs. */
static void add_value(struct scan *scan, struct pragma *pragma, unsigned start, unsigned end)
{
    add_token(scan, pragma, start, end);
    char *value = arena_alloc(scan->frontend->arena, end - start + 1);
    size_t length = 0;
    for (unsigned at = start; at < end;) {
        at = value_end(scan->tokens->text, at, end);
        value[length++] = scan->tokens->text[at - 1];
    }
    pragma->tokens.items[pragma->tokens.count - 1].text = value;
}

/* Behind an escaped quote or a blank: what lies between the tokens of a string. */
static bool is_gap(const char *text, unsigned at)
{
    return isspace((unsigned char)text[at]) || text[at] == '\\';
}

/* The tokens in the string at [start, end); the first has to be ppar. PRAGMA may be NULL. */
static bool scan_string(struct scan *scan, const struct token *string, struct pragma *pragma)
{
    const char *text = scan->tokens->text;
    unsigned at = string->start, end = string->end - 1;
    while (at < end && text[at] != '"')
        at++;
    bool is_ours = false, is_first = true;
    for (at++; at < end;) {
        if (is_gap(text, at)) {
            at++;
            continue;
        }
        unsigned behind = token_end(text, at, end);
        if (is_first)
            is_ours = behind - at == 4 && !memcmp(text + at, "ppar", 4);
        else if (is_ours && pragma)
            add_value(scan, pragma, at, behind);
        if (!is_ours)
            return false;
        is_first = false;
        at = behind;
    }
    return is_ours;
}

static void scan_operator(struct scan *scan, size_t index)
{
    const struct token *list = scan->tokens->list.items;
    bool is_call = index + 3 < scan->tokens->list.count && token_is(scan->tokens, index + 1, "(") &&
                   list[index + 2].is_literal && token_is(scan->tokens, index + 3, ")");
    if (!is_call || is_skipped(scan, list[index].start) ||
        !scan_string(scan, &list[index + 2], NULL))
        return;
    struct place place = place_at(scan, list[index].start);
    if (list[index].is_directive) {
        diag_add(scan->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, list[index].end,
                 "'_Pragma(\"ppar ...\")' in a macro is not supported yet");
        return;
    }
    struct pragma *pragma = ARENA_NEW(scan->frontend->arena, struct pragma);
    pragma->place = place;
    pragma->start = list[index].start;
    pragma->end = list[index + 3].end;
    scan_string(scan, &list[index + 2], pragma);
    LIST_PUSH(scan->frontend->arena, scan->pragmas->list, pragma);
}

/* ---- files -------------------------------------------------------------------------------- */

static void scan_tokens(struct scan *scan)
{
    scan->skipped = clang_getSkippedRanges(scan->frontend->tu, scan->file);
    const struct tokens *tokens = scan->tokens;
    for (size_t i = 0; i < tokens->list.count;) {
        if (tokens->list.items[i].is_directive && tokens->list.items[i].is_first &&
            !strcmp(token_text(scan, i + 1), "pragma")) {
            i = scan_directive(scan, i);
            continue;
        }
        if (tokens->list.items[i].end - tokens->list.items[i].start >= strlen("_Pragma") &&
            tokens->text[tokens->list.items[i].start] == '_' &&
            !strcmp(token_text(scan, i), "_Pragma"))
            scan_operator(scan, i);
        i++;
    }
    if (scan->skipped)
        clang_disposeSourceRangeList(scan->skipped);
}

struct included_files {
    LIST_OF(CXFile) files;
    struct frontend *frontend;
};

static void add_included(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    struct included_files *included = data;
    size_t length = 0;
    const char *text = clang_getFileContents(included->frontend->tu, file, &length);
    for (size_t i = 0; i < included->files.count; i++)
        if (clang_File_isEqual(included->files.items[i], file))
            return;
    if (depth && text && memmem(text, length, "ppar", 4))
        LIST_PUSH(included->frontend->arena, included->files, file);
}

static bool is_declaration(const struct pragma *pragma)
{
    const char *word = pragma->tokens.count ? pragma->tokens.items[0].text : "";
    return !strcmp(word, "effects") || !strcmp(word, "pack");
}

static void scan_included(struct scan *scan, CXFile file)
{
    size_t length = 0;
    const char *text = clang_getFileContents(scan->frontend->tu, file, &length);
    struct pragmas found = {0};
    struct scan inner = *scan;
    inner.file = file;
    inner.pragmas = &found;
    inner.tokens = tokens_new(scan->frontend->arena, scan->frontend->tu, file, text, length, 0,
                              (unsigned)length);
    scan_tokens(&inner);
    for (size_t i = 0; i < found.list.count; i++)
        if (is_declaration(found.list.items[i]))
            LIST_PUSH(scan->frontend->arena, scan->pragmas->included, found.list.items[i]);
        else
            diag_add(
                scan->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &found.list.items[i]->place, 0,
                "'#pragma ppar' in an included file is not supported yet, but for 'effects' and "
                "'pack'");
}

void frontend_scan(struct frontend *frontend, struct pragmas *pragmas, struct diags *diags)
{
    struct scan scan = {.frontend = frontend, .pragmas = pragmas, .diags = diags};
    scan.tokens = frontend_tokens(frontend);
    scan.file = frontend->main_file;
    scan_tokens(&scan);
    struct included_files included = {.frontend = frontend};
    clang_getInclusions(frontend->tu, add_included, &included);
    for (size_t i = 0; i < included.files.count; i++)
        scan_included(&scan, included.files.items[i]);
}
