/*
 * Expressions with operators: what C means by them, in one normal form.
 *
 * i[a] becomes a[i]; p->x becomes (*p).x; a member of an unnamed struct or union is reached through
 * each of the unnamed members; (f)(x), (*f)(x) and (&f)(x) are the direct call f(x), and the same
 * holds for pointers to functions. Types follow from the operands where libclang's are of no use
 * (variable-length arrays). An operator on anything that is not C11 (vectors) is opaque.
 */
#include "internal.h"

#include <string.h>

/* The operator of a binary expression or of a compound assignment. */
static enum op binary_op(enum CXBinaryOperatorKind kind)
{
    switch (kind) {
    case CXBinaryOperator_Mul:
    case CXBinaryOperator_MulAssign:
        return OP_MUL;
    case CXBinaryOperator_Div:
    case CXBinaryOperator_DivAssign:
        return OP_DIV;
    case CXBinaryOperator_Rem:
    case CXBinaryOperator_RemAssign:
        return OP_REM;
    case CXBinaryOperator_Add:
    case CXBinaryOperator_AddAssign:
        return OP_ADD;
    case CXBinaryOperator_Sub:
    case CXBinaryOperator_SubAssign:
        return OP_SUB;
    case CXBinaryOperator_Shl:
    case CXBinaryOperator_ShlAssign:
        return OP_SHL;
    case CXBinaryOperator_Shr:
    case CXBinaryOperator_ShrAssign:
        return OP_SHR;
    case CXBinaryOperator_And:
    case CXBinaryOperator_AndAssign:
        return OP_AND;
    case CXBinaryOperator_Xor:
    case CXBinaryOperator_XorAssign:
        return OP_XOR;
    case CXBinaryOperator_Or:
    case CXBinaryOperator_OrAssign:
        return OP_OR;
    case CXBinaryOperator_LT:
        return OP_LT;
    case CXBinaryOperator_GT:
        return OP_GT;
    case CXBinaryOperator_LE:
        return OP_LE;
    case CXBinaryOperator_GE:
        return OP_GE;
    case CXBinaryOperator_EQ:
        return OP_EQ;
    case CXBinaryOperator_NE:
        return OP_NE;
    case CXBinaryOperator_LAnd:
        return OP_LOGICAL_AND;
    case CXBinaryOperator_LOr:
        return OP_LOGICAL_OR;
    default:
        return OP_NONE;
    }
}

static bool is_assignment(enum CXBinaryOperatorKind kind)
{
    return kind >= CXBinaryOperator_Assign && kind <= CXBinaryOperator_OrAssign;
}

/* Converts the children of CURSOR into ARGS; false when there are not COUNT of them. */
static bool convert_operands(struct convert *convert, CXCursor cursor, struct expr **args,
                             size_t count)
{
    size_t base = children_push_code(convert, cursor);
    bool fits = convert->stack_count - base == count;
    for (size_t i = 0; fits && i < count; i++)
        args[i] = convert_expr(convert, convert->stack[base + i]);
    children_pop(convert, base);
    return fits;
}

static bool has_other_type(struct expr *const *args, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (args[i]->type->kind == TYPE_OTHER)
            return true;
    return false;
}

/* A node of CURSOR with those operands; opaque when one is not of a C11 type. */
static struct expr *operation(struct convert *convert, CXCursor cursor, enum expr_kind kind,
                              struct expr *const *args, size_t count)
{
    struct expr *expr = expr_new(convert, cursor, kind);
    if (has_other_type(args, count)) {
        give_up_on(convert, cursor);
        expr->kind = EXPR_OPAQUE;
    }
    expr_set_args(convert, expr, args, count);
    return expr;
}

struct expr *convert_binary(struct convert *convert, CXCursor cursor)
{
    enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(cursor);
    struct expr *args[2];
    if (!convert_operands(convert, cursor, args, 2))
        return expr_opaque(convert, cursor);
    if (kind == CXBinaryOperator_Comma)
        return operation(convert, cursor, EXPR_COMMA, args, 2);
    enum op op = binary_op(kind);
    if (op == OP_NONE && kind != CXBinaryOperator_Assign)
        return expr_opaque(convert, cursor);
    struct expr *expr =
        operation(convert, cursor, is_assignment(kind) ? EXPR_ASSIGN : EXPR_BINARY, args, 2);
    expr->op = op;
    return expr;
}

static struct expr *step(struct convert *convert, CXCursor cursor, struct expr *operand, enum op op,
                         bool is_prefix)
{
    struct expr *expr = operation(convert, cursor, EXPR_STEP, &operand, 1);
    expr->op = op;
    expr->is_prefix = is_prefix;
    return expr;
}

static struct expr *unary(struct convert *convert, CXCursor cursor, struct expr *operand,
                          enum op op)
{
    struct expr *expr = operation(convert, cursor, EXPR_UNARY, &operand, 1);
    expr->op = op;
    return expr;
}

static struct expr *address(struct convert *convert, CXCursor cursor, struct expr *operand)
{
    struct expr *expr = operation(convert, cursor, EXPR_ADDRESS, &operand, 1);
    expr->type = type_pointer_to(convert, operand->type);
    return expr;
}

static struct expr *dereference(struct convert *convert, CXCursor cursor, struct expr *operand)
{
    if (operand->type->kind == TYPE_FUNCTION) /* *f is f */
        return operand;
    struct expr *expr = operation(convert, cursor, EXPR_DEREF, &operand, 1);
    if (operand->type->target)
        expr->type = operand->type->target;
    return expr;
}

struct expr *convert_unary(struct convert *convert, CXCursor cursor)
{
    struct expr *operand;
    if (!convert_operands(convert, cursor, &operand, 1))
        return expr_opaque(convert, cursor);
    switch (clang_getCursorUnaryOperatorKind(cursor)) {
    case CXUnaryOperator_PostInc:
        return step(convert, cursor, operand, OP_ADD, false);
    case CXUnaryOperator_PostDec:
        return step(convert, cursor, operand, OP_SUB, false);
    case CXUnaryOperator_PreInc:
        return step(convert, cursor, operand, OP_ADD, true);
    case CXUnaryOperator_PreDec:
        return step(convert, cursor, operand, OP_SUB, true);
    case CXUnaryOperator_AddrOf:
        return address(convert, cursor, operand);
    case CXUnaryOperator_Deref:
        return dereference(convert, cursor, operand);
    case CXUnaryOperator_Plus:
        return unary(convert, cursor, operand, OP_PLUS);
    case CXUnaryOperator_Minus:
        return unary(convert, cursor, operand, OP_NEGATE);
    case CXUnaryOperator_Not:
        return unary(convert, cursor, operand, OP_COMPLEMENT);
    case CXUnaryOperator_LNot:
        return unary(convert, cursor, operand, OP_NOT);
    default:
        return expr_opaque(convert, cursor);
    }
}

struct expr *convert_index(struct convert *convert, CXCursor cursor)
{
    struct expr *args[2];
    if (!convert_operands(convert, cursor, args, 2))
        return expr_opaque(convert, cursor);
    if (args[0]->type->kind == TYPE_INTEGER) {
        struct expr *index = args[0];
        args[0] = args[1];
        args[1] = index;
    }
    struct type *base = args[0]->type;
    bool is_plain = (base->kind == TYPE_POINTER || base->kind == TYPE_ARRAY) &&
                    args[1]->type->kind == TYPE_INTEGER;
    struct expr *expr = operation(convert, cursor, EXPR_INDEX, args, 2);
    if (is_plain) {
        expr->type = base->target;
    } else {
        give_up_on(convert, cursor);
        expr->kind = EXPR_OPAQUE;
    }
    return expr;
}

/* ---- members ------------------------------------------------------------------------------ */

/* An expression that stands where OF does and means something else. */
static struct expr *expr_beside(struct convert *convert, const struct expr *of, enum expr_kind kind,
                                struct type *type, struct expr *arg)
{
    struct expr *expr = ARENA_NEW(convert->arena, struct expr);
    expr->kind = kind;
    expr->type = type;
    expr->place = of->place;
    expr->end = of->end;
    expr_set_args(convert, expr, &arg, 1);
    expr->starts_whole = of->starts_whole;
    expr->is_sliceable = false;
    return expr;
}

/* BASE.a.b, where a and b are the unnamed members that lead to RECORD; NULL when none does. */
static struct expr *reach_record(struct convert *convert, struct expr *base,
                                 const struct type *record)
{
    const struct type *from = record_complete(convert, base->type);
    if (from == record)
        return base;
    for (size_t i = 0; i < from->fields.count; i++) {
        struct field *field = from->fields.items[i];
        if (*field->name || field->type->kind != TYPE_RECORD)
            continue;
        struct expr *member = expr_beside(convert, base, EXPR_MEMBER, field->type, base);
        member->field = field;
        struct expr *found = reach_record(convert, member, record);
        if (found)
            return found;
    }
    return NULL;
}

struct expr *convert_member(struct convert *convert, CXCursor cursor)
{
    CXCursor target = clang_getCursorReferenced(cursor);
    struct field *field = target.kind == CXCursor_FieldDecl ? field_of(convert, target) : NULL;
    struct expr *base;
    if (!field || !convert_operands(convert, cursor, &base, 1))
        return expr_opaque(convert, cursor);
    if (base->type->kind == TYPE_POINTER || base->type->kind == TYPE_ARRAY)
        base = expr_beside(convert, base, EXPR_DEREF, base->type->target, base);
    base = reach_record(convert, base, field->record);
    if (!base)
        return expr_opaque(convert, cursor);
    struct expr *expr = operation(convert, cursor, EXPR_MEMBER, &base, 1);
    expr->field = field;
    return expr;
}

/* ---- calls -------------------------------------------------------------------------------- */

static struct expr *plain_callee(struct expr *callee)
{
    for (;;) {
        bool is_wrapped =
            (callee->kind == EXPR_DEREF && callee->type->kind == TYPE_FUNCTION) ||
            (callee->kind == EXPR_ADDRESS && callee->args[0]->type->kind == TYPE_FUNCTION);
        if (!is_wrapped)
            return callee;
        callee = callee->args[0];
    }
}

/* Glibc declares parameters for addresses of sockets as a transparent union, so that any kind of
 * pointer may be passed; the pointer is what is passed. */
static struct expr *plain_argument(const struct expr *callee, struct expr *arg)
{
    bool is_library = callee->kind == EXPR_FUNCTION && callee->function->in_system_header;
    bool is_wrapped = arg->kind == EXPR_COMPOUND && arg->type->is_union && arg->arg_count == 1 &&
                      arg->args[0]->kind == EXPR_INIT && arg->args[0]->arg_count == 1 &&
                      arg->args[0]->args[0]->type->kind == TYPE_POINTER;
    return is_library && is_wrapped ? arg->args[0]->args[0] : arg;
}

struct expr *convert_call(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    size_t count = convert->stack_count - base;
    if (!count) {
        children_pop(convert, base);
        return expr_opaque(convert, cursor);
    }
    struct expr *expr = expr_new(convert, cursor, EXPR_CALL);
    struct expr **args = arena_alloc(convert->arena, count * sizeof *args);
    for (size_t i = 0; i < count; i++)
        args[i] = convert_expr(convert, convert->stack[base + i]);
    children_pop(convert, base);
    args[0] = plain_callee(args[0]);
    for (size_t i = 1; i < count; i++)
        args[i] = plain_argument(args[0], args[i]);
    expr_set_args(convert, expr, args, count);
    return expr;
}
