/*
 * The statement
 *
 *     out[index[i]] = simulate(x[i]);
 *
 * is followed by a call that notes the place of out[index[i]]. It is evaluated again for that, so
 * it must have no effect, and nothing in the statement may change what it depends on: index, i, or
 * an element of index, which out might overlap.
 *
 * Where that cannot be, because the assignment is a part of an expression or because it changes
 * where its place is, the call stands in front of it instead (within.c).
 */
#include "recorded.h"

#include "alias.h"
#include "assigned.h"
#include "leave.h"
#include "within.h"

struct statement_search {
    const struct expr *wanted;
    const struct stmt *found;
    bool is_in_block;
};

static const struct expr *strip_void(const struct expr *e)
{
    while (e && e->kind == EXPR_CAST && e->type->kind == TYPE_VOID)
        e = e->args[0];
    return e;
}

static void search_statement(struct statement_search *search, const struct stmt *stmt,
                             bool is_in_block)
{
    if (!stmt || search->found)
        return;
    if (stmt->kind == STMT_EXPR && strip_void(stmt->expr) == search->wanted) {
        search->found = stmt;
        search->is_in_block = is_in_block;
    }
    for (size_t k = 0; k < stmt->stmts.count; k++)
        search_statement(search, stmt->stmts.items[k], stmt->kind == STMT_BLOCK);
    search_statement(search, stmt->body, false);
    search_statement(search, stmt->other, false);
}

/* Behind the ';' that ends the expression; 0: something else is between. */
static unsigned behind_semicolon(const struct unit *unit, const struct expr *e)
{
    size_t at = e->end;
    while (at < unit->length && (unit->text[at] == ' ' || unit->text[at] == '\t' ||
                                 unit->text[at] == '\r' || unit->text[at] == '\n'))
        at++;
    return at < unit->length && unit->text[at] == ';' ? (unsigned)at + 1 : 0;
}

/* ---- what the place depends on ------------------------------------------------------------ */

static bool is_part_of_place(const struct unit *unit, const struct access *access,
                             const struct expr *place)
{
    return !access->is_write && place_is_in(unit, &access->place) &&
           access->place.offset >= place->place.offset && access->place.offset < place->end;
}

/* Whether a write of the statement may change what was read to find the place. */
static bool place_changes(struct trace *trace, const struct access *write)
{
    const struct expr *place = write->expr->args[0];
    for (size_t r = 0; r < trace->accesses.count; r++) {
        const struct access *read = &trace->accesses.items[r];
        if (read->order < write->statement || !is_part_of_place(trace->unit, read, place) ||
            read->update) /* the old value of the place itself */
            continue;
        bool is_old_value = write->expr->kind == EXPR_STEP || write->expr->op != OP_NONE;
        if (is_old_value && read->object == write->object &&
            poly_equal(read->offset, write->offset))
            continue;
        for (size_t w = 0; w < trace->accesses.count; w++) {
            const struct access *other = &trace->accesses.items[w];
            if (other->is_write && other->order >= write->statement &&
                other->order <= write->order && accesses_may_meet(trace, other, read))
                return true;
        }
    }
    return false;
}

/* The call stands behind the statement that WRITE is. */
static bool find_behind(const struct loop *loop, const struct access *write,
                        struct recorded *recorded)
{
    const struct expr *e = write->expr;
    if (write->is_unordered || !operand_leaves_place(loop->trace, e))
        return false;
    struct statement_search search = {.wanted = e};
    search_statement(&search, loop->stmt->body, true);
    recorded->end = behind_semicolon(loop->trace->unit, e);
    recorded->needs_braces = !search.is_in_block;
    return search.found && recorded->end && !place_changes(loop->trace, write);
}

bool find_recorded(const struct loop *loop, const struct access *write, struct recorded *recorded)
{
    const struct unit *unit = loop->trace->unit;
    const struct expr *e = write->expr;
    const struct stmt *leaving = leave_of_write(loop, e);
    if (leaving) {
        *recorded = (struct recorded){
            .write = e, .place = RETURNED, .start = leaving->place.offset, .end = leaving->end};
        return true;
    }
    bool is_write = e && (e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP);
    if (!is_write || !write->is_in_body || !e->is_sliceable || !e->args[0]->is_sliceable ||
        !e->place.main || !place_can_be_repeated(e->args[0]))
        return false;
    const struct expr *place = e->args[0];
    *recorded = (struct recorded){.write = e, .start = e->place.offset};
    recorded->place = arena_strndup(unit->arena, unit->text + place->place.offset,
                                    place->end - place->place.offset);
    if (find_behind(loop, write, recorded))
        return true;
    recorded->is_within = true;
    recorded->end = e->end;
    return can_record_within(loop, e);
}

bool find_statement(const struct loop *loop, const struct expr *e, struct statement_span *span)
{
    struct statement_search search = {.wanted = e};
    search_statement(&search, loop->stmt->body, true);
    if (!search.found || !e->is_sliceable || !e->place.main || !search.found->place.main)
        return false;
    *span = (struct statement_span){.start = search.found->place.offset,
                                    .end = behind_semicolon(loop->trace->unit, e),
                                    .needs_braces = !search.is_in_block};
    return span->end > 0 && span->start <= e->place.offset;
}

/* ---- branches ----------------------------------------------------------------------------- */

static bool stands_in(const struct stmt *stmt, const struct stmt *wanted)
{
    if (!stmt || stmt == wanted)
        return stmt != NULL;
    for (size_t k = 0; k < stmt->stmts.count; k++)
        if (stands_in(stmt->stmts.items[k], wanted))
            return true;
    return stands_in(stmt->body, wanted) || stands_in(stmt->other, wanted);
}

bool find_branch(const struct loop *loop, const struct stmt *stmt, struct branch_span *span)
{
    const struct unit *unit = loop->trace->unit;
    const struct stmt *branch = stmt->body;
    if (!branch->place.main || !stands_in(loop->stmt->body, stmt))
        return false;
    if (branch->kind == STMT_BLOCK) {
        *span = (struct branch_span){branch->place.offset + 1, branch->end - 1, false};
        return span->start <= span->end && unit->text[span->start - 1] == '{' &&
               unit->text[span->end] == '}';
    }
    if (branch->kind != STMT_EXPR || !branch->expr->is_sliceable)
        return false;
    *span = (struct branch_span){branch->expr->place.offset, behind_semicolon(unit, branch->expr),
                                 true};
    return span->end > 0;
}
