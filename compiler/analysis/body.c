/*
 * One look through the body for jumps and for assignments to the counter. A break or continue
 * belongs to the innermost loop or switch around it; a goto may go to any label of the function, so
 * that both the jumps out of the body and those into it are found by comparing names.
 */
#include "body.h"

#include "assigned.h"
#include "leave.h"

#include <string.h>

struct check {
    struct unit *unit;
    struct loop *loop;
    struct diags *diags;
    unsigned loops, switches; /* around the statement, inside of the body */
    bool is_expr;             /* it stands in an expression */
    bool fine;
};

static struct diag *report(struct check *check, enum diag_id id, const struct place *place,
                           unsigned end, const char *format, const char *what)
{
    check->fine = false;
    return diag_add(check->diags, SEVERITY_ERROR, id, place, end, format, what);
}

static void report_exit(struct check *check, const struct stmt *stmt, const char *format,
                        const char *what)
{
    struct diag *diag = report(check, DIAG_LOOP_EXIT, &stmt->place, stmt->end, format, what);
    diag_add_note(check->diags, diag, &check->loop->stmt->place, 0,
                  "let each iteration note what it found, and look for the first one behind the "
                  "loop");
}

static void check_leaving(struct check *check, struct stmt *stmt)
{
    const char *message = "%s";
    if (check->is_expr)
        report_exit(check, stmt, "%s leaves the loop from the middle of an expression",
                    stmt->kind == STMT_BREAK ? "'break'" : "'return'");
    else if (!leave_add(check->unit, check->loop, stmt, &message))
        report_exit(check, stmt, "%s", message);
}

/* ---- labels ------------------------------------------------------------------------------- */

struct label_search {
    const char *name;
    enum stmt_kind kind;
    bool found;
};

static void find_named(struct stmt *stmt, void *data)
{
    struct label_search *search = data;
    if (stmt->kind == search->kind && stmt->name && !strcmp(stmt->name, search->name))
        search->found = true;
}

static bool has_label(struct stmt *stmt, const char *name)
{
    struct label_search search = {.name = name, .kind = STMT_LABEL};
    visit_stmts(stmt, find_named, &search);
    return search.found;
}

static size_t count_gotos(struct stmt *stmt, const char *name)
{
    size_t count = stmt->kind == STMT_GOTO && !strcmp(stmt->name, name);
    struct stmt *parts[] = {stmt->init, stmt->body, stmt->other};
    for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++)
        if (parts[k])
            count += count_gotos(parts[k], name);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        count += count_gotos(stmt->stmts.items[k], name);
    return count;
}

/* A label that is reached from outside of the body. */
static void check_label(struct check *check, const struct stmt *stmt)
{
    const struct loop *loop = check->loop;
    if (count_gotos(loop->function->body, stmt->name) != count_gotos(loop->body, stmt->name))
        report(check, DIAG_LOOP_EXIT, &stmt->place, 0,
               "label '%s' in the body is jumped to from outside of the loop", stmt->name);
}

/* ---- statements --------------------------------------------------------------------------- */

static void check_stmt(struct check *check, struct stmt *stmt);

static void check_inside(struct check *check, struct stmt *stmt, unsigned *around)
{
    ++*around;
    check_stmt(check, stmt->body);
    --*around;
}

static void check_parts(struct check *check, struct stmt *stmt)
{
    for (size_t k = 0; k < stmt->stmts.count; k++)
        check_stmt(check, stmt->stmts.items[k]);
    if (stmt->body)
        check_stmt(check, stmt->body);
    if (stmt->other)
        check_stmt(check, stmt->other);
}

static void check_stmt(struct check *check, struct stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_FOR:
    case STMT_WHILE:
    case STMT_DO:
        check_inside(check, stmt, &check->loops);
        return;
    case STMT_SWITCH:
        check_inside(check, stmt, &check->switches);
        return;
    case STMT_BREAK:
        if (!check->loops && !check->switches)
            check_leaving(check, stmt);
        return;
    case STMT_RETURN:
        check_leaving(check, stmt);
        return;
    case STMT_GOTO:
        if (!has_label(check->loop->body, stmt->name))
            report_exit(check, stmt, "'goto %s' leaves the loop", stmt->name);
        return;
    case STMT_CASE:
    case STMT_DEFAULT:
        if (!check->switches)
            report(check, DIAG_LOOP_EXIT, &stmt->place, 0, "%s leads into the middle of the loop",
                   "this case label");
        break;
    case STMT_LABEL:
        check_label(check, stmt);
        break;
    default:
        break;
    }
    check_parts(check, stmt);
}

/* ---- the counter -------------------------------------------------------------------------- */

static bool check_expr(struct expr *e, void *data)
{
    struct check *check = data;
    bool changes = e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP;
    for (size_t k = 0; k < check->loop->levels.count; k++) {
        const struct var *counter = check->loop->levels.items[k].shape.counter;
        if (changes && e->args[0]->kind == EXPR_VAR && e->args[0]->var == counter)
            report(check, DIAG_COUNTER_CHANGED, &e->place, e->end,
                   "the body changes the counter '%s'; use another variable for that",
                   counter->name);
    }
    return true;
}

/* Statement expressions can hold jumps, too. */
static bool check_block(struct expr *e, void *data)
{
    struct check *check = data;
    if (e->kind == EXPR_BLOCK) {
        check->is_expr = true;
        check_stmt(check, e->stmt);
        check->is_expr = false;
    }
    return e->kind != EXPR_BLOCK;
}

/* Generated code around the loop would hide such a variable. */
static bool check_name(struct expr *e, void *data)
{
    struct check *check = data;
    if (e->kind == EXPR_VAR && !strncmp(e->var->name, "ppar", 4))
        report(check, DIAG_RESERVED_NAME, &e->place, e->end,
               "the name '%s' begins with 'ppar', as names in generated code do; rename it",
               e->var->name);
    return true;
}

bool body_check(struct unit *unit, struct loop *loop, struct diags *diags)
{
    struct check check = {.unit = unit, .loop = loop, .diags = diags, .fine = true};
    check_stmt(&check, loop->body);
    visit_stmt_exprs(loop->body, check_block, &check);
    visit_stmt_exprs(loop->body, check_expr, &check);
    visit_stmt_exprs(loop->stmt, check_name, &check);
    return check.fine;
}
