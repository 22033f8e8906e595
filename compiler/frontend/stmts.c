/*
 * clang's statements as struct stmt.
 *
 * The end of a statement matters, because generated text goes behind it. It is certain when the
 * last token is written in the file, or ends a whole macro, and the ';' that C wants stands behind
 * it; of a statement that ends in another one, when that one's end is certain. When the last token
 * comes out of a macro, the macro must not hold the end of a statement (macros.c): it might hold
 * more statements behind this one.
 *
 * What is not understood becomes STMT_OPAQUE, and everything that is named in it may be changed
 * there, at any time.
 */
#include "internal.h"

#include <string.h>

struct stmt *stmt_new(struct convert *convert, CXCursor cursor, enum stmt_kind kind)
{
    struct stmt *stmt = ARENA_NEW(convert->arena, struct stmt);
    struct span span = span_of(convert, cursor);
    stmt->kind = kind;
    stmt->place = span.place;
    stmt->end = span.end;
    stmt->end_is_certain = span.place.main && span.is_one && !span.ends_in;
    return stmt;
}

void stmt_end_with(struct stmt *stmt, const struct stmt *last)
{
    if (last->end > stmt->end)
        stmt->end = last->end;
    stmt->end_is_certain =
        last->end_is_certain && last->place.main && stmt->place.main && stmt->end == last->end;
}

static bool ends_in_harmless_macro(struct convert *convert, const struct stmt *stmt)
{
    struct macro *macro = stmt->end ? macro_find(convert, stmt->end - 1) : NULL;
    if (!macro || macro->end != stmt->end)
        return false;
    bool is_do =
        stmt->kind == STMT_DO && stmt->place.offset == macro->start && macro_is_do(convert, macro);
    return is_do || macro_ends_no_statement(convert, macro);
}

/* Takes in the ';' that has to follow. */
static void end_with_semicolon(struct convert *convert, struct stmt *stmt)
{
    if (!stmt->place.main)
        return;
    stmt->end_is_certain = stmt->end_is_certain || ends_in_harmless_macro(convert, stmt);
    size_t next = tokens_find(convert->tokens, stmt->end);
    if (token_is(convert->tokens, next, ";"))
        stmt->end = convert->tokens->list.items[next].end;
    else
        stmt->end_is_certain = false;
}

/* The same for a statement whose last token is that of its expression. */
static void end_with_expr(struct convert *convert, struct stmt *stmt)
{
    const struct expr *expr = stmt->expr;
    if (expr->place.main && expr->end >= stmt->end) {
        stmt->end = expr->end;
        stmt->end_is_certain |= expr->ends_whole;
    }
    end_with_semicolon(convert, stmt);
}

static struct stmt *opaque(struct convert *convert, CXCursor cursor)
{
    struct stmt *stmt = stmt_new(convert, cursor, STMT_OPAQUE);
    give_up_on(convert, cursor);
    stmt->end_is_certain = false;
    return stmt;
}

/* Whether CURSOR is written in the main file without a macro and without the word. */
static bool is_plain_without(struct convert *convert, CXCursor cursor, const char *word)
{
    struct span span = span_of(convert, cursor);
    const struct tokens *tokens = convert->tokens;
    bool is_plain = span.place.main && span.is_one && !span.starts_in && !span.ends_in;
    for (size_t k = is_plain ? tokens_find(tokens, span.place.offset) : 0;
         is_plain && k < tokens->list.count && tokens->list.items[k].start < span.end;
         k = tokens_next(tokens, k))
        is_plain = !token_is(tokens, k, word) && !macro_find(convert, tokens->list.items[k].start);
    return is_plain;
}

/* libclang does not tell of the labels of asm goto. */
static struct stmt *convert_assembler(struct convert *convert, CXCursor cursor)
{
    struct stmt *stmt = opaque(convert, cursor);
    stmt->is_assembler = is_plain_without(convert, cursor, "goto");
    return stmt;
}

static void has_label(struct convert *convert)
{
    if (convert->function)
        convert->function->has_label = true;
}

static struct stmt *convert_expression(struct convert *convert, CXCursor cursor)
{
    struct stmt *stmt = stmt_new(convert, cursor, STMT_EXPR);
    stmt->expr = convert_expr(convert, cursor);
    end_with_expr(convert, stmt);
    return stmt;
}

static struct stmt *convert_block(struct convert *convert, CXCursor cursor)
{
    struct stmt *stmt = stmt_new(convert, cursor, STMT_BLOCK);
    size_t base = children_push_code(convert, cursor);
    size_t count = convert->stack_count - base;
    stmt->stmts.items = arena_alloc(convert->arena, count * sizeof *stmt->stmts.items);
    stmt->stmts.room = (unsigned)count;
    for (size_t i = 0; i < count; i++)
        stmt->stmts.items[stmt->stmts.count++] = convert_stmt(convert, convert->stack[base + i]);
    children_pop(convert, base);
    return stmt;
}

/* ---- declarations ------------------------------------------------------------------------- */

/* The sizes of a variable-length array type are evaluated where the type is declared. */
static void evaluate_sizes(struct convert *convert, struct stmt *stmt, CXCursor declaration)
{
    size_t base = children_push_code(convert, declaration);
    for (size_t i = base; i < convert->stack_count; i++) {
        struct expr *size = convert_expr(convert, convert->stack[i]);
        if (size->kind == EXPR_INT)
            continue;
        struct stmt *evaluation = stmt_new(convert, convert->stack[i], STMT_EXPR);
        evaluation->expr = size;
        LIST_PUSH(convert->arena, stmt->stmts, evaluation);
    }
    children_pop(convert, base);
}

static void declare_one(struct convert *convert, struct stmt *stmt, CXCursor declaration)
{
    if (declaration.kind == CXCursor_TypedefDecl)
        evaluate_sizes(convert, stmt, declaration);
    if (declaration.kind == CXCursor_FunctionDecl)
        function_of(convert, declaration);
    if (declaration.kind != CXCursor_VarDecl)
        return;
    struct var *var = var_of(convert, declaration);
    if (var->storage != STORAGE_LOCAL && var->storage != STORAGE_STATIC_LOCAL)
        return;
    var_initialize(convert, var, declaration);
    LIST_PUSH(convert->arena, stmt->vars, var);
}

/* A variable with a cleanup calls a function that nobody sees when its scope ends. */
static bool has_cleanup(struct convert *convert, size_t base)
{
    for (size_t i = base; i < convert->stack_count; i++)
        if (convert->stack[i].kind == CXCursor_VarDecl &&
            has_attribute(convert, convert->stack[i], "cleanup"))
            return true;
    return false;
}

static struct stmt *convert_declaration(struct convert *convert, CXCursor cursor)
{
    struct stmt *stmt = stmt_new(convert, cursor, STMT_NULL);
    size_t base = children_push(convert, cursor);
    bool is_hidden = has_cleanup(convert, base);
    for (size_t i = base; i < convert->stack_count; i++)
        declare_one(convert, stmt, convert->stack[i]);
    children_pop(convert, base);
    if (is_hidden)
        return opaque(convert, cursor);
    if (stmt->vars.count)
        stmt->kind = STMT_DECLARE;
    else if (stmt->stmts.count)
        stmt->kind = STMT_BLOCK;
    return stmt;
}

/* ---- control ------------------------------------------------------------------------------ */

static struct stmt *convert_if(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    size_t count = convert->stack_count - base;
    if (count != 2 && count != 3) {
        children_pop(convert, base);
        return opaque(convert, cursor);
    }
    struct stmt *stmt = stmt_new(convert, cursor, STMT_IF);
    stmt->expr = convert_expr(convert, convert->stack[base]);
    stmt->body = convert_stmt(convert, convert->stack[base + 1]);
    if (count == 3)
        stmt->other = convert_stmt(convert, convert->stack[base + 2]);
    children_pop(convert, base);
    stmt_end_with(stmt, stmt->other ? stmt->other : stmt->body);
    return stmt;
}

/* while, switch and case: an expression and a statement. */
static struct stmt *convert_pair(struct convert *convert, CXCursor cursor, enum stmt_kind kind)
{
    size_t base = children_push_code(convert, cursor);
    if (convert->stack_count - base != 2) {
        children_pop(convert, base);
        return opaque(convert, cursor);
    }
    struct stmt *stmt = stmt_new(convert, cursor, kind);
    stmt->expr = convert_expr(convert, convert->stack[base]);
    stmt->body = convert_stmt(convert, convert->stack[base + 1]);
    children_pop(convert, base);
    stmt_end_with(stmt, stmt->body);
    return stmt;
}

static struct stmt *convert_do(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    if (convert->stack_count - base != 2) {
        children_pop(convert, base);
        return opaque(convert, cursor);
    }
    struct stmt *stmt = stmt_new(convert, cursor, STMT_DO);
    stmt->body = convert_stmt(convert, convert->stack[base]);
    stmt->expr = convert_expr(convert, convert->stack[base + 1]);
    children_pop(convert, base);
    end_with_semicolon(convert, stmt);
    return stmt;
}

/* A label, default, or an attribute: a statement with something before it. */
static struct stmt *convert_prefixed(struct convert *convert, CXCursor cursor, enum stmt_kind kind)
{
    size_t base = children_push_code(convert, cursor);
    if (convert->stack_count - base != 1) {
        children_pop(convert, base);
        return opaque(convert, cursor);
    }
    struct stmt *stmt = stmt_new(convert, cursor, kind);
    stmt->body = convert_stmt(convert, convert->stack[base]);
    children_pop(convert, base);
    stmt_end_with(stmt, stmt->body);
    return stmt;
}

static struct stmt *convert_label(struct convert *convert, CXCursor cursor)
{
    has_label(convert);
    struct stmt *stmt = convert_prefixed(convert, cursor, STMT_LABEL);
    stmt->name = take_string(convert->arena, clang_getCursorSpelling(cursor));
    return stmt;
}

/* An attributed statement is the statement. */
static struct stmt *convert_unexposed(struct convert *convert, CXCursor cursor)
{
    struct stmt *stmt = convert_prefixed(convert, cursor, STMT_BLOCK);
    return stmt->kind == STMT_BLOCK ? stmt->body : stmt;
}

static struct stmt *convert_goto(struct convert *convert, CXCursor cursor)
{
    has_label(convert);
    struct stmt *stmt = stmt_new(convert, cursor, STMT_GOTO);
    size_t base = children_push(convert, cursor);
    bool is_known =
        convert->stack_count == base + 1 && convert->stack[base].kind == CXCursor_LabelRef;
    if (is_known)
        stmt->name = take_string(convert->arena, clang_getCursorSpelling(convert->stack[base]));
    children_pop(convert, base);
    if (!is_known)
        return opaque(convert, cursor);
    end_with_semicolon(convert, stmt);
    return stmt;
}

static struct stmt *convert_jump(struct convert *convert, CXCursor cursor, enum stmt_kind kind)
{
    struct stmt *stmt = stmt_new(convert, cursor, kind);
    end_with_semicolon(convert, stmt);
    return stmt;
}

static struct stmt *convert_return(struct convert *convert, CXCursor cursor)
{
    size_t base = children_push_code(convert, cursor);
    bool has_value = convert->stack_count > base;
    CXCursor value = has_value ? convert->stack[base] : cursor;
    children_pop(convert, base);
    if (!has_value)
        return convert_jump(convert, cursor, STMT_RETURN);
    struct stmt *stmt = stmt_new(convert, cursor, STMT_RETURN);
    stmt->expr = convert_expr(convert, value);
    end_with_expr(convert, stmt);
    return stmt;
}

static struct stmt *convert_by_kind(struct convert *convert, CXCursor cursor)
{
    switch (cursor.kind) {
    case CXCursor_CompoundStmt:
        return convert_block(convert, cursor);
    case CXCursor_DeclStmt:
        return convert_declaration(convert, cursor);
    case CXCursor_NullStmt:
        return stmt_new(convert, cursor, STMT_NULL);
    case CXCursor_IfStmt:
        return convert_if(convert, cursor);
    case CXCursor_ForStmt:
        return convert_for(convert, cursor);
    case CXCursor_WhileStmt:
        return convert_pair(convert, cursor, STMT_WHILE);
    case CXCursor_DoStmt:
        return convert_do(convert, cursor);
    case CXCursor_SwitchStmt:
        return convert_pair(convert, cursor, STMT_SWITCH);
    case CXCursor_CaseStmt:
        return convert_pair(convert, cursor, STMT_CASE);
    case CXCursor_DefaultStmt:
        return convert_prefixed(convert, cursor, STMT_DEFAULT);
    case CXCursor_LabelStmt:
        return convert_label(convert, cursor);
    case CXCursor_GotoStmt:
        return convert_goto(convert, cursor);
    case CXCursor_BreakStmt:
        return convert_jump(convert, cursor, STMT_BREAK);
    case CXCursor_ContinueStmt:
        return convert_jump(convert, cursor, STMT_CONTINUE);
    case CXCursor_ReturnStmt:
        return convert_return(convert, cursor);
    case CXCursor_UnexposedStmt:
        return convert_unexposed(convert, cursor);
    case CXCursor_IndirectGotoStmt:
    case CXCursor_MSAsmStmt:
        has_label(convert);
        return opaque(convert, cursor);
    case CXCursor_AsmStmt:
        has_label(convert);
        return convert_assembler(convert, cursor);
    default:
        return opaque(convert, cursor);
    }
}

struct stmt *convert_stmt(struct convert *convert, CXCursor cursor)
{
    if (convert->depth >= DEPTH_LIMIT)
        return opaque(convert, cursor);
    if (clang_isExpression(cursor.kind))
        return convert_expression(convert, cursor);
    convert->depth++;
    struct stmt *stmt = convert_by_kind(convert, cursor);
    convert->depth--;
    return stmt;
}
