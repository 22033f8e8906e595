/*
 * The counters that the expression of an 'after' clause may name. It stands in front of the loop,
 * and speaks of what the loop's header declares behind it. So its probe (probe.c) declares
 * variables of the same names and types itself, in for statements around the expressions:
 *
 *     #pragma ppar for after(show(i))
 *     for(int i;;            show(i))        which is written        ppar_0     show(i))
 *     for (int i = 0; i < n; i++)
 *
 * As the declarations may be longer than the room in front of the clause, a macro of the probing
 * parse, and of that alone, holds them. With collapse there is one for each loop whose header
 * declares its counter. The analysis puts the loop's counters in the place of these variables
 * (analysis/bind.c): they are those that are declared at the pragma.
 */
#include "internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool has_after(const struct pragma *pragma)
{
    for (size_t k = 0; k < pragma->clauses.count; k++)
        if (pragma->clauses.items[k].kind == CLAUSE_AFTER)
            return true;
    return false;
}

/* How many loops the pragma is about, as far as its text tells. */
static long wanted_loops(const struct pragma *pragma)
{
    for (size_t k = 0; k < pragma->clauses.count; k++)
        if (pragma->clauses.items[k].kind == CLAUSE_COLLAPSE && pragma->clauses.items[k].value.text)
            return strtol(pragma->clauses.items[k].value.text, NULL, 0);
    return 1;
}

/* The token behind the '(' of the header that begins with the keyword at INDEX, or SIZE_MAX. */
static size_t header_begin(const struct tokens *tokens, size_t index)
{
    size_t open = tokens_next(tokens, index);
    return token_is(tokens, index, "for") && token_is(tokens, open, "(") ? tokens_next(tokens, open)
                                                                         : SIZE_MAX;
}

/* Adds "for(int i;;", closing the one before, if the header's first part, which begins at INDEX, is
 * a declaration. */
static bool add_declaration(const struct tokens *tokens, size_t index, struct buf *text)
{
    size_t second = tokens_next(tokens, index);
    if (second >= tokens->list.count)
        return false;
    char begin = tokens->text[tokens->list.items[second].start];
    if (!isalpha((unsigned char)begin) && begin != '_')
        return false; /* i = 0, s->i = 0, ; i < n */
    buf_puts(text, text->length ? ")for(" : "for(");
    for (; index < tokens->list.count; index = tokens_next(tokens, index)) {
        const struct token *token = &tokens->list.items[index];
        if (token_is(tokens, index, "=") || token_is(tokens, index, ";"))
            break;
        buf_add(text, tokens->text + token->start, token->end - token->start);
        buf_puts(text, " ");
    }
    buf_puts(text, ";;");
    return true;
}

/* The keyword of the loop directly inside of the header whose parentheses INDEX is in. */
static size_t next_keyword(const struct tokens *tokens, size_t index)
{
    for (size_t depth = 1; index < tokens->list.count && depth > 0;
         index = tokens_next(tokens, index)) {
        depth += token_is(tokens, index, "(");
        depth -= token_is(tokens, index, ")");
    }
    while (token_is(tokens, index, "{") || token_is(tokens, index, ";"))
        index = tokens_next(tokens, index);
    return index;
}

unsigned counters_declare(struct frontend *frontend, const struct pragma *pragma, struct buf *text)
{
    const struct tokens *tokens = frontend_tokens(frontend);
    size_t keyword = tokens_find(tokens, pragma_target(tokens, pragma));
    unsigned count = 0;
    if (!has_after(pragma))
        return 0;
    for (long k = wanted_loops(pragma); k > 0; k--) {
        size_t begin = header_begin(tokens, keyword);
        if (begin == SIZE_MAX)
            break;
        count += add_declaration(tokens, begin, text);
        keyword = next_keyword(tokens, begin);
    }
    return count;
}
