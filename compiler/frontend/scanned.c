/*
 * One file that is looked through: its tokens as text, and what stands in a string of it.
 */
#include "scan.h"

#include <ctype.h>
#include <string.h>

void scan_load(struct scan *scan)
{
    struct frontend *frontend = scan->frontend;
    if (scan->tokens)
        return;
    scan->skipped = clang_getSkippedRanges(frontend->tu, scan->file);
    scan->tokens = scan->file == frontend->main_file
                       ? frontend_tokens(frontend)
                       : tokens_new(frontend->arena, frontend->tu, scan->file, scan->text,
                                    scan->length, 0, (unsigned)scan->length);
}

const struct scan *scan_of(const struct scan *scans, size_t count, CXFile file)
{
    for (size_t k = 0; k < count; k++)
        if (clang_File_isEqual(scans[k].file, file))
            return &scans[k];
    return NULL;
}

bool scan_skips(const struct scan *scan, unsigned offset)
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

const char *scan_text(const struct scan *scan, size_t index)
{
    if (index >= scan->tokens->list.count)
        return "";
    const struct token *token = &scan->tokens->list.items[index];
    return without_splices(scan->frontend->arena, scan->tokens->text, token->start, token->end);
}

struct place scan_place(const struct scan *scan, unsigned offset)
{
    if (scan->file == scan->frontend->main_file)
        return main_place(scan->frontend, offset);
    CXSourceLocation location = clang_getLocationForOffset(scan->frontend->tu, scan->file, offset);
    struct place place = place_of_location(scan->frontend, location);
    place.offset = offset;
    return place;
}

void scan_add_token(struct scan *scan, struct pragma *pragma, unsigned start, unsigned end)
{
    struct pragma_token token = {.start = start, .end = end, .place = scan_place(scan, start)};
    token.text = without_splices(scan->frontend->arena, scan->tokens->text, start, end);
    LIST_PUSH(scan->frontend->arena, pragma->tokens, token);
}

/* ---- #pragma ------------------------------------------------------------------------------ */

size_t scan_directive_end(const struct scan *scan, size_t index)
{
    const struct tokens *tokens = scan->tokens;
    size_t end = index + 1;
    while (end < tokens->list.count && tokens->list.items[end].is_directive &&
           !tokens->list.items[end].is_first)
        end++;
    return end;
}

/* ---- strings ------------------------------------------------------------------------------ */

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
    scan_add_token(scan, pragma, start, end);
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
bool scan_string(struct scan *scan, const struct token *string, struct pragma *pragma)
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
