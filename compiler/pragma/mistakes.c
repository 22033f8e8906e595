/*
 * What is wrong with a pragma, in words. A syntax error is described by what was expected in the
 * clause that it is in, not by the grammar's tokens: after `private(a,` that is "a variable".
 */
#include "reader.h"

#include <stdarg.h>
#include <string.h>

enum { SHOWN_TEXT = 40 };

/* ---- reporting ---------------------------------------------------------------------------- */

/* Where a token that is missing at the end of the line should stand. */
static struct place place_behind(const struct clause_reader *reader)
{
    size_t count = reader->pragma->tokens.count;
    if (count == 0)
        return reader->pragma->place;
    const struct pragma_token *last = &reader->pragma->tokens.items[count - 1];
    struct place place = last->place;
    place.column += last->end - last->start;
    place.offset = last->end;
    return place;
}

struct diag *reader_error(struct clause_reader *reader, enum diag_id id, struct span span,
                          const char *format, ...)
{
    struct pragma *pragma = reader->pragma;
    struct place place = place_behind(reader);
    unsigned end = 0;
    if (span.last < pragma->tokens.count) {
        place = pragma->tokens.items[span.first].place;
        end = pragma->tokens.items[span.last].end;
    }
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(reader->arena, format, args);
    va_end(args);
    pragma->failed = true;
    return diag_add(reader->diags, SEVERITY_ERROR, id, &place, end, "%s", message);
}

const char *reader_shown(const struct clause_reader *reader, size_t token)
{
    const char *text = reader_text(reader, token);
    if (strnlen(text, SHOWN_TEXT + 1) <= SHOWN_TEXT)
        return text;
    return arena_printf(reader->arena, "%.*s...", SHOWN_TEXT, text);
}

void reader_replace(struct clause_reader *reader, struct diag *diag, size_t token,
                    const char *replacement)
{
    const struct pragma_token *old = &reader->pragma->tokens.items[token];
    if (reader->pragma->place.main)
        diag_add_fixit(reader->diags, diag,
                       (struct diag_fixit){old->start, old->end, replacement, false});
}

struct diag *reader_unknown(struct clause_reader *reader, enum diag_id id, const char *thing,
                            size_t word, const char *nearest)
{
    struct span span = reader_span(word);
    if (!nearest)
        return reader_error(reader, id, span, "unknown %s '%s'", thing, reader_shown(reader, word));
    struct diag *diag = reader_error(reader, id, span, "unknown %s '%s'; did you mean '%s'?", thing,
                                     reader_shown(reader, word), nearest);
    reader_replace(reader, diag, word, nearest);
    return diag;
}

void reader_too_deep(struct clause_reader *reader)
{
    reader_error(reader, DIAG_CLAUSE_SYNTAX, reader_span(reader->next - 1),
                 "this clause is nested too deeply");
}

/* ---- syntax errors ------------------------------------------------------------------------ */

static const char *wants_of(const struct clause_reader *reader)
{
    if (reader->entry)
        return reader->entry->wants;
    if (reader->effect && reader->effect->wants)
        return reader->effect->wants;
    return reader->pragma->kind == PRAGMA_PACK ? "a struct, ':' and its pointers"
                                               : "a list of effects";
}

/* What belongs behind a ',' in the clause. */
static const char *next_item_of(const struct clause_reader *reader)
{
    if (reader->effect && reader->effect->wants)
        return reader->effect->wants;
    if (!reader->entry)
        return reader->pragma->kind == PRAGMA_PACK ? "a pointer" : "an effect";
    switch (reader->entry->shape) {
    case SHAPE_SCHEDULE:
        return "a chunk size";
    case SHAPE_REDUCTION:
        return "a variable";
    case SHAPE_APPEND:
        return "the variable that counts the elements";
    default:
        return reader->entry->wants;
    }
}

static void report_outside(struct clause_reader *reader, size_t seen)
{
    struct span span = reader_span(seen);
    if (reader->pragma->kind != PRAGMA_FOR)
        reader_error(reader, DIAG_CLAUSE_SYNTAX, span, "expected the end of the line, saw '%s'",
                     reader_shown(reader, seen));
    else if (seen >= reader->pragma->tokens.count)
        reader_error(reader, DIAG_CLAUSE_SYNTAX, span, "expected a clause behind '%s'",
                     reader_shown(reader, seen - 1));
    else
        reader_error(reader, DIAG_CLAUSE_SYNTAX, span, "expected a clause, saw '%s'",
                     reader_shown(reader, seen));
}

static void report_missing_item(struct clause_reader *reader, size_t seen)
{
    size_t comma = seen - 1;
    bool is_list = !reader->entry || reader->entry->shape == SHAPE_ITEMS ||
                   reader->entry->shape == SHAPE_REDUCTION;
    struct diag *diag = reader_error(
        reader, DIAG_CLAUSE_SYNTAX, reader_span(reader_is(reader, seen, ")") ? comma : seen),
        "expected %s behind '%s'", next_item_of(reader), reader_shown(reader, comma));
    if (is_list && reader_is(reader, seen, ")") && reader_is(reader, comma, ","))
        reader_replace(reader, diag, comma, "");
}

static void report_unexpected(struct clause_reader *reader, size_t seen,
                              struct expectation expectation)
{
    const char *wanted = expectation.comma && expectation.close ? "',' or ')'"
                         : expectation.close                    ? "')'"
                         : expectation.comma                    ? "','"
                         : expectation.colon                    ? "':'"
                                                                : wants_of(reader);
    reader_error(reader, DIAG_CLAUSE_SYNTAX, reader_span(seen), "expected %s behind '%s', saw '%s'",
                 wanted, reader_shown(reader, seen - 1), reader_shown(reader, seen));
}

static bool is_bare_effect(const char *name)
{
    bool takes_items;
    return effect_word_find(name, &takes_items) && !takes_items;
}

void reader_syntax_error(struct clause_reader *reader, struct expectation expectation)
{
    size_t seen = reader->next - 1;
    size_t before = seen - 1;
    const char *name = reader_text(reader, reader->word);
    bool wants_operator = reader->entry && reader->entry->shape == SHAPE_REDUCTION &&
                          reader->clause.reduction == REDUCTION_NONE;
    if (!reader->in_clause)
        report_outside(reader, seen);
    else if (before == reader->word && is_bare_effect(name))
        report_unexpected(reader, seen, (struct expectation){.comma = true, .close = true});
    else if (before == reader->word)
        reader_error(reader, DIAG_CLAUSE_SYNTAX, reader_span(seen),
                     "expected '(' and %s behind '%s'", wants_of(reader), name);
    else if (reader_is(reader, before, "(") && reader_is(reader, seen, ")"))
        reader_error(reader, DIAG_CLAUSE_SYNTAX, (struct span){reader->word, seen},
                     "'%s' needs %s in its parentheses", name, wants_of(reader));
    else if (wants_operator && !reader_is(reader, before, "("))
        reader_error(reader, DIAG_CLAUSE_SYNTAX, (struct span){reader->word + 2, before},
                     "'reduction' needs an operator and ':' before its variables, "
                     "as in 'reduction(+ : sum)'");
    else if (reader_is(reader, before, ",") || reader_is(reader, before, ":"))
        report_missing_item(reader, seen);
    else
        report_unexpected(reader, seen, expectation);
}
