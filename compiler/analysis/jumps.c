/*
 * Statement by statement, the labels are collected to which some goto still has to come. A label of
 * a block takes its own out. A goto behind its label puts it in again, and then nothing takes it
 * out; so what is left at the end is a jump backwards, into a statement, or out of a loop.
 */
#include "jumps.h"

#include "assigned.h"

#include <string.h>

enum { MAX_PENDING = 32 };

struct pending {
    const char *names[MAX_PENDING];
    unsigned count;
    bool failed;
};

static void add(struct pending *pending, const char *name)
{
    if (pending->count == MAX_PENDING)
        pending->failed = true;
    else
        pending->names[pending->count++] = name;
}

static void take_out(struct pending *pending, const char *name)
{
    unsigned kept = 0;
    for (unsigned k = 0; k < pending->count; k++)
        if (strcmp(pending->names[k], name))
            pending->names[kept++] = pending->names[k];
    pending->count = kept;
}

static void collect(struct pending *pending, const struct stmt *stmt);

static void collect_block(struct pending *pending, const struct stmt *block)
{
    for (size_t k = 0; k < block->stmts.count; k++) {
        const struct stmt *stmt = block->stmts.items[k];
        for (; stmt && stmt->kind == STMT_LABEL; stmt = stmt->body)
            take_out(pending, stmt->name);
        collect(pending, stmt);
    }
}

/* A loop or a switch statement, which no goto may leave. */
static void collect_closed(struct pending *pending, const struct stmt *stmt)
{
    struct pending inside = {0};
    collect(&inside, stmt->body);
    pending->failed |= inside.failed || inside.count;
}

static void collect(struct pending *pending, const struct stmt *stmt)
{
    if (!stmt)
        return;
    switch (stmt->kind) {
    case STMT_GOTO:
        add(pending, stmt->name);
        return;
    case STMT_BLOCK:
        collect_block(pending, stmt);
        return;
    case STMT_FOR:
    case STMT_WHILE:
    case STMT_DO:
    case STMT_SWITCH:
        collect_closed(pending, stmt);
        return;
    case STMT_OPAQUE:
        pending->failed = true;
        return;
    default:
        collect(pending, stmt->body);
        collect(pending, stmt->other);
    }
}

static bool find_statements(struct expr *e, void *data)
{
    bool *found = data;
    *found |= e->kind == EXPR_BLOCK || e->kind == EXPR_OPAQUE;
    return !*found;
}

bool jumps_are_simple(const struct stmt *root)
{
    struct pending pending = {0};
    bool has_statements = false;
    collect(&pending, root);
    visit_stmt_exprs((struct stmt *)root, find_statements, &has_statements);
    return !pending.failed && !pending.count && !has_statements;
}
