/*
 * The tokens of a text as plain offsets: made once for the main file, and for the header of a for
 * statement in an included file. clang's raw lexer runs over the bytes as they are, so it sees what
 * the preprocessor skips, too; directives are told apart here by C's rule: '#' (or '%:') as the
 * first token of its logical line, up to the first newline that no backslash takes back. A newline
 * inside a comment does not count: comments are tokens, and only the gaps between tokens are looked
 * at.
 */
#include "internal.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

/* Behind the backslash-newline at OFFSET, blanks in between allowed as clang and gcc do; OFFSET
 * itself when there is none. */
static unsigned skip_splice(const char *text, unsigned offset, unsigned end)
{
    if (text[offset] != '\\')
        return offset;
    unsigned next = offset + 1;
    while (next < end && is_blank(text[next]))
        next++;
    return next < end && text[next] == '\n' ? next + 1 : offset;
}

bool has_newline(const char *text, unsigned start, unsigned end)
{
    while (start < end) {
        unsigned behind = skip_splice(text, start, end);
        if (behind == start && text[start++] == '\n')
            return true;
        if (behind > start)
            start = behind;
    }
    return false;
}

/* The end of the logical line that OFFSET is on. */
static unsigned line_end(const char *text, size_t length, unsigned offset)
{
    while (offset < length && !has_newline(text, offset, offset + 1)) {
        unsigned behind = skip_splice(text, offset, (unsigned)length);
        offset = behind > offset ? behind : offset + 1;
    }
    return offset;
}

unsigned directive_end(const char *text, size_t length, unsigned offset)
{
    unsigned end = line_end(text, length, offset);
    for (unsigned i = offset; i + 1 < end; i++) {
        if (text[i] == '/' && text[i + 1] == '/')
            break;
        if (text[i] != '/' || text[i + 1] != '*')
            continue;
        unsigned close = i + 2;
        while (close + 1 < length && !(text[close] == '*' && text[close + 1] == '/'))
            close++;
        i = close + 1;
        if (i >= end)
            end = line_end(text, length, i < length ? i + 1 : (unsigned)length);
    }
    if (end > offset && text[end - 1] == '\r')
        end--;
    return end;
}

const char *without_splices(struct arena *arena, const char *text, unsigned start, unsigned end)
{
    char *clean = arena_alloc(arena, end - start + 1);
    size_t length = 0;
    while (start < end) {
        unsigned behind = skip_splice(text, start, end);
        if (behind == start)
            clean[length++] = text[start++];
        else
            start = behind;
    }
    return clean;
}

static bool opens_directive(const char *text, unsigned start, unsigned end)
{
    return (end - start == 1 && text[start] == '#') ||
           (end - start == 2 && !memcmp(text + start, "%:", 2));
}

static unsigned token_start(CXTranslationUnit tu, CXToken raw)
{
    unsigned start;
    clang_getSpellingLocation(clang_getTokenLocation(tu, raw), NULL, NULL, NULL, &start);
    return start;
}

/* The last character of a token that only blanks can follow: no part of a splice, nor of a
 * character that libclang takes for a blank. */
static bool is_surely_last(char c)
{
    return c && c != '\\' && c != '/' && !(c & 0x80);
}

/* Where the token RAW ends, which begins at START and before the next one at NEXT. In between are
 * blanks and splices. libclang would read the token once more to tell, so it is asked when that is
 * not plain, and for the last token, whose NEXT is 0. */
static unsigned token_end(CXTranslationUnit tu, const char *text, CXToken raw, unsigned start,
                          unsigned next)
{
    unsigned end = next;
    while (end > start && (is_blank(text[end - 1]) || text[end - 1] == '\n'))
        end--;
    if (end <= start || !is_surely_last(text[end - 1]))
        clang_getSpellingLocation(clang_getRangeEnd(clang_getTokenExtent(tu, raw)), NULL, NULL,
                                  NULL, &end);
    return end;
}

static void add_tokens(struct arena *arena, CXTranslationUnit tu, struct tokens *tokens,
                       unsigned from, CXToken *raw, unsigned count)
{
    bool at_line_start = true, in_directive = false;
    unsigned previous_end = from, next = count ? token_start(tu, raw[0]) : 0;
    for (unsigned i = 0; i < count; i++) {
        struct token token = {.start = next};
        next = i + 1 < count ? token_start(tu, raw[i + 1]) : 0;
        token.end = token_end(tu, tokens->text, raw[i], token.start, next);
        if (token.start < previous_end || token.end > tokens->length || token.end <= token.start)
            continue;
        if (has_newline(tokens->text, previous_end, token.start)) {
            at_line_start = true;
            in_directive = false;
        }
        previous_end = token.end;
        if (clang_getTokenKind(raw[i]) == CXToken_Comment)
            continue;
        if (at_line_start && opens_directive(tokens->text, token.start, token.end))
            in_directive = true;
        token.is_first = at_line_start;
        token.is_directive = in_directive;
        token.is_literal = clang_getTokenKind(raw[i]) == CXToken_Literal;
        at_line_start = false;
        LIST_PUSH(arena, tokens->list, token);
    }
}

struct tokens *tokens_new(struct arena *arena, CXTranslationUnit tu, CXFile file, const char *text,
                          size_t length, unsigned start, unsigned end)
{
    struct tokens *tokens = ARENA_NEW(arena, struct tokens);
    tokens->text = text;
    tokens->length = length;
    if (end > length)
        end = (unsigned)length;
    if (start >= end)
        return tokens;
    CXSourceRange range = clang_getRange(clang_getLocationForOffset(tu, file, start),
                                         clang_getLocationForOffset(tu, file, end));
    CXToken *raw = NULL;
    unsigned count = 0;
    clang_tokenize(tu, range, &raw, &count);
    tokens->list.items = arena_alloc(arena, count * sizeof *tokens->list.items);
    tokens->list.room = count;
    add_tokens(arena, tu, tokens, start, raw, count);
    clang_disposeTokens(tu, raw, count);
    return tokens;
}

size_t tokens_find_any(const struct tokens *tokens, unsigned offset)
{
    size_t low = 0, high = tokens->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens->list.items[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t tokens_find(const struct tokens *tokens, unsigned offset)
{
    size_t index = tokens_find_any(tokens, offset);
    while (index < tokens->list.count && tokens->list.items[index].is_directive)
        index++;
    return index;
}

size_t tokens_next(const struct tokens *tokens, size_t index)
{
    do
        index++;
    while (index < tokens->list.count && tokens->list.items[index].is_directive);
    return index;
}

bool token_is(const struct tokens *tokens, size_t index, const char *spelling)
{
    if (index >= tokens->list.count)
        return false;
    const struct token *token = &tokens->list.items[index];
    size_t length = strlen(spelling);
    return token->end - token->start == length &&
           !memcmp(tokens->text + token->start, spelling, length);
}

bool tokens_name_lines(const struct tokens *tokens, size_t index)
{
    const struct token *token = &tokens->list.items[index];
    if (!token->is_directive || !token->is_first || index + 1 >= tokens->list.count)
        return false;
    return token_is(tokens, index + 1, "line") || token[1].is_literal;
}

bool tokens_end_group(const struct tokens *tokens, size_t index)
{
    const struct token *token = &tokens->list.items[index];
    if (!token->is_directive || !token->is_first)
        return false;
    return token_is(tokens, index + 1, "else") || token_is(tokens, index + 1, "elif") ||
           token_is(tokens, index + 1, "endif");
}

size_t tokens_next_line(const struct tokens *tokens, size_t index)
{
    do
        index++;
    while (index < tokens->list.count && !tokens->list.items[index].is_first);
    return index;
}
