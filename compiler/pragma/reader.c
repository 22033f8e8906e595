/*
 * Builds clauses from what the grammar recognises.
 *
 * A clause is begun with its name, filled while its argument is read, and kept at its ')' unless
 * something in it was reported. Every report marks the pragma as failed.
 */
#include "reader.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_TEXT = 40 };

const char *reader_text(const struct clause_reader *reader, size_t token)
{
    return token < reader->pragma->tokens.count ? reader->pragma->tokens.items[token].text : "";
}

bool reader_is(const struct clause_reader *reader, size_t token, const char *text)
{
    return strcmp(reader_text(reader, token), text) == 0;
}

struct span reader_span(size_t token)
{
    return (struct span){token, token};
}

struct span span_join(struct span first, struct span last)
{
    return (struct span){first.first, last.last};
}

void reader_fail(struct clause_reader *reader)
{
    reader->clause_failed = true;
}

void reader_drop(struct clause_reader *reader)
{
    reader->in_clause = false;
}

/* ---- directives --------------------------------------------------------------------------- */

void reader_directive(struct clause_reader *reader, enum pragma_kind kind, struct span word)
{
    reader->pragma->kind = kind;
    reader->entry = NULL;
    reader->word = word.first;
    reader->in_clause = kind != PRAGMA_FOR;
}

void reader_unknown_directive(struct clause_reader *reader, struct span word)
{
    static const char *const words[] = {"for", "effects", "pack"};
    const char *text = reader_text(reader, word.first);
    struct diag *diag =
        reader_error(reader, DIAG_UNKNOWN_PRAGMA, word,
                     "expected 'for', 'effects' or 'pack' behind '#pragma ppar', saw '%s'",
                     reader_shown(reader, word.first));
    const char *nearest = nearest_word(text, words, sizeof words / sizeof *words);
    if (nearest)
        reader_replace(reader, diag, word.first, nearest);
    else if (strcmp(text, "parallel") == 0 && reader_is(reader, word.first + 1, "for"))
        diag_add_note(reader->diags, diag, NULL, 0, "'#pragma ppar for' runs the loop in parallel");
    reader->pragma->kind = PRAGMA_UNKNOWN;
}

/* ---- clauses ------------------------------------------------------------------------------ */

void reader_begin(struct clause_reader *reader, struct span word)
{
    const struct pragma_token *token = &reader->pragma->tokens.items[word.first];
    reader->in_clause = true;
    reader->clause_failed = false;
    reader->word = word.first;
    reader->clause = (struct clause){.place = token->place};
    if (!clause_find(token->text, &reader->clause.kind))
        PPCC_BUG("'%s' is no clause", token->text);
    reader->entry = clause_get(reader->clause.kind);
}

static void report_duplicate(struct clause_reader *reader)
{
    const struct pragma_token *first =
        &reader->pragma->tokens.items[reader->first[reader->clause.kind]];
    struct diag *diag = reader_error(reader, DIAG_DUPLICATE_CLAUSE, reader_span(reader->word),
                                     "'%s' may stand only once in a pragma", reader->entry->name);
    diag_add_note(reader->diags, diag, &first->place, first->end, "the first one is here");
}

/* One pointer alone overlaps with nothing in particular. */
static void check_pair(struct clause_reader *reader)
{
    if (reader->clause.kind != CLAUSE_NOALIAS || reader->clause.items.count > 1 ||
        reader->clause_failed)
        return;
    reader_error(reader, DIAG_CLAUSE_ARGUMENT, reader_span(reader->word + 2),
                 "'noalias' needs at least two pointers");
    reader_fail(reader);
}

void reader_end(struct clause_reader *reader, struct span last)
{
    reader->in_clause = false;
    enum clause_kind kind = reader->clause.kind;
    check_pair(reader);
    if (reader->seen[kind] && !reader->entry->may_repeat)
        report_duplicate(reader);
    if (!reader->seen[kind])
        reader->first[kind] = reader->word;
    reader->seen[kind] = true;
    reader->clause.end = reader->pragma->tokens.items[last.last].end;
    if (!reader->clause_failed)
        LIST_PUSH(reader->arena, reader->pragma->clauses, reader->clause);
}

void reader_unknown_clause(struct clause_reader *reader, struct span word)
{
    const char *text = reader_text(reader, word.first);
    const char *advice = clause_advice(text);
    enum clause_kind nearest;
    bool is_near = !advice && clause_nearest(text, &nearest);
    struct diag *diag = reader_unknown(reader, DIAG_UNKNOWN_CLAUSE, "clause", word.first,
                                       is_near ? clause_name(nearest) : NULL);
    if (advice)
        diag_add_note(reader->diags, diag, NULL, 0, "%s", advice);
}

/* ---- arguments ---------------------------------------------------------------------------- */

/* The tokens as C text; where the source has a gap there is one blank. */
static char *join_text(const struct clause_reader *reader, struct span span)
{
    const struct pragma_token *tokens = reader->pragma->tokens.items;
    size_t room = 1;
    for (size_t k = span.first; k <= span.last; k++)
        room += strlen(tokens[k].text) + 1;
    char *text = arena_alloc(reader->arena, room), *end = text;
    for (size_t k = span.first; k <= span.last; k++) {
        if (k > span.first && tokens[k].start > tokens[k - 1].end)
            *end++ = ' ';
        end = stpcpy(end, tokens[k].text);
    }
    return text;
}

struct clause_expr reader_expr(const struct clause_reader *reader, struct span span)
{
    const struct pragma_token *tokens = reader->pragma->tokens.items;
    return (struct clause_expr){
        .place = tokens[span.first].place,
        .start = tokens[span.first].start,
        .end = tokens[span.last].end,
        .text = join_text(reader, span),
    };
}

/* `timeout(10x)`: ten times what an iteration usually takes. */
static void take_factor(struct clause_expr *value, bool *is_factor)
{
    size_t length = strlen(value->text);
    bool is_number = strspn(value->text, "0123456789.") == length - 1;
    *is_factor = length > 1 && is_number && value->text[length - 1] == 'x';
    if (*is_factor)
        value->end--;
}

void reader_value(struct clause_reader *reader, struct span value)
{
    struct clause_expr *expr = &reader->clause.value;
    *expr = reader_expr(reader, value);
    if (reader->clause.kind != CLAUSE_TIMEOUT)
        return;
    take_factor(expr, &reader->clause.is_factor);
    if (reader->clause.is_factor)
        expr->text = arena_strndup(reader->arena, expr->text, strlen(expr->text) - 1);
}

static bool is_word(const char *text)
{
    unsigned char first = (unsigned char)text[0];
    return isalpha(first) || first == '_' || first == '$' || first >= 0x80;
}

/* `private(a b)` */
static void check_comma(struct clause_reader *reader, struct span base)
{
    const char *left = reader_text(reader, base.first);
    const char *right = reader_text(reader, base.first + 1);
    if (base.first == base.last || !is_word(left) || !is_word(right) || strcmp(left, "struct") == 0)
        return;
    struct diag *diag =
        reader_error(reader, DIAG_CLAUSE_SYNTAX, reader_span(base.first + 1),
                     "expected ',' between '%s' and '%s'", reader_shown(reader, base.first),
                     reader_shown(reader, base.first + 1));
    unsigned end = reader->pragma->tokens.items[base.first].end;
    if (reader->pragma->place.main)
        diag_add_fixit(reader->diags, diag, (struct diag_fixit){end, end, ",", false});
    reader_fail(reader);
}

void reader_item(struct clause_reader *reader, struct span base)
{
    struct clause_item item = {.base = reader_expr(reader, base)};
    check_comma(reader, base);
    LIST_PUSH(reader->arena, reader->clause.items, item);
}

void reader_section(struct clause_reader *reader, struct span base, struct span first,
                    struct span count)
{
    struct clause_item item = {
        .base = reader_expr(reader, base),
        .first = reader_expr(reader, first),
        .count = reader_expr(reader, count),
    };
    if (reader->entry && !reader->entry->takes_sections) {
        reader_error(reader, DIAG_CLAUSE_ARGUMENT, (struct span){base.first, count.last + 1},
                     "'%s' takes whole variables, not sections", reader->entry->name);
        reader_fail(reader);
    }
    LIST_PUSH(reader->arena, reader->clause.items, item);
}

/* The position of the span's one word in WORDS; reports when it is none of them, and returns COUNT.
 */
static size_t choose(struct clause_reader *reader, struct span span, const char *thing,
                     const char *const *words, size_t count)
{
    const char *text = join_text(reader, span);
    for (size_t k = 0; k < count; k++)
        if (strcmp(text, words[k]) == 0)
            return k;
    char *list = arena_strdup(reader->arena, "");
    for (size_t k = 0; k < count; k++)
        list = arena_printf(reader->arena, "%s%s'%s'", list,
                            k == 0           ? ""
                            : k + 1 == count ? " or "
                                             : ", ",
                            words[k]);
    struct diag *diag =
        reader_error(reader, DIAG_CLAUSE_ARGUMENT, span, "unknown %s '%.*s'; expected %s", thing,
                     SHOWN_TEXT, text, list);
    const char *nearest = nearest_word(text, words, count);
    if (nearest && span.first == span.last)
        reader_replace(reader, diag, span.first, nearest);
    reader_fail(reader);
    return count;
}

void reader_schedule(struct clause_reader *reader, struct span kind)
{
    static const char *const words[] = {
        [SCHEDULE_AUTO] = "auto",
        [SCHEDULE_STATIC] = "static",
        [SCHEDULE_DYNAMIC] = "dynamic",
        [SCHEDULE_GUIDED] = "guided",
    };
    reader->clause.schedule =
        (enum schedule)choose(reader, kind, "schedule", words, sizeof words / sizeof *words);
}

void reader_operator(struct clause_reader *reader, struct span symbol)
{
    const char *text = join_text(reader, symbol);
    struct clause *clause = &reader->clause;
    for (int k = REDUCTION_ADD; k < REDUCTION_FUNCTION; k++)
        if (strcmp(text, reduction_name((enum reduction)k)) == 0)
            clause->reduction = (enum reduction)k;
    if (clause->reduction != REDUCTION_NONE)
        return;
    clause->reduction = REDUCTION_FUNCTION;
    clause->function = reader_expr(reader, symbol);
    if (symbol.first == symbol.last && is_word(text))
        return;
    reader_fail(reader);
    reader_error(reader, DIAG_CLAUSE_ARGUMENT, symbol,
                 "unknown reduction operator '%.*s'; expected + - * & | ^ && || min, max or the "
                 "name of a function",
                 SHOWN_TEXT, text);
}

void reader_order(struct clause_reader *reader, struct span word)
{
    static const char *const words[] = {"unordered"};
    reader->clause.unordered = choose(reader, word, "order", words, 1) == 0;
}

void reader_word(struct clause_reader *reader, struct span word)
{
    enum { MOST_WORDS = 4 };
    const char *words[MOST_WORDS];
    size_t count = 0;
    char *all = arena_strdup(reader->arena, reader->entry->words), *rest = all;
    for (char *one; count < MOST_WORDS && (one = strsep(&rest, " "));)
        words[count++] = one;
    const char *thing = arena_printf(reader->arena, "argument of '%s'", reader->entry->name);
    size_t chosen = choose(reader, word, thing, words, count);
    reader->clause.word = chosen < count ? words[chosen] : NULL;
}

/* ---- strings ------------------------------------------------------------------------------ */

static unsigned char simple_escape(char letter)
{
    static const char letters[] = "abefnrtv", values[] = "\a\b\033\f\n\r\t\v";
    const char *found = letter ? strchr(letters, letter) : NULL;
    return (unsigned char)(found ? values[found - letters] : letter);
}

/* Undo the escapes of the literal's inside; the result is never longer. */
static char *unescape(char *out, const char *in, const char *end)
{
    while (in < end) {
        if (*in != '\\' || in + 1 == end) {
            *out++ = *in++;
            continue;
        }
        char *behind = (char *)in + 2;
        if (in[1] == 'x')
            *out++ = (char)strtoul(in + 2, &behind, 16);
        else if (in[1] >= '0' && in[1] <= '7')
            *out++ = (char)strtoul(in + 1, &behind, 8);
        else
            *out++ = (char)simple_escape(in[1]);
        in = behind;
    }
    return out;
}

static bool is_string(const char *text)
{
    size_t length = strlen(text);
    return length >= 2 && text[0] == '"' && text[length - 1] == '"';
}

void reader_string(struct clause_reader *reader, struct span literals)
{
    char *text = arena_alloc(reader->arena, strlen(join_text(reader, literals)) + 1), *end = text;
    for (size_t k = literals.first; k <= literals.last; k++) {
        const char *literal = reader_text(reader, k);
        if (!is_string(literal)) {
            reader_error(reader, DIAG_CLAUSE_ARGUMENT, reader_span(k), "'%s' needs %s, saw '%s'",
                         reader->entry->name, reader->entry->wants, reader_shown(reader, k));
            reader_fail(reader);
            return;
        }
        end = unescape(end, literal + 1, literal + strlen(literal) - 1);
    }
    if (end == text || memchr(text, '\0', (size_t)(end - text))) {
        reader_error(reader, DIAG_CLAUSE_ARGUMENT, literals,
                     "the text of '%s' is empty or has a null character in it",
                     reader->entry->name);
        reader_fail(reader);
    }
    reader->clause.string = text;
}
