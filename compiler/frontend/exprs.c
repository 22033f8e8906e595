/*
 * clang's expressions as struct expr.
 *
 * libclang shows the implicit conversions of C, and much that it has no name for, as one kind:
 * "unexposed". It is a conversion exactly when it has one operand with the very same extent (raw
 * locations, so that a macro cannot make two different ones look alike) and both types are scalar;
 * it is nothing at all when the types are the same or an array or function decays; every other one
 * is opaque. Parentheses disappear, but the text of the node is then that with the parentheses.
 *
 * Whether a node can be cut out of the text (is_sliceable) is put together from both its ends; see
 * places.c.
 *
 * The children of a node are collected first and converted afterwards, from a stack that belongs to
 * the converter, so that the depth of the C stack grows by our own frames alone.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- children ----------------------------------------------------------------------------- */

void cursor_push(struct convert *convert, CXCursor cursor)
{
    if (convert->stack_count == convert->stack_room) {
        convert->stack_room = convert->stack_room ? convert->stack_room * 2 : 256;
        convert->stack = realloc(convert->stack, convert->stack_room * sizeof *convert->stack);
        if (!convert->stack)
            PPCC_BUG("out of memory");
    }
    convert->stack[convert->stack_count++] = cursor;
}

static enum CXChildVisitResult push_any(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    cursor_push(data, cursor);
    return CXChildVisit_Continue;
}

static enum CXChildVisitResult push_code(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (clang_isExpression(cursor.kind) || clang_isStatement(cursor.kind))
        cursor_push(data, cursor);
    return CXChildVisit_Continue;
}

size_t children_push(struct convert *convert, CXCursor cursor)
{
    size_t base = convert->stack_count;
    clang_visitChildren(cursor, push_any, convert);
    return base;
}

size_t children_push_code(struct convert *convert, CXCursor cursor)
{
    size_t base = convert->stack_count;
    clang_visitChildren(cursor, push_code, convert);
    return base;
}

void children_pop(struct convert *convert, size_t base)
{
    convert->stack_count = base;
}

static CXCursor only_child(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    CXCursor child =
        convert->stack_count == base + 1 ? convert->stack[base] : clang_getNullCursor();
    children_pop(convert, base);
    return child;
}

/* ---- nodes -------------------------------------------------------------------------------- */

static void set_span(struct expr *expr, const struct span *span, bool is_whole)
{
    expr->place = span->place;
    expr->end = span->end;
    expr->starts_whole = span->place.main && (is_whole || !span->starts_in);
    expr->ends_whole = span->place.main && span->is_one && (is_whole || !span->ends_in);
    expr->is_sliceable = expr->starts_whole && expr->ends_whole;
}

/* A name, a literal or a pair of parentheses: text that a macro can hold as a whole. */
bool expr_is_whole_token(CXCursor cursor)
{
    switch (cursor.kind) {
    case CXCursor_DeclRefExpr:
    case CXCursor_IntegerLiteral:
    case CXCursor_FloatingLiteral:
    case CXCursor_ImaginaryLiteral:
    case CXCursor_StringLiteral:
    case CXCursor_CharacterLiteral:
    case CXCursor_ParenExpr:
        return true;
    default:
        return false;
    }
}

void expr_place(struct convert *convert, struct expr *expr, CXCursor cursor)
{
    struct span span = span_of(convert, cursor);
    set_span(expr, &span, expr_is_whole_token(cursor) && span_is_whole(convert, &span));
}

/* A value of array type is a pointer, whatever libclang says. */
static struct type *value_type(struct convert *convert, enum expr_kind kind, struct type *type)
{
    switch (kind) {
    case EXPR_UNARY:
    case EXPR_BINARY:
    case EXPR_ASSIGN:
    case EXPR_STEP:
    case EXPR_COND:
    case EXPR_COMMA:
    case EXPR_CALL:
    case EXPR_CAST:
        return type_adjusted(convert, type);
    default:
        return type;
    }
}

struct expr *expr_new(struct convert *convert, CXCursor cursor, enum expr_kind kind)
{
    struct expr *expr = ARENA_NEW(convert->arena, struct expr);
    expr->kind = kind;
    expr->type = value_type(convert, kind, type_of(convert, clang_getCursorType(cursor)));
    expr_place(convert, expr, cursor);
    return expr;
}

/* An end that is in a macro is whole all the same when an operand ends there and is whole. */
static void inherit_ends(struct expr *expr, const struct expr *arg)
{
    if (!expr->place.main || !arg->place.main)
        return;
    expr->starts_whole |= arg->starts_whole && arg->place.offset == expr->place.offset;
    expr->ends_whole |= arg->ends_whole && arg->end == expr->end;
    expr->is_sliceable = expr->starts_whole && expr->ends_whole;
}

void expr_set_args(struct convert *convert, struct expr *expr, struct expr *const *args,
                   size_t count)
{
    expr->args = count ? arena_alloc(convert->arena, count * sizeof *expr->args) : NULL;
    expr->arg_count = (unsigned)count;
    for (size_t i = 0; i < count; i++) {
        expr->args[i] = args[i];
        inherit_ends(expr, args[i]);
    }
}

/* ---- opaque ------------------------------------------------------------------------------- */

static enum CXChildVisitResult give_up_one(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct convert *convert = data;
    if (convert->function && (cursor.kind == CXCursor_LabelStmt || cursor.kind == CXCursor_AsmStmt))
        convert->function->has_label = true;
    if (cursor.kind != CXCursor_DeclRefExpr)
        return CXChildVisit_Recurse;
    CXCursor target = clang_getCursorReferenced(cursor);
    if (target.kind == CXCursor_VarDecl || target.kind == CXCursor_ParmDecl)
        var_of(convert, target)->address_taken = true;
    if (target.kind == CXCursor_FunctionDecl)
        function_of(convert, target)->address_taken = true;
    return CXChildVisit_Recurse;
}

void give_up_on(struct convert *convert, CXCursor cursor)
{
    give_up_one(cursor, cursor, convert);
    clang_visitChildren(cursor, give_up_one, convert);
}

static bool is_repeated(const CXCursor *cursors, size_t index)
{
    return index && clang_equalRanges(clang_getCursorExtent(cursors[index - 1]),
                                      clang_getCursorExtent(cursors[index]));
}

struct expr *expr_of_operands(struct convert *convert, CXCursor cursor, enum expr_kind kind)
{
    struct expr *expr = expr_new(convert, cursor, kind);
    size_t base = children_push(convert, cursor);
    size_t count = convert->stack_count - base, used = 0;
    struct expr **args = arena_alloc(convert->arena, count * sizeof *args);
    for (size_t i = 0; i < count; i++) {
        CXCursor child = convert->stack[base + i];
        bool is_name = clang_isReference(child.kind) || clang_isAttribute(child.kind);
        if (!clang_isExpression(child.kind) && !is_name)
            give_up_on(convert, child);
        else if (!is_name && !is_repeated(convert->stack + base, i))
            args[used++] = convert_expr(convert, child);
    }
    children_pop(convert, base);
    expr_set_args(convert, expr, args, used);
    return expr;
}

struct expr *expr_opaque(struct convert *convert, CXCursor cursor)
{
    return expr_of_operands(convert, cursor, EXPR_OPAQUE);
}

/* Too deep: the node alone. */
static struct expr *expr_too_deep(struct convert *convert, CXCursor cursor)
{
    give_up_on(convert, cursor);
    return expr_new(convert, cursor, EXPR_OPAQUE);
}

/* ---- conversions -------------------------------------------------------------------------- */

static CXType plain_type(struct convert *convert, CXCursor cursor)
{
    struct known_cursor *known = known_of(convert, cursor);
    if (known->has_type)
        return known->type;
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    if (type.kind == CXType_Atomic)
        type = clang_getCanonicalType(clang_Type_getValueType(type));
    known->has_type = true;
    return known->type = clang_getUnqualifiedType(type);
}

static bool decays(CXType type)
{
    return type.kind == CXType_ConstantArray || type.kind == CXType_VariableArray ||
           type.kind == CXType_IncompleteArray || type.kind == CXType_FunctionProto ||
           type.kind == CXType_FunctionNoProto;
}

enum conversion { CONVERSION_NONE, CONVERSION_CAST, CONVERSION_UNKNOWN };

/* The only operand of an expression, and what that does to it. */
struct operand {
    CXCursor cursor;
    enum conversion conversion;
};

/* What the unexposed CURSOR does to its only operand. */
static enum conversion conversion_of(struct convert *convert, CXCursor cursor, CXCursor operand)
{
    if (!clang_equalRanges(extent_of(convert, cursor), extent_of(convert, operand)))
        return CONVERSION_UNKNOWN;
    CXType to = plain_type(convert, cursor), from = plain_type(convert, operand);
    if (clang_equalTypes(to, from))
        return CONVERSION_NONE;
    if (clang_getCursorReferenced(operand).kind == CXCursor_FunctionDecl &&
        operand.kind == CXCursor_DeclRefExpr) /* whose type may be one of clang's own */
        return CONVERSION_NONE;
    if (decays(from)) /* also from the array type of a parameter, when it is converted further */
        return to.kind == CXType_Pointer ? CONVERSION_NONE : CONVERSION_CAST;
    const struct type *target = type_adjusted(convert, type_of(convert, to));
    bool are_scalar = type_is_scalar(target) && type_is_scalar(type_of(convert, from));
    return are_scalar ? CONVERSION_CAST : CONVERSION_UNKNOWN;
}

static struct expr *cast_of(struct convert *convert, CXCursor cursor, struct expr *operand)
{
    struct expr *expr = expr_new(convert, cursor, EXPR_CAST);
    expr_set_args(convert, expr, &operand, 1);
    return expr;
}

/* The value of what has no operands is a constant: offsetof, __builtin_types_compatible_p. */
static struct expr *convert_unexposed(struct convert *convert, CXCursor cursor,
                                      const struct operand *operand)
{
    if (operand->conversion == CONVERSION_CAST)
        return cast_of(convert, cursor, convert_expr(convert, operand->cursor));
    size_t base = children_push_code(convert, cursor);
    bool has_operands = convert->stack_count > base;
    children_pop(convert, base);
    struct type *type = type_of(convert, clang_getCursorType(cursor));
    int64_t value;
    if (has_operands || type->kind != TYPE_INTEGER || !evaluate_integer(cursor, &value))
        return expr_opaque(convert, cursor);
    struct expr *expr = expr_new(convert, cursor, EXPR_INT);
    expr->value = value;
    return expr;
}

static struct expr *convert_explicit_cast(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    size_t count = convert->stack_count - base;
    if (!count) {
        children_pop(convert, base);
        return expr_opaque(convert, cursor);
    }
    struct type *type = type_with_extents(convert, clang_getCursorType(cursor), base, count - 1);
    struct expr *operand = convert_expr(convert, convert->stack[base + count - 1]);
    children_pop(convert, base);
    if (type->kind != TYPE_VOID && !type_is_scalar(type))
        return expr_opaque(convert, cursor);
    struct expr *expr = cast_of(convert, cursor, operand);
    expr->type = type_adjusted(convert, type);
    return expr;
}

/* ---- other kinds -------------------------------------------------------------------------- */

static struct expr *convert_name(struct convert *convert, CXCursor cursor)
{
    CXCursor target = clang_getCursorReferenced(cursor);
    struct expr *expr;
    switch (target.kind) {
    case CXCursor_VarDecl:
    case CXCursor_ParmDecl:
        expr = expr_new(convert, cursor, EXPR_VAR);
        expr->var = var_of(convert, target);
        expr->type = expr->var->type;
        return expr;
    case CXCursor_FunctionDecl:
        expr = expr_new(convert, cursor, EXPR_FUNCTION);
        expr->function = function_of(convert, target);
        expr->type = expr->function->type;
        return expr;
    case CXCursor_EnumConstantDecl:
        expr = expr_new(convert, cursor, EXPR_INT);
        expr->value = clang_getEnumConstantDeclValue(target);
        return expr;
    default:
        return expr_opaque(convert, cursor);
    }
}

/* A node whose operands are its children. */
static struct expr *convert_all(struct convert *convert, CXCursor cursor, enum expr_kind kind,
                                size_t wanted)
{
    size_t base = children_push_code(convert, cursor);
    size_t count = convert->stack_count - base;
    if (wanted && count != wanted) {
        children_pop(convert, base);
        return expr_opaque(convert, cursor);
    }
    struct expr *expr = expr_new(convert, cursor, kind);
    struct expr **args = arena_alloc(convert->arena, count * sizeof *args);
    for (size_t i = 0; i < count; i++)
        args[i] = convert_expr(convert, convert->stack[base + i]);
    children_pop(convert, base);
    expr_set_args(convert, expr, args, count);
    return expr;
}

/* { [3] = x, .y = z }: libclang shows a designated initializer as void, its value last. */
static CXCursor without_designator(struct convert *convert, CXCursor cursor)
{
    if (cursor.kind != CXCursor_UnexposedExpr || clang_getCursorType(cursor).kind != CXType_Void)
        return cursor;
    size_t base = children_push_code(convert, cursor);
    if (convert->stack_count > base)
        cursor = convert->stack[convert->stack_count - 1];
    children_pop(convert, base);
    return cursor;
}

static struct expr *convert_initializers(struct convert *convert, CXCursor cursor)
{
    struct expr *expr = expr_new(convert, cursor, EXPR_INIT);
    size_t base = children_push_code(convert, cursor);
    size_t count = convert->stack_count - base;
    struct expr **args = arena_alloc(convert->arena, count * sizeof *args);
    for (size_t i = 0; i < count; i++)
        args[i] = convert_expr(convert, without_designator(convert, convert->stack[base + i]));
    children_pop(convert, base);
    expr_set_args(convert, expr, args, count);
    return expr;
}

static struct expr *convert_block(struct convert *convert, CXCursor cursor)
{
    CXCursor body = only_child(convert, cursor);
    if (body.kind != CXCursor_CompoundStmt)
        return expr_opaque(convert, cursor);
    struct expr *expr = expr_new(convert, cursor, EXPR_BLOCK);
    expr->stmt = convert_stmt(convert, body);
    return expr;
}

static struct expr *convert_address_of_label(struct convert *convert, CXCursor cursor)
{
    if (convert->function)
        convert->function->has_label = true;
    return expr_new(convert, cursor, EXPR_OPAQUE);
}

static struct expr *convert_by_kind(struct convert *convert, CXCursor cursor,
                                    const struct operand *operand)
{
    switch (cursor.kind) {
    case CXCursor_IntegerLiteral:
    case CXCursor_CharacterLiteral:
    case CXCursor_FloatingLiteral:
    case CXCursor_ImaginaryLiteral:
    case CXCursor_StringLiteral:
    case CXCursor_UnaryExpr:
        return convert_literal(convert, cursor);
    case CXCursor_DeclRefExpr:
        return convert_name(convert, cursor);
    case CXCursor_BinaryOperator:
    case CXCursor_CompoundAssignOperator:
        return convert_binary(convert, cursor);
    case CXCursor_UnaryOperator:
        return convert_unary(convert, cursor);
    case CXCursor_ArraySubscriptExpr:
        return convert_index(convert, cursor);
    case CXCursor_MemberRefExpr:
        return convert_member(convert, cursor);
    case CXCursor_CallExpr:
        return convert_call(convert, cursor);
    case CXCursor_ConditionalOperator:
        return convert_all(convert, cursor, EXPR_COND, 3);
    case CXCursor_CStyleCastExpr:
        return convert_explicit_cast(convert, cursor);
    case CXCursor_InitListExpr:
        return convert_initializers(convert, cursor);
    case CXCursor_CompoundLiteralExpr:
        return convert_all(convert, cursor, EXPR_COMPOUND, 1);
    case CXCursor_StmtExpr:
        return convert_block(convert, cursor);
    case CXCursor_GenericSelectionExpr:
        return convert_generic(convert, cursor);
    case CXCursor_AddrLabelExpr:
        return convert_address_of_label(convert, cursor);
    case CXCursor_UnexposedExpr:
        return convert_unexposed(convert, cursor, operand);
    default:
        return expr_opaque(convert, cursor);
    }
}

/* What CURSOR does to its operand: nothing are parentheses, __extension__ and a conversion to the
 * same type. */
static struct operand operand_of(struct convert *convert, CXCursor cursor)
{
    struct operand operand = {clang_getNullCursor(), CONVERSION_UNKNOWN};
    bool is_nothing = cursor.kind == CXCursor_ParenExpr ||
                      (cursor.kind == CXCursor_UnaryOperator &&
                       clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_Extension);
    if (!is_nothing && cursor.kind != CXCursor_UnexposedExpr)
        return operand;
    operand.cursor = only_child(convert, cursor);
    if (clang_Cursor_isNull(operand.cursor))
        return operand;
    operand.conversion =
        is_nothing ? CONVERSION_NONE : conversion_of(convert, cursor, operand.cursor);
    return operand;
}

struct expr *convert_expr(struct convert *convert, CXCursor cursor)
{
    CXCursor outer = cursor;
    struct operand operand;
    bool is_wrapped = false;
    while ((operand = operand_of(convert, cursor)).conversion == CONVERSION_NONE) {
        if (cursor.kind != CXCursor_UnexposedExpr && !is_wrapped) {
            is_wrapped = true;
            outer = cursor;
        }
        cursor = operand.cursor;
    }
    if (convert->depth >= DEPTH_LIMIT)
        return expr_too_deep(convert, cursor);
    convert->depth++;
    struct expr *expr = convert_by_kind(convert, cursor, &operand);
    convert->depth--;
    if (is_wrapped)
        expr_place(convert, expr, outer);
    return expr;
}
