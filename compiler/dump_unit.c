/*
 * The tree as text: the same for the same tree, so that tests compare it, and close to C, so that
 * people read it. Every operation stands in parentheses, every conversion is written as a cast, and
 * what C has no notation for is a word with its operands in braces. Of variables and functions that
 * come from system headers only the name appears, where it is used.
 */
#include "dump_unit.h"

#include <inttypes.h>

static const char *op_text(enum op op)
{
    static const char *const texts[] = {
        [OP_NONE] = "",  [OP_ADD] = "+",          [OP_SUB] = "-",         [OP_MUL] = "*",
        [OP_DIV] = "/",  [OP_REM] = "%",          [OP_SHL] = "<<",        [OP_SHR] = ">>",
        [OP_AND] = "&",  [OP_OR] = "|",           [OP_XOR] = "^",         [OP_LT] = "<",
        [OP_LE] = "<=",  [OP_GT] = ">",           [OP_GE] = ">=",         [OP_EQ] = "==",
        [OP_NE] = "!=",  [OP_LOGICAL_AND] = "&&", [OP_LOGICAL_OR] = "||", [OP_NEGATE] = "-",
        [OP_PLUS] = "+", [OP_NOT] = "!",          [OP_COMPLEMENT] = "~",
    };
    return texts[op];
}

/* ---- expressions -------------------------------------------------------------------------- */

static void dump_stmt(FILE *stream, const struct stmt *stmt, int depth);

static void dump_args(FILE *stream, const struct expr *expr, size_t from, const char *open,
                      const char *close)
{
    fputs(open, stream);
    for (size_t i = from; i < expr->arg_count; i++) {
        if (i > from)
            fputs(", ", stream);
        dump_expr(stream, expr->args[i]);
    }
    fputs(close, stream);
}

static void dump_infix(FILE *stream, const struct expr *expr, const char *op, const char *suffix)
{
    fputc('(', stream);
    dump_expr(stream, expr->args[0]);
    fprintf(stream, "%s%s%s ", *op == ',' ? "" : " ", op, suffix);
    dump_expr(stream, expr->args[1]);
    fputc(')', stream);
}

static void dump_prefix(FILE *stream, const struct expr *expr, const char *prefix)
{
    fputs(prefix, stream);
    dump_expr(stream, expr->args[0]);
}

static void dump_step(FILE *stream, const struct expr *expr)
{
    const char *op = expr->op == OP_ADD ? "++" : "--";
    fputc('(', stream);
    if (expr->is_prefix)
        fputs(op, stream);
    dump_expr(stream, expr->args[0]);
    if (!expr->is_prefix)
        fputs(op, stream);
    fputc(')', stream);
}

static void dump_cond(FILE *stream, const struct expr *expr)
{
    fputc('(', stream);
    dump_expr(stream, expr->args[0]);
    fputs(" ? ", stream);
    dump_expr(stream, expr->args[1]);
    fputs(" : ", stream);
    dump_expr(stream, expr->args[2]);
    fputc(')', stream);
}

static void dump_leaf(FILE *stream, const struct expr *expr)
{
    switch (expr->kind) {
    case EXPR_INT:
        fprintf(stream, "%" PRId64, expr->value);
        break;
    case EXPR_VAR:
        fputs(expr->var->name, stream);
        break;
    case EXPR_FUNCTION:
        fputs(expr->function->name, stream);
        break;
    default:
        fputs(expr->text, stream);
        break;
    }
}

void dump_expr(FILE *stream, const struct expr *expr)
{
    switch (expr->kind) {
    case EXPR_INT:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_VAR:
    case EXPR_FUNCTION:
        dump_leaf(stream, expr);
        break;
    case EXPR_INDEX:
        dump_expr(stream, expr->args[0]);
        dump_args(stream, expr, 1, "[", "]");
        break;
    case EXPR_MEMBER:
        dump_expr(stream, expr->args[0]);
        fprintf(stream, ".%s", *expr->field->name ? expr->field->name : "<unnamed>");
        break;
    case EXPR_DEREF:
        dump_prefix(stream, expr, "(*");
        fputc(')', stream);
        break;
    case EXPR_ADDRESS:
        dump_prefix(stream, expr, "&");
        break;
    case EXPR_UNARY:
        dump_prefix(stream, expr, op_text(expr->op));
        break;
    case EXPR_BINARY:
        dump_infix(stream, expr, op_text(expr->op), "");
        break;
    case EXPR_ASSIGN:
        dump_infix(stream, expr, op_text(expr->op), "=");
        break;
    case EXPR_STEP:
        dump_step(stream, expr);
        break;
    case EXPR_COND:
        dump_cond(stream, expr);
        break;
    case EXPR_COMMA:
        dump_infix(stream, expr, ",", "");
        break;
    case EXPR_CALL:
        dump_expr(stream, expr->args[0]);
        dump_args(stream, expr, 1, "(", ")");
        break;
    case EXPR_CAST:
        fprintf(stream, "(%s)", expr->type->spelling);
        dump_expr(stream, expr->args[0]);
        break;
    case EXPR_INIT:
        dump_args(stream, expr, 0, "{", "}");
        break;
    case EXPR_COMPOUND:
        fprintf(stream, "(%s)", expr->type->spelling);
        dump_expr(stream, expr->args[0]);
        break;
    case EXPR_SIZEOF:
        dump_args(stream, expr, 0, "sizeof{", "}");
        break;
    case EXPR_BLOCK:
        fputs("block{\n", stream);
        dump_stmt(stream, expr->stmt, 0);
        fputc('}', stream);
        break;
    case EXPR_OPAQUE:
        dump_args(stream, expr, 0, "opaque{", "}");
        break;
    }
}

/* ---- statements --------------------------------------------------------------------------- */

static void dump_extents(FILE *stream, const struct type *type)
{
    for (; type; type = type->target) {
        if (type->extent) {
            fputs(" [", stream);
            dump_expr(stream, type->extent);
            fputc(']', stream);
        }
        if (type->kind != TYPE_ARRAY && type->kind != TYPE_POINTER)
            return;
    }
}

static void dump_var(FILE *stream, const struct var *var)
{
    static const char *const storages[] = {
        [STORAGE_LOCAL] = "",
        [STORAGE_PARAMETER] = "",
        [STORAGE_STATIC_LOCAL] = "static ",
        [STORAGE_FILE] = "file ",
        [STORAGE_EXTERNAL] = "external ",
    };
    fprintf(stream, "%s%s%s: %s", storages[var->storage], var->is_thread_local ? "thread " : "",
            var->name, var->type->spelling);
    dump_extents(stream, var->type);
    if (var->address_taken)
        fputs(" &", stream);
    if (var->init) {
        fputs(" = ", stream);
        dump_expr(stream, var->init);
    }
}

static const char *stmt_word(enum stmt_kind kind)
{
    static const char *const words[] = {
        [STMT_NULL] = "null",     [STMT_EXPR] = "",           [STMT_DECLARE] = "declare",
        [STMT_BLOCK] = "block",   [STMT_IF] = "if",           [STMT_FOR] = "for",
        [STMT_WHILE] = "while",   [STMT_DO] = "do",           [STMT_SWITCH] = "switch",
        [STMT_CASE] = "case",     [STMT_DEFAULT] = "default", [STMT_LABEL] = "label",
        [STMT_GOTO] = "goto",     [STMT_BREAK] = "break",     [STMT_CONTINUE] = "continue",
        [STMT_RETURN] = "return", [STMT_OPAQUE] = "opaque",
    };
    return words[kind];
}

static void dump_header(FILE *stream, const struct stmt *stmt)
{
    fputs(stmt_header(stmt)->is_plain ? "" : " in-macro", stream);
    if (stmt_header(stmt)->is_plain && !stmt_header(stmt)->body_is_plain)
        fputs(" open-ended", stream);
    fputs(stmt->expr ? "; while " : "; forever", stream);
    if (stmt->expr)
        dump_expr(stream, stmt->expr);
    if (stmt->after) {
        fputs("; after ", stream);
        dump_expr(stream, stmt->after);
    }
    if (stmt->step) {
        fputs("; then ", stream);
        dump_expr(stream, stmt->step);
    }
}

static void dump_head(FILE *stream, const struct stmt *stmt, int depth)
{
    fprintf(stream, "%4u:%-4u%*s%s", stmt->place.line, stmt->place.column, depth * 2, "",
            stmt_word(stmt->kind));
    const char *gap = stmt->kind == STMT_EXPR ? "" : " ";
    if (stmt->name)
        fprintf(stream, "%s%s", gap, stmt->name);
    if (stmt->kind == STMT_FOR) {
        dump_header(stream, stmt);
    } else if (stmt->expr) {
        fputs(gap, stream);
        dump_expr(stream, stmt->expr);
    }
    for (size_t i = 0; i < stmt->vars.count; i++) {
        fputs(i ? ", " : " ", stream);
        dump_var(stream, stmt->vars.items[i]);
    }
    fputc('\n', stream);
}

static void dump_stmt(FILE *stream, const struct stmt *stmt, int depth)
{
    dump_head(stream, stmt, depth);
    if (stmt->init)
        dump_stmt(stream, stmt->init, depth + 1);
    if (stmt->body)
        dump_stmt(stream, stmt->body, depth + 1);
    if (stmt->other) {
        fprintf(stream, "         %*selse\n", depth * 2, "");
        dump_stmt(stream, stmt->other, depth + 1);
    }
    for (size_t i = 0; i < stmt->stmts.count; i++)
        dump_stmt(stream, stmt->stmts.items[i], depth + 1);
}

/* ---- the unit ----------------------------------------------------------------------------- */

void dump_function(FILE *stream, const struct function *function)
{
    fprintf(stream, "function %s: %s%s%s%s%s%s%s%s\n", function->name, function->type->spelling,
            function->is_static ? " static" : "", function->is_noreturn ? " noreturn" : "",
            function->is_const ? " const" : "", function->is_pure ? " pure" : "",
            function->address_taken ? " &" : "", function->has_label ? " label" : "",
            function->body ? "" : " undefined");
    for (size_t i = 0; i < function->params.count; i++) {
        fputs("    parameter ", stream);
        dump_var(stream, function->params.items[i]);
        fputc('\n', stream);
    }
    if (function->body)
        dump_stmt(stream, function->body, 0);
}

void dump_unit(FILE *stream, const struct unit *unit)
{
    for (size_t i = 0; i < unit->globals.count; i++) {
        dump_var(stream, unit->globals.items[i]);
        fputc('\n', stream);
    }
    for (size_t i = 0; i < unit->functions.count; i++)
        if (!unit->functions.items[i]->in_system_header)
            dump_function(stream, unit->functions.items[i]);
}
