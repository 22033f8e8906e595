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

/* What is carried from one piece of the text to the next. */
struct lexing {
    CXTranslationUnit tu;
    CXFile file;
    struct tokens *tokens;
    struct buf list; /* of struct token */
    unsigned previous_end;
    bool at_line_start, in_directive;
};

/* Adds the token RAW, which begins at START and before the next one at NEXT. */
static void add_token(struct lexing *lexing, CXToken raw, unsigned start, unsigned next)
{
    const struct tokens *tokens = lexing->tokens;
    struct token token = {.start = start};
    token.end = token_end(lexing->tu, tokens->text, raw, start, next);
    if (start < lexing->previous_end || token.end > tokens->length || token.end <= start)
        return;
    if (has_newline(tokens->text, lexing->previous_end, start)) {
        lexing->at_line_start = true;
        lexing->in_directive = false;
    }
    lexing->previous_end = token.end;
    CXTokenKind kind = clang_getTokenKind(raw);
    if (kind == CXToken_Comment)
        return;
    if (lexing->at_line_start && opens_directive(tokens->text, start, token.end))
        lexing->in_directive = true;
    token.is_first = lexing->at_line_start;
    token.is_directive = lexing->in_directive;
    token.is_literal = kind == CXToken_Literal;
    lexing->at_line_start = false;
    buf_add(&lexing->list, &token, sizeof token);
}

/* Adds the tokens that begin in [start, end), or, unless that is the last piece, all but the last:
 * the next piece begins with that one. Returns where it begins, or END; START when there are too
 * few tokens to get on. */
static unsigned add_piece(struct lexing *lexing, unsigned start, unsigned end, bool is_last)
{
    CXTranslationUnit tu = lexing->tu;
    CXSourceRange range = clang_getRange(clang_getLocationForOffset(tu, lexing->file, start),
                                         clang_getLocationForOffset(tu, lexing->file, end));
    CXToken *raw = NULL;
    unsigned count = 0, behind = is_last ? end : start;
    clang_tokenize(tu, range, &raw, &count);
    unsigned next = count ? token_start(tu, raw[0]) : 0;
    for (unsigned i = 0; i < count && (is_last || count > 1); i++) {
        unsigned at = next;
        behind = is_last ? end : at;
        if (i + 1 == count && !is_last)
            break;
        next = i + 1 < count ? token_start(tu, raw[i + 1]) : 0;
        add_token(lexing, raw[i], at, next);
    }
    clang_disposeTokens(tu, raw, count);
    return behind;
}

/* libclang's tokens are large: those of a long text are asked for piece by piece. */
static void add_tokens(struct lexing *lexing, unsigned start, unsigned end)
{
    enum { PIECE = 1 << 18 };
    unsigned size = PIECE;
    while (start < end) {
        bool is_last = end - start <= size;
        unsigned behind = add_piece(lexing, start, is_last ? end : start + size, is_last);
        size = behind > start ? PIECE : size > end / 2 ? end : size * 2;
        start = behind;
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
    struct lexing lexing = {
        .tu = tu, .file = file, .tokens = tokens, .previous_end = start, .at_line_start = true};
    add_tokens(&lexing, start, end);
    tokens->list.count = tokens->list.room = lexing.list.length / sizeof *tokens->list.items;
    tokens->list.items = arena_alloc(arena, lexing.list.length);
    if (lexing.list.length)
        memcpy(tokens->list.items, lexing.list.bytes, lexing.list.length);
    buf_release(&lexing.list);
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
