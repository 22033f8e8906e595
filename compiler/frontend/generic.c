/*
 * _Generic: the branch that is taken stands for the whole, when it is known for sure. libclang
 * shows the expressions of the branches, but neither their types nor which one was chosen.
 *
 * The whole has the type of the branch that is taken. So a branch that alone has it is the one;
 * that decides <tgmath.h> and most macros, whose branches name functions of different types. Else
 * the text is asked, when it is written in the main file and names types in clang's own spelling
 * only: the branch of the operand's type, or default when all others name different ones.
 */
#include "internal.h"

#include <string.h>

enum { NO_BRANCH = -1 };

/* The index of the only branch that has the type of the whole. */
static int branch_by_type(struct convert *convert, CXCursor cursor, size_t base)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    int found = NO_BRANCH;
    for (size_t i = base + 1; i < convert->stack_count; i++) {
        if (!clang_equalTypes(type, clang_getCanonicalType(clang_getCursorType(convert->stack[i]))))
            continue;
        if (found != NO_BRANCH)
            return NO_BRANCH;
        found = (int)(i - base - 1);
    }
    return found;
}

/* Moves *INDEX behind the next token of that spelling outside of inner parentheses, or to the
 * closing parenthesis; false at the latter. */
static bool skip_to(const struct tokens *tokens, size_t *index, const char *spelling)
{
    int depth = 0;
    for (; *index < tokens->list.count; *index = tokens_next(tokens, *index)) {
        if (depth == 0 && token_is(tokens, *index, spelling)) {
            *index = tokens_next(tokens, *index);
            return true;
        }
        bool opens = token_is(tokens, *index, "(") || token_is(tokens, *index, "[") ||
                     token_is(tokens, *index, "{");
        bool closes = token_is(tokens, *index, ")") || token_is(tokens, *index, "]") ||
                      token_is(tokens, *index, "}");
        if (closes && depth == 0)
            return false;
        depth += opens - closes;
    }
    return false;
}

static bool is_known_type(const char *text)
{
    static const char *const names[] = {
        "char",        "signed char",   "unsigned char", "short",
        "int",         "unsigned int",  "long",          "unsigned short",
        "long long",   "unsigned long", "float",         "unsigned long long",
        "long double", "double",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], text))
            return true;
    return false;
}

/* The words from *INDEX to the ':', one blank between them; *INDEX moves behind the ':'. */
static const char *read_type(struct convert *convert, size_t *index)
{
    const struct tokens *tokens = convert->tokens;
    size_t from = *index;
    if (!skip_to(tokens, index, ":"))
        return "";
    const char *text = "";
    for (size_t i = from; tokens_next(tokens, i) < *index; i = tokens_next(tokens, i)) {
        const struct token *token = &tokens->list.items[i];
        const char *word = without_splices(convert->arena, tokens->text, token->start, token->end);
        text = arena_printf(convert->arena, "%s%s%s", text, *text ? " " : "", word);
    }
    return text;
}

/* The index of the branch that the text names for an operand of type WANTED. */
static int choose_branch(struct convert *convert, size_t index, const char *wanted, int count)
{
    const struct tokens *tokens = convert->tokens;
    int otherwise = NO_BRANCH;
    for (int i = 0; i < count; i++) {
        if (!skip_to(tokens, &index, ","))
            return NO_BRANCH;
        const char *type = read_type(convert, &index);
        if (!strcmp(type, wanted))
            return i;
        if (!strcmp(type, "default"))
            otherwise = i;
        else if (!is_known_type(type))
            return NO_BRANCH;
    }
    return otherwise;
}

static int branch_by_text(struct convert *convert, CXCursor cursor, size_t base)
{
    struct span span = span_of(convert, cursor);
    if (!span.place.main || !span.is_one || span.starts_in || span.ends_in)
        return NO_BRANCH;
    size_t index = tokens_find(convert->tokens, span.place.offset);
    if (!token_is(convert->tokens, index, "_Generic") || !token_is(convert->tokens, index + 1, "("))
        return NO_BRANCH;
    CXType operand = clang_getCanonicalType(clang_getCursorType(convert->stack[base]));
    const char *wanted =
        take_string(convert->arena, clang_getTypeSpelling(clang_getUnqualifiedType(operand)));
    if (!is_known_type(wanted))
        return NO_BRANCH;
    return choose_branch(convert, index + 2, wanted, (int)(convert->stack_count - base - 1));
}

struct expr *convert_generic(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    int branch = NO_BRANCH;
    if (convert->stack_count > base + 1)
        branch = branch_by_type(convert, cursor, base);
    if (branch == NO_BRANCH && convert->stack_count > base + 1)
        branch = branch_by_text(convert, cursor, base);
    CXCursor taken =
        branch == NO_BRANCH ? clang_getNullCursor() : convert->stack[base + 1 + (size_t)branch];
    children_pop(convert, base);
    if (branch == NO_BRANCH)
        return expr_opaque(convert, cursor);
    struct expr *expr = convert_expr(convert, taken);
    expr_place(convert, expr, cursor);
    return expr;
}
