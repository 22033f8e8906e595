/*
 * What #pragma ppar pack(struct tag : ...) says, as the grammar recognises it: which members of a
 * structure own memory, and how much.
 *
 *     coef[n]                       points to n elements; n is C, in terms of the other members
 *     rows[h][w]                    to h pointers, each of which points to w elements
 *     name string                   to characters up to a null character
 *     names[n] string               to n such pointers
 *     next deep                     to one object
 *     cache skip                    is not sent
 *     u when tag == 1 : text string is what the union u has in it when that holds
 *     coef[]                        points to as many elements as its block has room for
 *
 * or which results that are pointers themselves do: pack(char * : string), pack(double * : [n]).
 *
 * What the names mean is found when the structure is known (analysis/describe.c).
 */
#include "reader.h"

#include <ctype.h>
#include <string.h>

static const char *const words[] = {
    [PACKED_STRING] = "string", [PACKED_ONE] = "deep", [PACKED_NOT] = "skip"};

enum { WORDS = sizeof words / sizeof *words };

static bool is_name(const char *text)
{
    unsigned char first = (unsigned char)text[0];
    return isalpha(first) || first == '_' || first >= 0x80;
}

void reader_packed_record(struct clause_reader *reader, struct span record)
{
    reader->clause_failed = false;
    reader->pragma->record = reader_expr(reader, record);
    reader->pragma->packs_pointers = reader_is(reader, record.last, "*");
}

static void expect(struct clause_reader *reader, size_t token, const char *what)
{
    reader_error(reader, DIAG_CLAUSE_SYNTAX, reader_span(token), "expected %s, saw '%s'", what,
                 reader_shown(reader, token));
    reader_fail(reader);
}

/* The bracket that closes the one at OPEN; they match. */
static size_t find_close(const struct clause_reader *reader, size_t open)
{
    size_t depth = 0;
    for (size_t k = open;; k++) {
        bool opens = reader_is(reader, k, "[") || reader_is(reader, k, "<:");
        bool closes = reader_is(reader, k, "]") || reader_is(reader, k, ":>");
        depth += opens;
        depth -= closes;
        if (depth == 0)
            return k;
    }
}

/* [count]... ; the token behind them. */
static size_t read_counts(struct clause_reader *reader, struct packed_member *member, size_t at)
{
    while (reader_is(reader, at, "[") || reader_is(reader, at, "<:")) {
        size_t close = find_close(reader, at);
        struct clause_expr count = reader_expr(reader, reader_span(close));
        count.text = "";
        if (close > at + 1)
            count = reader_expr(reader, (struct span){at + 1, close - 1});
        LIST_PUSH(reader->arena, member->counts, count);
        at = close + 1;
    }
    return at;
}

static void read_word(struct clause_reader *reader, struct packed_member *member, size_t at)
{
    for (size_t k = PACKED_STRING; k < WORDS; k++)
        if (reader_is(reader, at, words[k]))
            member->as = (enum packed_as)k;
    if (member->as != PACKED_PLAIN)
        return;
    expect(reader, at,
           reader->pragma->packs_pointers ? "'string', 'deep' or 'skip' behind the pointer"
                                          : "'string', 'deep' or 'skip' behind the member");
}

static void add_member(struct clause_reader *reader, struct packed_member member, struct span span)
{
    bool is_named = !reader->pragma->packs_pointers;
    size_t at = span.first + is_named;
    member.name = reader_expr(reader, reader_span(span.first));
    if (!is_named) {
        member.name.text = "it";
    } else if (!is_name(member.name.text)) {
        expect(reader, span.first, "the name of a member");
        return;
    }
    at = read_counts(reader, &member, at);
    if (reader->clause_failed)
        return;
    if (at <= span.last)
        read_word(reader, &member, at++);
    if (at <= span.last && !reader->clause_failed)
        expect(reader, at,
               is_named ? "',' or ')' behind the member" : "',' or ')' behind the pointer");
    if (!reader->clause_failed)
        LIST_PUSH(reader->arena, reader->pragma->members, member);
}

void reader_packed_member(struct clause_reader *reader, struct span member)
{
    add_member(reader, (struct packed_member){0}, member);
}

void reader_packed_choice(struct clause_reader *reader, struct span choice, struct span span)
{
    struct packed_member member = {.of_union = reader_expr(reader, reader_span(choice.first))};
    if (!is_name(member.of_union.text) || !reader_is(reader, choice.first + 1, "when") ||
        choice.last < choice.first + 2) {
        expect(reader, choice.first + 1, "a union, 'when' and a condition before the ':'");
        return;
    }
    member.when = reader_expr(reader, (struct span){choice.first + 2, choice.last});
    add_member(reader, member, span);
}

void reader_end_pack(struct clause_reader *reader)
{
    reader->in_clause = false;
    reader->pragma->failed |= reader->clause_failed;
}
