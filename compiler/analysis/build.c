/*
 * Makes the nodes of trees that stand for code which is not in sight (build.h).
 */
#include "build.h"

#include <stdarg.h>

struct type *build_type(struct builder *b, struct type type)
{
    struct type *made = ARENA_NEW(b->unit->arena, struct type);
    *made = type;
    made->is_complete = true;
    return made;
}

struct type *build_pointer_to(struct builder *b, struct type *target)
{
    const char *spelling = arena_printf(b->unit->arena, "%s *", target->spelling);
    return build_type(b, (struct type){.kind = TYPE_POINTER,
                                       .spelling = spelling,
                                       .size = (int64_t)sizeof(void *),
                                       .target = target});
}

struct expr *build_node(struct builder *b, enum expr_kind kind, struct type *type, size_t count,
                        struct expr *first, struct expr *second)
{
    struct expr *e = ARENA_NEW(b->unit->arena, struct expr);
    *e = (struct expr){.kind = kind, .type = type, .place = b->place, .end = b->end};
    e->args = arena_alloc(b->unit->arena, 2 * sizeof *e->args);
    e->arg_count = count;
    e->args[0] = first;
    e->args[1] = second;
    return e;
}

struct expr *build_number(struct builder *b, int64_t value, struct type *type)
{
    struct expr *e = build_node(b, EXPR_INT, type, 0, NULL, NULL);
    e->value = value;
    return e;
}

struct expr *build_variable(struct builder *b, struct var *var)
{
    struct expr *e = build_node(b, EXPR_VAR, var->type, 0, NULL, NULL);
    e->var = var;
    return e;
}

struct expr *build_element(struct builder *b, struct expr *base, struct expr *index)
{
    return build_node(b, EXPR_INDEX, base->type->target, 2, base, index);
}

/* A call of the function that ENTRY tells of, with at most one argument. */
struct expr *build_call(struct builder *b, const struct library_function *entry, struct type *type,
                        struct expr *argument)
{
    struct function *function = ARENA_NEW(b->unit->arena, struct function);
    function->name = b->scope->name;
    function->entry = entry;
    function->type = build_type(
        b, (struct type){.kind = TYPE_FUNCTION, .spelling = type->spelling, .target = type});
    function->place = b->place;
    struct expr *callee = build_node(b, EXPR_FUNCTION, function->type, 0, NULL, NULL);
    callee->function = function;
    return build_node(b, EXPR_CALL, type, argument ? 2 : 1, callee, argument);
}

struct stmt *build_stmt(struct builder *b, enum stmt_kind kind)
{
    struct stmt *stmt = ARENA_NEW(b->unit->arena, struct stmt);
    stmt->kind = kind;
    stmt->place = b->place;
    stmt->end = b->end;
    return stmt;
}

struct stmt *build_evaluate(struct builder *b, struct expr *e)
{
    struct stmt *stmt = build_stmt(b, STMT_EXPR);
    stmt->expr = e;
    return stmt;
}

void build_add(struct builder *b, struct stmt *stmt)
{
    LIST_PUSH(b->unit->arena, b->body->stmts, stmt);
}

/* A new variable with INIT as its value, and its declaration. */
struct stmt *build_declare(struct builder *b, struct type *type, struct expr *init)
{
    struct var *var = ARENA_NEW(b->unit->arena, struct var);
    struct stmt *stmt = build_stmt(b, STMT_DECLARE);
    *var = (struct var){.name = "effects", .type = type, .storage = STORAGE_LOCAL, .init = init};
    var->place = b->place;
    var->function = b->scope;
    LIST_PUSH(b->unit->arena, stmt->vars, var);
    return stmt;
}

/* ---- what has no text in C ---------------------------------------------------------------- */

static const struct library_function any_value = {.name = "any value", .result = RESULT_VALUE};

struct expr *build_any(struct builder *b, struct type *type)
{
    return build_call(b, &any_value, type, NULL);
}

struct stmt *build_perhaps(struct builder *b, struct stmt *stmt)
{
    struct stmt *branch = build_stmt(b, STMT_IF);
    branch->expr = build_any(b, b->integer);
    branch->body = stmt;
    return branch;
}

/* for (T k = 0; k < COUNT; k++) BODY */
struct stmt *build_repeat(struct builder *b, struct stmt *counter, struct expr *count,
                          struct stmt *body)
{
    struct stmt *loop = build_stmt(b, STMT_FOR);
    struct var *var = counter->vars.items[0];
    loop->init = counter;
    loop->expr = build_node(b, EXPR_BINARY, b->integer, 2, build_variable(b, var), count);
    loop->expr->op = OP_LT;
    loop->step = build_node(b, EXPR_STEP, var->type, 1, build_variable(b, var), NULL);
    loop->step->op = OP_ADD;
    loop->body = body;
    return loop;
}

void build_mistake(struct builder *b, const struct clause_expr *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(b->unit->arena, format, args);
    va_end(args);
    diag_add(b->diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &at->place, at->end, "%s", message);
    b->failed = true;
}
