/*
 * Workers run iterations ahead that the serial program perhaps never comes to. What these do is
 * thrown away: their records are merged in iteration order, and no further than to the first
 * iteration that leaves the loop. So it is enough to ask of the body what is asked of any other,
 * with break and return read as continue:
 *
 *   - an iteration that leaves the loop writes what it writes until then, as one that continues;
 *   - the iterations that take place are among those that the test for collisions looks at;
 *   - the last value of a variable is that of the last iteration that has written it, of those that
 *     are merged.
 *
 * What is returned is one more result, of a variable of its own: `return e;` assigns to it and goes
 * on to the end of the loop. Its memory is that of the loop's function, so no iteration reads it.
 *
 * Three things do not follow. What an iteration does outside of the process cannot be thrown away
 * (library.c refuses it), nor what it prints at once; and nothing may be taken to be read that only
 * iterations behind the end would have read: trace->may_exit says that there may be such.
 */
#include "leave.h"

#include "reasons.h"

#include <string.h>

bool loop_returns(const struct loop *loop)
{
    return loop->leavings.count != 0;
}

bool loop_leaves(const struct loop *loop)
{
    return loop->breaks || loop_returns(loop);
}

/* ---- what is returned --------------------------------------------------------------------- */

static bool can_return(const struct type *type)
{
    bool is_number = type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING ||
                     type->kind == TYPE_COMPLEX || type->kind == TYPE_VOID;
    bool is_declarable =
        (type->kind == TYPE_POINTER || type->kind == TYPE_RECORD) && !strpbrk(type->spelling, "([");
    return (is_number || is_declarable) && !type->is_const && !type->is_volatile &&
           !type->is_atomic;
}

static struct expr *expr_at(struct unit *unit, enum expr_kind kind, const struct expr *at,
                            struct type *type)
{
    struct expr *e = ARENA_NEW(unit->arena, struct expr);
    *e = (struct expr){.kind = kind, .type = type, .place = at->place, .end = at->end};
    return e;
}

static struct var *find_returned(struct unit *unit, struct loop *loop, struct type *type)
{
    if (loop->returned)
        return loop->returned;
    struct var *var = ARENA_NEW(unit->arena, struct var);
    *var = (struct var){.name = RETURNED,
                        .unit = unit,
                        .type = type,
                        .storage = STORAGE_LOCAL,
                        .place = loop->stmt->place,
                        .is_defined = true,
                        .function = loop->function,
                        .id = unit->next_id++};
    loop->returned = var;
    return var;
}

static struct expr *assign_returned(struct unit *unit, struct loop *loop, struct expr *value)
{
    struct type *type = loop->function->type->target;
    struct expr *set = expr_at(unit, EXPR_ASSIGN, value, type);
    set->args = arena_alloc(unit->arena, 2 * sizeof *set->args);
    set->arg_count = 2;
    set->args[0] = expr_at(unit, EXPR_VAR, value, type);
    set->args[0]->var = find_returned(unit, loop, type);
    set->args[1] = value;
    return set;
}

/* The word and the ';' are to be replaced; what is between them stays as it is. */
static bool is_plain(const struct unit *unit, const struct stmt *stmt)
{
    static const char word[] = "return";
    size_t length = sizeof word - 1, at = stmt->place.offset;
    return stmt->place.main && stmt->end > at + length && stmt->end <= unit->length &&
           !memcmp(unit->text + at, word, length) && unit->text[stmt->end - 1] == ';';
}

static bool add_return(struct unit *unit, struct loop *loop, const struct stmt *stmt,
                       const char **message)
{
    const struct type *type = loop->function->type->target;
    if (!is_plain(unit, stmt))
        *message = "this 'return' comes out of a macro; write it out";
    else if (!can_return(type) || (stmt->expr && stmt->expr->type->kind == TYPE_VOID))
        *message = "'return' leaves the loop with a value whose type has no simple name; leave it "
                   "by 'break', and return that behind the loop";
    else {
        struct leaving leaving = {.stmt = stmt};
        if (stmt->expr)
            leaving.set = assign_returned(unit, loop, stmt->expr);
        LIST_PUSH(unit->arena, loop->leavings, leaving);
        return true;
    }
    return false;
}

bool leave_add(struct unit *unit, struct loop *loop, const struct stmt *stmt, const char **message)
{
    if (loop->levels.count > 1) {
        *message = stmt->kind == STMT_BREAK
                       ? "'break' leaves one of the loops that 'collapse' makes one; leave the "
                         "clause out"
                       : "'return' leaves loops that 'collapse' makes one; leave the clause out";
        return false;
    }
    if (stmt->kind == STMT_RETURN)
        return add_return(unit, loop, stmt, message);
    loop->breaks = true;
    return true;
}

struct expr *leave_value(const struct loop *loop, const struct stmt *stmt)
{
    for (size_t k = 0; loop && k < loop->leavings.count; k++)
        if (loop->leavings.items[k].stmt == stmt && loop->leavings.items[k].set)
            return loop->leavings.items[k].set;
    return stmt->expr;
}

const struct stmt *leave_of_write(const struct loop *loop, const struct expr *write)
{
    for (size_t k = 0; k < loop->leavings.count; k++)
        if (loop->leavings.items[k].set == write)
            return loop->leavings.items[k].stmt;
    return NULL;
}

/* ---- what rules it out -------------------------------------------------------------------- */

/* Generated code that returns would stand in the body of the loop around. */
static void check_depth(struct loop *loop)
{
    if (loop->depth && loop_returns(loop))
        add_reason(loop, DIAG_LOOP_EXIT, &loop->leavings.items[0].stmt->place,
                   loop->leavings.items[0].stmt->end,
                   "'return' leaves the loop around this one, too, which has a pragma of its own");
}

void leave_check(struct loop *loop)
{
    check_depth(loop);
    for (size_t k = 0; loop_leaves(loop) && k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        if (clause->kind == CLAUSE_OUTPUT && !strcmp(clause->word, "live"))
            add_reason(loop, DIAG_EARLY_END, &clause->place, clause->end,
                       "iterations behind the one that leaves the loop would be seen to print; "
                       "leave 'output(live)' out");
        if (clause->kind == CLAUSE_AFTER)
            add_reason(loop, DIAG_EARLY_END, &clause->place, clause->end,
                       "'after' does not go together with a loop that ends early; keep the "
                       "results, and do this behind the loop");
    }
}
