/*
 * The file fuzzer's mutations. Changes of bytes hardly ever leave a C file, so these know tokens,
 * brackets and statements: they put expressions and statements in the place of others, from the
 * same file, from another one of the corpus, or made up of the file's own names, and write new
 * clauses.
 */
#include "harness.h"
#include "words.h"

#include <ctype.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t max_size, unsigned seed);

/* ---- tokens ------------------------------------------------------------------------------- */

enum { MOST_TOKENS = 4096, LONGEST_NAME = 64 };

enum kind { WORD, NUMBER, STRING, DIRECTIVE, OTHER };

struct token {
    size_t start, end;
    enum kind kind;
};

struct text {
    const char *bytes;
    size_t length;
    struct token tokens[MOST_TOKENS];
    size_t count;
    size_t place; /* the token that is mutated */
    char name[LONGEST_NAME];
};

static size_t directive_end(const struct text *text, size_t at)
{
    while (at < text->length && (text->bytes[at] != '\n' || text->bytes[at - 1] == '\\'))
        at++;
    return at;
}

static size_t string_end(const struct text *text, size_t at)
{
    char quote = text->bytes[at++];
    while (at < text->length && text->bytes[at] != quote && text->bytes[at] != '\n')
        at += text->bytes[at] == '\\' ? 2 : 1;
    return at < text->length ? at + 1 : text->length;
}

static struct token token_at(const struct text *text, size_t at)
{
    unsigned char c = (unsigned char)text->bytes[at];
    size_t end = at + 1;
    if (c == '#')
        return (struct token){at, directive_end(text, at), DIRECTIVE};
    if (c == '"' || c == '\'')
        return (struct token){at, string_end(text, at), STRING};
    if (!isalnum(c) && c != '_') {
        bool is_pair = end < text->length && strchr("=+-<>&|", text->bytes[end]) &&
                       text->bytes[end] && strchr("=+-<>&|*/%^!", c);
        return (struct token){at, end + is_pair, OTHER};
    }
    while (end < text->length &&
           (isalnum((unsigned char)text->bytes[end]) || text->bytes[end] == '_' ||
            (isdigit(c) && text->bytes[end] == '.')))
        end++;
    return (struct token){at, end, isdigit(c) ? NUMBER : WORD};
}

static void cut(struct text *text, const uint8_t *data, size_t size)
{
    text->bytes = (const char *)data;
    text->length = size;
    text->count = 0;
    for (size_t at = 0; at < size && text->count < MOST_TOKENS;) {
        if (isspace(data[at]) || data[at] == '\\') {
            at++;
            continue;
        }
        if (size - at > 3 && !memcmp(data + at, "/*", 2)) {
            const char *end = memmem(data + at + 2, size - at - 2, "*/", 2);
            at = end ? (size_t)(end - text->bytes) + 2 : size;
            continue;
        }
        text->tokens[text->count] = token_at(text, at);
        at = text->tokens[text->count++].end;
    }
}

static bool is(const struct text *text, size_t token, const char *spelling)
{
    size_t length = strlen(spelling);
    return token < text->count && text->tokens[token].end - text->tokens[token].start == length &&
           !memcmp(text->bytes + text->tokens[token].start, spelling, length);
}

static bool pick_kind(struct dice *dice, const struct text *text, enum kind kind, size_t *found)
{
    size_t start = roll(dice, text->count);
    for (size_t k = 0; k < text->count; k++) {
        *found = (start + k) % text->count;
        if (text->tokens[*found].kind == kind)
            return true;
    }
    return false;
}

static bool is_keyword(const struct text *text, size_t token)
{
    static const char *const words[] = {
        "int",      "for",      "void",     "return", "static",   "double",  "char",
        "const",    "struct",   "if",       "else",   "while",    "long",    "short",
        "unsigned", "float",    "signed",   "extern", "break",    "switch",  "case",
        "do",       "goto",     "continue", "union",  "enum",     "typedef", "sizeof",
        "default",  "volatile", "restrict", "inline", "register",
    };
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is(text, token, words[k]))
            return true;
    return false;
}

/* What the name at TOKEN is used as. Two words in a row are a type and what has it. */
static bool has_use(const struct text *text, size_t token, enum use use)
{
    bool is_type = token + 1 < text->count && text->tokens[token + 1].kind == WORD;
    bool is_call = is(text, token + 1, "("), is_array = is(text, token + 1, "[");
    if (text->tokens[token].kind != WORD || is_keyword(text, token) || is_type)
        return false;
    return use == USE_FUNCTION ? is_call : use == USE_ARRAY ? is_array : !is_call && !is_array;
}

/* A name that is used so, before the place that is mutated and near it most of the time, for it is
 * in scope there. */
static const char *pick_name(struct dice *dice, enum use use, void *data)
{
    enum { NEAR = 80 };
    struct text *text = data;
    for (int tries = 0; tries < 40; tries++) {
        size_t range = tries < 20 && text->place < NEAR ? text->place : tries < 20 ? NEAR : 0;
        size_t token = range ? text->place - roll(dice, range) : roll(dice, text->count);
        if (token >= text->count || !has_use(text, token, use))
            continue;
        size_t length = text->tokens[token].end - text->tokens[token].start;
        if (length >= LONGEST_NAME)
            continue;
        memcpy(text->name, text->bytes + text->tokens[token].start, length);
        text->name[length] = '\0';
        return text->name;
    }
    return NULL;
}

/* ---- pieces ------------------------------------------------------------------------------- */

/* The bytes [start, end), at token FIRST. */
struct range {
    size_t start, end, first;
};

/* Behind the bracket that closes what token OPEN opens. */
static size_t closing(const struct text *text, size_t open)
{
    int depth = 0;
    for (size_t k = open; k < text->count; k++) {
        if (is(text, k, "(") || is(text, k, "[") || is(text, k, "{"))
            depth++;
        if ((is(text, k, ")") || is(text, k, "]") || is(text, k, "}")) && --depth == 0)
            return k;
    }
    return text->count - 1;
}

/* From a statement's first token to its ';' or '}'. */
static bool pick_statement(struct dice *dice, const struct text *text, struct range *range)
{
    for (int tries = 0; tries < 20; tries++) {
        size_t first = roll(dice, text->count), last;
        bool starts = first > 0 && (is(text, first - 1, ";") || is(text, first - 1, "{") ||
                                    is(text, first - 1, "}") || is(text, first - 1, ")"));
        if (!starts || is(text, first, "}"))
            continue;
        for (last = first; last + 1 < text->count && !is(text, last, ";"); last++) {
            bool opens = is(text, last, "(") || is(text, last, "[") || is(text, last, "{");
            bool is_block = is(text, last, "{");
            if (opens)
                last = closing(text, last);
            if (is_block)
                break;
        }
        last = last < text->count ? last : text->count - 1;
        *range = (struct range){text->tokens[first].start, text->tokens[last].end, first};
        if (range->end > range->start)
            return true;
    }
    return false;
}

/* The inside of brackets, or what stands between '=' and ';'. */
static bool pick_expression(struct dice *dice, const struct text *text, struct range *range)
{
    for (int tries = 0; tries < 20; tries++) {
        size_t first = roll(dice, text->count), last = first;
        if (is(text, first, "(") || is(text, first, "["))
            last = closing(text, first);
        else if (is(text, first, "="))
            while (last + 1 < text->count && !is(text, last, ";"))
                last++;
        if (last <= first + 1)
            continue;
        *range = (struct range){text->tokens[first].end, text->tokens[last].start, first};
        return true;
    }
    return false;
}

/* ---- mutations ---------------------------------------------------------------------------- */

static void replace(const struct text *text, struct range range, const void *bytes, size_t length,
                    struct buf *out)
{
    buf_add(out, text->bytes, range.start);
    buf_add(out, bytes, length);
    buf_add(out, text->bytes + range.end, text->length - range.end);
}

static enum use use_of(const struct text *text, size_t token)
{
    return is(text, token + 1, "(")   ? USE_FUNCTION
           : is(text, token + 1, "[") ? USE_ARRAY
                                      : USE_VALUE;
}

static bool mutate_token(struct dice *dice, struct text *text, struct buf *out)
{
    static const char *const types[] = {"int",   "long",   "unsigned", "double",
                                        "char",  "short",  "float",    "_Bool",
                                        "const", "static", "void",     "unsigned char"};
    struct names names = {pick_name, text};
    struct buf fresh = {0};
    size_t token = roll(dice, text->count);
    struct range range = {text->tokens[token].start, text->tokens[token].end, token};
    text->place = token;
    if (text->tokens[token].kind == WORD && !is_keyword(text, token))
        add_name(dice, &names, use_of(text, token), &fresh);
    else if (text->tokens[token].kind == WORD)
        buf_puts(&fresh, types[roll(dice, sizeof types / sizeof *types)]);
    else if (text->tokens[token].kind == NUMBER)
        add_number(dice, &fresh);
    else if (text->tokens[token].kind == OTHER && !strchr("(){}[];,.?:", text->bytes[range.start]))
        buf_puts(&fresh, pick_operator(dice));
    else
        return false;
    replace(text, range, fresh.bytes, fresh.length, out);
    buf_release(&fresh);
    return true;
}

static bool mutate_expression(struct dice *dice, struct text *text, struct buf *out)
{
    struct names names = {pick_name, text};
    struct range to, from;
    if (!pick_expression(dice, text, &to))
        return false;
    if (one_in(dice, 2) && pick_expression(dice, text, &from)) {
        replace(text, to, text->bytes + from.start, from.end - from.start, out);
        return true;
    }
    struct buf fresh = {0};
    text->place = to.first;
    add_expression(dice, &names, 3, &fresh);
    replace(text, to, fresh.bytes, fresh.length, out);
    buf_release(&fresh);
    return true;
}

/* Takes a statement out, wraps it, doubles it, or puts a new one or another one before it. */
static bool mutate_statement(struct dice *dice, struct text *text, struct buf *out)
{
    static const char *const heads[] = {
        "if (%s) {",
        "for (int w = 0; w < %s; w++) {",
        "while (%s) {",
        "{ int w = %s;",
        "do { %s;",
        "#pragma ppar for\nfor (int w = 0; w < 9; w++) { %s;",
        "switch (%s) { case 1:",
    };
    static const char *const tails[] = {"}", "}", "}", "}", "} while (0);", "}", "}"};
    struct names names = {pick_name, text};
    struct range to, from;
    struct buf fresh = {0};
    if (!pick_statement(dice, text, &to))
        return false;
    text->place = to.first;
    size_t way = roll(dice, 4), head = roll(dice, sizeof heads / sizeof *heads);
    if (way == 1 && pick_statement(dice, text, &from)) {
        buf_add(&fresh, text->bytes + from.start, from.end - from.start);
        to.end = to.start;
    } else if (way == 2) {
        struct buf value = {0};
        add_expression(dice, &names, 2, &value);
        buf_printf(&fresh, "\n%.*s%s%s ", (int)(strstr(heads[head], "%s") - heads[head]),
                   heads[head], buf_text(&value), strstr(heads[head], "%s") + 2);
        buf_add(&fresh, text->bytes + to.start, to.end - to.start);
        buf_printf(&fresh, " %s\n", tails[head]);
        buf_release(&value);
    } else if (way == 3) {
        buf_puts(&fresh, "\n");
        add_statement(dice, &names, &fresh);
        to.end = to.start;
    }
    replace(text, to, fresh.bytes, fresh.length, out);
    buf_release(&fresh);
    return true;
}

static bool pick_pragma(struct dice *dice, const struct text *text, struct range *range)
{
    size_t token;
    for (int tries = 0; tries < 4; tries++) {
        if (!pick_kind(dice, text, DIRECTIVE, &token))
            return false;
        *range = (struct range){text->tokens[token].start, text->tokens[token].end, token};
        if (memmem(text->bytes + range->start, range->end - range->start, "ppar", 4))
            return true;
    }
    return false;
}

/* A clause more, other clauses, or a pragma before another loop. */
static bool mutate_pragma(struct dice *dice, struct text *text, struct buf *out)
{
    struct names names = {pick_name, text};
    struct range range;
    struct buf fresh = {0};
    if (one_in(dice, 3)) {
        size_t start = roll(dice, text->count);
        for (size_t k = start; k < text->count; k++)
            if (is(text, k, "for")) {
                range = (struct range){text->tokens[k].start, text->tokens[k].start, k};
                buf_puts(&fresh, "\n#pragma ppar for\n");
                break;
            }
    } else if (pick_pragma(dice, text, &range)) {
        text->place = range.first + 20;
        buf_puts(&fresh, " ");
        if (one_in(dice, 2)) {
            range.start = range.end;
            put_clause(dice, &names, &fresh);
        } else {
            range.start += strlen("#pragma ppar");
            add_pragma(dice, &names, &fresh);
        }
    }
    if (!fresh.length || range.start > range.end)
        return false;
    replace(text, range, fresh.bytes, fresh.length, out);
    buf_release(&fresh);
    return true;
}

/* ---- libFuzzer's entry points ------------------------------------------------------------- */

static size_t take(uint8_t *data, size_t max_size, struct buf *out)
{
    size_t size = out->length < max_size ? out->length : max_size;
    if (size)
        memcpy(data, out->bytes, size);
    buf_release(out);
    return size;
}

/* One or two mutations of TEXT. */
static struct buf mutated(struct dice *dice, const struct buf *original)
{
    static bool (*const ways[])(struct dice *, struct text *, struct buf *) = {
        mutate_token,      mutate_token,     mutate_expression,
        mutate_expression, mutate_statement, mutate_pragma,
    };
    static struct text text;
    struct buf result = {0};
    buf_add(&result, buf_text(original), original->length);
    for (size_t count = one_in(dice, 4) ? 2 : 1; count-- > 0;) {
        struct buf next = {0};
        cut(&text, (const uint8_t *)result.bytes, result.length);
        if (!text.count || !ways[roll(dice, sizeof ways / sizeof *ways)](dice, &text, &next))
            continue;
        buf_release(&result);
        result = next;
    }
    return result;
}

/* Most texts that are no C are thrown away here: the compiler would do so at once, and what comes
 * of them is worse. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    enum { TRIES = 5 };
    struct dice dice = dice_new(seed);
    struct buf original = {0}, result = {0};
    if (size == 0 || one_in(&dice, 40))
        return LLVMFuzzerMutate(data, size, max_size);
    buf_add(&original, data, size);
    bool is_any = one_in(&dice, 20) || !harness_is_c(&original);
    for (int tries = 0; tries < TRIES; tries++) {
        buf_release(&result);
        result = mutated(&dice, &original);
        if (is_any || (result.length <= max_size && harness_is_c(&result)))
            break;
    }
    buf_release(&original);
    return take(data, max_size, &result);
}

/* A piece of OTHER in the place of one of TEXT, or before it. */
static bool spliced(struct dice *dice, const struct text *text, const struct text *other,
                    struct buf *out)
{
    struct range to, from;
    bool is_expression = one_in(dice, 3);
    bool (*pick)(struct dice *, const struct text *, struct range *) =
        is_expression ? pick_expression : pick_statement;
    if (!text->count || !other->count || !pick(dice, text, &to) || !pick(dice, other, &from))
        return false;
    if (!is_expression && one_in(dice, 2))
        to.end = to.start;
    replace(text, to, other->bytes + from.start, from.end - from.start, out);
    return true;
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t max_size, unsigned seed)
{
    static struct text one, other;
    struct dice dice = dice_new(seed);
    struct buf result = {0};
    cut(&one, first, first_size);
    cut(&other, second, second_size);
    for (int tries = 0; tries < 4; tries++) {
        buf_release(&result);
        if (!spliced(&dice, &one, &other, &result))
            buf_add(&result, first, first_size);
        if (harness_is_c(&result))
            break;
    }
    return take(out, max_size, &result);
}
