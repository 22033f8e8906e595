/*
 * The for statement. libclang leaves out the children for absent parts, so for (i = 0;;),
 * for (; i = 0;) and for (;; i = 0) look alike; the two ';' at the outermost level of the
 * parentheses tell them apart. They are found among the tokens of the text, which also gives the
 * header's offsets for the rewriter.
 *
 * The header is plain when keyword, parentheses and semicolons are all written in the main file
 * outside of any macro. That they are C's own is cross-checked with the tree: each part has to lie
 * between the delimiters where it is expected, and the body has to start with the first token
 * behind the ')'. A macro that brings a delimiter with it moves a part or the body out of place,
 * and then the header is not plain. In that case the parts are still known when none or all are
 * present; else the statement is opaque.
 */
#include "internal.h"

#include <string.h>

struct parts {
    CXCursor init, condition, step, body;
    bool has_init, has_condition, has_step;
};

/* Is the token before INDEX the end of a #pragma that may be about the statement here? */
static bool is_behind_pragma(const struct tokens *tokens, size_t index)
{
    if (index == 0 || !tokens->list.items[index - 1].is_directive)
        return false;
    size_t first = index - 1;
    while (first > 0 && !tokens->list.items[first].is_first)
        first--;
    return token_is(tokens, first + 1, "pragma") && !token_is(tokens, first + 2, "omp");
}

/* The delimiters among TOKENS, the keyword being the token at INDEX. */
static bool find_delimiters(const struct tokens *tokens, size_t index, struct for_header *header)
{
    const struct token *list = tokens->list.items;
    if (!token_is(tokens, index, "for"))
        return false;
    header->keyword = list[index].start;
    header->is_behind_pragma = is_behind_pragma(tokens, index);
    index = tokens_next(tokens, index);
    if (!token_is(tokens, index, "("))
        return false;
    header->open = list[index].start;
    size_t depth = 0, semis = 0;
    for (; index < tokens->list.count; index = tokens_next(tokens, index)) {
        if (token_is(tokens, index, "(") || token_is(tokens, index, "[") ||
            token_is(tokens, index, "{"))
            depth++;
        bool closes = token_is(tokens, index, ")") || token_is(tokens, index, "]") ||
                      token_is(tokens, index, "}");
        if (closes && --depth == 0)
            break;
        if (depth == 1 && token_is(tokens, index, ";")) {
            if (semis == 2)
                return false;
            header->semi[semis++] = list[index].start;
        }
    }
    if (semis != 2 || !token_is(tokens, index, ")"))
        return false;
    header->close = list[index].start;
    index = tokens_next(tokens, index);
    if (index >= tokens->list.count)
        return false;
    header->body = list[index].start;
    return true;
}

/* The tokens in which the statement is written; NULL when it comes from a macro. */
static const struct tokens *tokens_of(struct convert *convert, const struct span *span)
{
    if (span->starts_in || !span->is_one)
        return NULL;
    if (span->place.main)
        return convert->tokens;
    CXFile file = NULL;
    clang_getExpansionLocation(span->first, &file, NULL, NULL, NULL);
    size_t length = 0;
    const char *text = file ? file_text(convert, file, &length) : NULL;
    return text ? tokens_new(convert->arena, convert->tu, file, text, length, span->place.offset,
                             span->end)
                : NULL;
}

/* Gives each child its part; false when one stands where no part belongs. */
static bool assign_by_place(struct convert *convert, const CXCursor *children, size_t count,
                            const struct for_header *header, struct parts *parts)
{
    for (size_t i = 0; i + 1 < count; i++) {
        struct span span = span_of(convert, children[i]);
        unsigned start = span.place.offset, end = span.end;
        bool is_init = start > header->open && start < header->semi[0];
        bool is_condition = start > header->semi[0] && end <= header->semi[1];
        bool is_step = start > header->semi[1] && end <= header->close;
        if (is_init && end <= header->semi[0] + 1 && !parts->has_init) {
            parts->init = children[i];
            parts->has_init = true;
        } else if (is_condition && !parts->has_condition) {
            parts->condition = children[i];
            parts->has_condition = true;
        } else if (is_step && !parts->has_step) {
            parts->step = children[i];
            parts->has_step = true;
        } else {
            return false;
        }
    }
    parts->body = children[count - 1];
    return true;
}

static bool assign_by_count(const CXCursor *children, size_t count, struct parts *parts)
{
    *parts = (struct parts){.body = children[count - 1]};
    if (count == 4) {
        parts->init = children[0];
        parts->condition = children[1];
        parts->step = children[2];
        parts->has_init = parts->has_condition = parts->has_step = true;
    }
    return count == 1 || count == 4;
}

static bool find_parts(struct convert *convert, CXCursor cursor, size_t base,
                       struct for_header *header, struct parts *parts)
{
    size_t count = convert->stack_count - base;
    const CXCursor *children = convert->stack + base;
    struct span span = span_of(convert, cursor);
    const struct tokens *tokens = tokens_of(convert, &span);
    size_t index = tokens ? tokens_find(tokens, span.place.offset) : 0;
    header->is_plain = tokens && find_delimiters(tokens, index, header) &&
                       header->keyword == span.place.offset &&
                       assign_by_place(convert, children, count, header, parts);
    return header->is_plain || assign_by_count(children, count, parts);
}

static void convert_parts(struct convert *convert, struct stmt *stmt, const struct parts *parts)
{
    if (parts->has_init)
        stmt->init = convert_stmt(convert, parts->init);
    if (parts->has_condition)
        stmt->expr = convert_expr(convert, parts->condition);
    if (parts->has_step)
        stmt->step = convert_expr(convert, parts->step);
    stmt->body = convert_stmt(convert, parts->body);
    stmt_end_with(stmt, stmt->body);
}

/* Cross-checks the body, which is known only now. */
static void finish_header(struct convert *convert, struct stmt *stmt, struct for_header header)
{
    header.is_plain = header.is_plain && stmt->place.main && stmt->body->place.main &&
                      stmt->body->place.offset == header.body;
    if (!header.is_plain)
        return;
    header.end = stmt->end;
    header.body_is_plain = stmt->end_is_certain;
    struct for_header *own = ARENA_NEW(convert->arena, struct for_header);
    *own = header;
    stmt->header = own;
}

struct stmt *convert_for(struct convert *convert, CXCursor cursor)
{
    struct span span = span_of(convert, cursor);
    struct pragma *probed = span.place.main ? probe_find(convert, span.place.offset) : NULL;
    if (probed && (!span.starts_in || probed->counters))
        return probe_take(convert, probed, cursor);
    size_t base = children_push_code(convert, cursor);
    struct for_header header = {0};
    struct parts parts = {0};
    bool is_known =
        convert->stack_count > base && find_parts(convert, cursor, base, &header, &parts);
    struct stmt *stmt = stmt_new(convert, cursor, is_known ? STMT_FOR : STMT_OPAQUE);
    if (stmt->place.main) {
        struct for_at at = {stmt->place.offset, stmt, convert->function};
        LIST_PUSH(convert->arena, convert->fors, at);
    }
    if (is_known) {
        convert_parts(convert, stmt, &parts);
        finish_header(convert, stmt, header);
    } else {
        give_up_on(convert, cursor);
        stmt->end_is_certain = false;
    }
    children_pop(convert, base);
    return stmt;
}
