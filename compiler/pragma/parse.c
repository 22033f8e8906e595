/*
 * Runs the grammar over a pragma's tokens, between two checks of its own. Before it: every bracket
 * has its mate, which the scanner relies on; a bracket without one is the only mistake that is
 * reported then, since nothing behind it can be told apart. After it: no variable has two roles.
 */
#include "parse.h"

#include "reader.h"

#include "../buf.h"

#include <stdlib.h>
#include <string.h>

/* ---- brackets ----------------------------------------------------------------------------- */

/* The closing bracket that an opening one asks for; 0: TEXT opens nothing. */
static char closer_of(const char *text)
{
    static const struct {
        const char *open;
        char close;
    } pairs[] = {{"(", ')'}, {"[", ']'}, {"{", '}'}, {"<:", ']'}, {"<%", '}'}};
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
        if (strcmp(text, pairs[k].open) == 0)
            return pairs[k].close;
    return 0;
}

/* The closing bracket that TEXT is; 0: none. */
static char as_closer(const char *text)
{
    if (strcmp(text, ":>") == 0)
        return ']';
    if (strcmp(text, "%>") == 0)
        return '}';
    return text[0] && !text[1] && strchr(")]}", text[0]) ? text[0] : 0;
}

static void report_unclosed(struct clause_reader *reader, size_t opener, size_t depth)
{
    const char *text = reader_text(reader, opener);
    struct span span = {opener, opener};
    if (depth == 0 && opener > 1)
        reader_error(reader, DIAG_CLAUSE_SYNTAX, span,
                     "expected ')' to close the argument of '%.40s', which opens here",
                     reader_text(reader, opener - 1));
    else
        reader_error(reader, DIAG_CLAUSE_SYNTAX, span,
                     "expected '%c' to close this '%s' before the end of the line", closer_of(text),
                     text);
}

static void report_mismatch(struct clause_reader *reader, size_t opener, size_t closer)
{
    const struct pragma_token *open = &reader->pragma->tokens.items[opener];
    struct diag *diag = reader_error(reader, DIAG_CLAUSE_SYNTAX, (struct span){closer, closer},
                                     "expected '%c' to close '%s', saw '%s'", closer_of(open->text),
                                     open->text, reader_text(reader, closer));
    diag_add_note(reader->diags, diag, &open->place, open->end, "it opens here");
}

static bool check_brackets(struct clause_reader *reader)
{
    struct {
        LIST_OF(size_t) list;
    } open = {0};
    for (size_t k = 0; k < reader->pragma->tokens.count; k++) {
        const char *text = reader_text(reader, k);
        char close = as_closer(text);
        if (closer_of(text)) {
            LIST_PUSH(reader->arena, open.list, k);
        } else if (close && open.list.count == 0) {
            reader_error(reader, DIAG_CLAUSE_SYNTAX, (struct span){k, k},
                         "there is nothing that this '%s' could close", text);
            return false;
        } else if (close) {
            size_t opener = open.list.items[--open.list.count];
            if (closer_of(reader_text(reader, opener)) != close) {
                report_mismatch(reader, opener, k);
                return false;
            }
        }
    }
    if (open.list.count == 0)
        return true;
    report_unclosed(reader, open.list.items[open.list.count - 1], open.list.count - 1);
    return false;
}

/* ---- one variable, one role --------------------------------------------------------------- */

struct mention {
    const struct clause *clause;
    const struct clause_expr *variable;
};

static int compare_mentions(const void *left, const void *right)
{
    const struct mention *a = left, *b = right;
    int texts = strcmp(a->variable->text, b->variable->text);
    if (texts)
        return texts;
    return (a->variable->start > b->variable->start) - (a->variable->start < b->variable->start);
}

static bool gives_role(enum clause_kind kind)
{
    return kind == CLAUSE_PRIVATE || kind == CLAUSE_LASTPRIVATE || kind == CLAUSE_REDUCTION;
}

static void report_two_roles(struct clause_reader *reader, const struct mention *first,
                             const struct mention *second)
{
    bool is_same = first->clause->kind == second->clause->kind;
    const struct clause_expr *variable = second->variable;
    struct diag *diag = diag_add(
        reader->diags, SEVERITY_ERROR, is_same ? DIAG_DUPLICATE_CLAUSE : DIAG_CLAUSE_CONFLICT,
        &variable->place, variable->end,
        is_same ? "'%s' is named twice in '%s'" : "'%s' cannot be in '%s' and '%s' at once",
        variable->text, clause_name(first->clause->kind), clause_name(second->clause->kind));
    diag_add_note(reader->diags, diag, &first->variable->place, first->variable->end,
                  "it was named here before");
    reader->pragma->failed = true;
}

static void check_roles(struct clause_reader *reader)
{
    struct {
        LIST_OF(struct mention) list;
    } mentions = {0};
    for (size_t k = 0; k < reader->pragma->clauses.count; k++) {
        const struct clause *clause = &reader->pragma->clauses.items[k];
        for (size_t i = 0; gives_role(clause->kind) && i < clause->items.count; i++) {
            struct mention mention = {clause, &clause->items.items[i].base};
            LIST_PUSH(reader->arena, mentions.list, mention);
        }
    }
    if (mentions.list.count < 2)
        return;
    qsort(mentions.list.items, mentions.list.count, sizeof *mentions.list.items, compare_mentions);
    for (size_t k = 1; k < mentions.list.count; k++) {
        struct mention *pair = &mentions.list.items[k - 1];
        if (strcmp(pair[0].variable->text, pair[1].variable->text) == 0)
            report_two_roles(reader, &pair[0], &pair[1]);
    }
}

/* ---- the whole ---------------------------------------------------------------------------- */

/* The text for the scanner: each token, and a newline that ends it. */
static void write_tokens(const struct pragma *pragma, struct buf *text)
{
    for (size_t k = 0; k < pragma->tokens.count; k++) {
        size_t start = text->length;
        buf_puts(text, pragma->tokens.items[k].text);
        for (char *at; (at = memchr(text->bytes + start, '\n', text->length - start));)
            *at = ' ';
        buf_puts(text, "\n");
    }
}

static void run_grammar(struct clause_reader *reader)
{
    struct buf text = {0};
    write_tokens(reader->pragma, &text);
    if (text.length > INT32_MAX)
        reader_too_deep(reader);
    else if (!reader_run(reader, buf_text(&text), (int)text.length))
        PPCC_BUG("out of memory for a scanner");
    buf_release(&text);
}

void pragma_parse(struct pragma *pragma, struct arena *arena, struct diags *diags)
{
    struct clause_reader reader = {.pragma = pragma, .arena = arena, .diags = diags};
    pragma->kind = PRAGMA_UNKNOWN;
    if (pragma->tokens.count == 0) {
        diag_add(diags, SEVERITY_ERROR, DIAG_UNKNOWN_PRAGMA, &pragma->place, pragma->end,
                 "expected 'for', 'effects' or 'pack' behind '#pragma ppar'");
        pragma->failed = true;
        return;
    }
    if (strcmp(reader_text(&reader, 0), "for") == 0)
        pragma->kind = PRAGMA_FOR;
    if (!check_brackets(&reader))
        return;
    run_grammar(&reader);
    check_roles(&reader);
}
