/*
 * Constants: literals, and the sizes and alignments that the compiler works out.
 *
 * clang_Cursor_Evaluate is asked only for what has an integer type and cannot have a side effect:
 * it ignores side effects, and it crashes on some initializers. The text of a floating literal is
 * read where it is spelled, in the macro's definition if need be.
 */
#include "internal.h"

#include <ctype.h>
#include <string.h>

bool evaluate_integer(CXCursor cursor, int64_t *value)
{
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    if (!result)
        return false;
    bool is_integer = clang_EvalResult_getKind(result) == CXEval_Int;
    if (is_integer)
        *value = clang_EvalResult_isUnsignedInt(result)
                     ? (int64_t)clang_EvalResult_getAsUnsigned(result)
                     : clang_EvalResult_getAsLongLong(result);
    clang_EvalResult_dispose(result);
    return is_integer;
}

static struct expr *convert_integer(struct convert *convert, CXCursor cursor)
{
    int64_t value;
    if (!evaluate_integer(cursor, &value))
        return expr_opaque(convert, cursor);
    struct expr *expr = expr_new(convert, cursor, EXPR_INT);
    expr->value = value;
    return expr;
}

/* ---- floating literals -------------------------------------------------------------------- */

/* The length of the preprocessing number at the start of TEXT. */
static size_t number_length(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length) {
        bool is_exponent = i && strchr("eEpP", text[i - 1]) && strchr("+-", text[i]) && text[i];
        if (!isalnum((unsigned char)text[i]) && text[i] != '.' && text[i] != '_' && !is_exponent)
            break;
        i++;
    }
    return i;
}

static const char *number_as_spelled(struct convert *convert, CXCursor cursor)
{
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(cursor));
    CXFile file = NULL;
    unsigned offset = 0;
    clang_getSpellingLocation(start, &file, NULL, NULL, &offset);
    size_t length = 0;
    const char *text = file ? file_text(convert, file, &length) : NULL;
    if (!text || offset >= length)
        return NULL;
    size_t size = number_length(text + offset, length - offset);
    return size && text[offset] != '_' && !isalpha((unsigned char)text[offset])
               ? arena_strndup(convert->arena, text + offset, size)
               : NULL;
}

static const char *number_as_evaluated(struct convert *convert, CXCursor cursor)
{
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    const char *text = NULL;
    if (result && clang_EvalResult_getKind(result) == CXEval_Float)
        text = arena_printf(convert->arena, "%a", clang_EvalResult_getAsDouble(result));
    if (result)
        clang_EvalResult_dispose(result);
    return text;
}

static struct expr *convert_floating(struct convert *convert, CXCursor cursor)
{
    const char *text = number_as_spelled(convert, cursor);
    if (!text && cursor.kind == CXCursor_FloatingLiteral)
        text = number_as_evaluated(convert, cursor);
    if (!text)
        return expr_opaque(convert, cursor);
    struct expr *expr = expr_new(convert, cursor, EXPR_FLOAT);
    expr->text = text;
    return expr;
}

/* ---- strings and sizes -------------------------------------------------------------------- */

static struct expr *convert_string(struct convert *convert, CXCursor cursor)
{
    struct expr *expr = expr_new(convert, cursor, EXPR_STRING);
    struct span span = span_of(convert, cursor);
    bool is_written = span.place.main && span.is_one && !span.starts_in && !span.ends_in &&
                      span.end > span.place.offset;
    expr->text = is_written ? arena_strndup(convert->arena, convert->text + span.place.offset,
                                            span.end - span.place.offset)
                            : take_string(convert->arena, clang_getCursorSpelling(cursor));
    return expr;
}

/* sizeof and _Alignof; of a variable-length array it is no constant. */
static struct expr *convert_size(struct convert *convert, CXCursor cursor)
{
    int64_t value;
    if (evaluate_integer(cursor, &value)) {
        struct expr *expr = expr_new(convert, cursor, EXPR_INT);
        expr->value = value;
        return expr;
    }
    return expr_of_operands(convert, cursor, EXPR_SIZEOF);
}

struct expr *convert_literal(struct convert *convert, CXCursor cursor)
{
    switch (cursor.kind) {
    case CXCursor_FloatingLiteral:
    case CXCursor_ImaginaryLiteral:
        return convert_floating(convert, cursor);
    case CXCursor_StringLiteral:
        return convert_string(convert, cursor);
    case CXCursor_UnaryExpr:
        return convert_size(convert, cursor);
    default:
        return convert_integer(convert, cursor);
    }
}
