/*
 * An element is whole when the counter passes it, if each part of it is written by a statement that
 * surely comes before:
 *
 *     {                                        {
 *         list[n].a = x;                           if (big)
 *         if (big)                                     list[n].b = 1;     not surely
 *             list[n].a = y;    again              n++;
 *         n++;                                 }
 *     }
 *
 * And what is written must surely be passed, or it would be the element behind the last one that
 * the loop leaves changed. Both are found by the form of the program: from the write's statement
 * towards the end of its block, then of the block around it, to the first statement that advances
 * the counter. Nothing on the way may jump, be jumped to, or advance the counter sometimes. A write
 * in the very block of the statement that advances happens whenever that one does.
 */
#include "advance.h"

#include "assigned.h"
#include "shape.h"
#include "update.h"

enum { MAX_PATH = 64 };

bool is_one_of(const struct increments *increments, const struct expr *e)
{
    for (size_t k = 0; k < increments->list.count; k++)
        if (increments->list.items[k] == e)
            return true;
    return false;
}

static const struct expr *strip_casts(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e;
}

static bool is_one(const struct expr *e)
{
    int64_t value;
    return constant_value(strip_casts(e), &value) && value == 1;
}

bool is_increment(const struct expr *e)
{
    if (e->kind == EXPR_STEP)
        return e->op == OP_ADD;
    if (e->kind != EXPR_ASSIGN)
        return false;
    if (e->op == OP_ADD)
        return is_one(e->args[1]);
    const struct expr *sum = strip_casts(e->args[1]);
    if (e->op != OP_NONE || sum->kind != EXPR_BINARY || sum->op != OP_ADD)
        return false;
    const struct expr *left = strip_casts(sum->args[0]), *right = strip_casts(sum->args[1]);
    return (expr_equal(left, e->args[0]) && is_one(right)) ||
           (expr_equal(right, e->args[0]) && is_one(left));
}

struct advance_search {
    const struct var *var;
    bool found, failed;
};

static bool find_change(struct expr *e, void *data)
{
    struct advance_search *search = data;
    bool changes = e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP;
    if (changes && e->args[0]->kind == EXPR_VAR && e->args[0]->var == search->var) {
        search->found = true;
        search->failed |= !is_increment(e);
    }
    return true;
}

bool only_advances(struct stmt *root, const struct var *var)
{
    struct advance_search search = {.var = var};
    visit_stmt_exprs(root, find_change, &search);
    return search.found && !search.failed;
}

/* The parts of records and arrays that PLACE is in, to the outermost one or to a pointer. */
static const struct expr *outermost(const struct expr *place)
{
    while (place->kind == EXPR_MEMBER ||
           (place->kind == EXPR_INDEX && place->args[0]->type->kind == TYPE_ARRAY))
        place = place->args[0];
    return place;
}

static bool is_sum(const struct expr *e)
{
    return e->kind == EXPR_BINARY && e->op == OP_ADD;
}

const struct expr *subscript_of(const struct expr *place, const struct type **element)
{
    const struct expr *found = NULL, *end = outermost(place);
    for (; place != end; place = place->args[0])
        found = place->kind == EXPR_INDEX ? place : found;
    if (end->kind == EXPR_INDEX)
        found = end;
    *element = found ? found->type : end->type;
    if (found)
        return strip_widening(found->args[1]);
    if (end->kind != EXPR_DEREF || !is_sum(end->args[0]))
        return NULL;
    const struct expr *sum = end->args[0];
    bool on_left = sum->args[0]->type->kind != TYPE_INTEGER;
    return strip_widening(sum->args[on_left]);
}

const struct expr *pointer_of(const struct expr *place, const struct type **element)
{
    const struct expr *end = outermost(place);
    *element = end->type;
    return end->kind == EXPR_DEREF ? end->args[0] : NULL;
}

/* ---- statements --------------------------------------------------------------------------- */

static const struct expr *expr_of(const struct stmt *stmt)
{
    const struct expr *e = stmt->kind == STMT_EXPR ? stmt->expr : NULL;
    while (e && e->kind == EXPR_CAST && e->type->kind == TYPE_VOID)
        e = e->args[0];
    return e;
}

/* From the body inwards: statements, each the parent of the next one, and the number of that one in
 * it where it is a block. */
struct path {
    size_t count;
    const struct stmt *stmts[MAX_PATH];
    size_t numbers[MAX_PATH];
};

static bool find_path(struct path *path, const struct stmt *stmt, const struct expr *e)
{
    if (!stmt || path->count == MAX_PATH)
        return false;
    if (expr_of(stmt) == e)
        return true;
    const size_t at = path->count++;
    path->stmts[at] = stmt;
    for (size_t k = 0; k < stmt->stmts.count; k++) {
        path->numbers[at] = k;
        if (find_path(path, stmt->stmts.items[k], e))
            return true;
    }
    if (find_path(path, stmt->body, e) || find_path(path, stmt->other, e))
        return true;
    path->count = at;
    return false;
}

bool is_statement(const struct stmt *body, const struct expr *e)
{
    struct path path = {0};
    return find_path(&path, body, e);
}

/* The increment that happens whenever STMT does, as all of it or as the subscript of what it
 * assigns to. */
static const struct expr *increment_of(const struct stmt *stmt, const struct increments *increments)
{
    const struct expr *e = expr_of(stmt);
    const struct type *element;
    if (!e || is_one_of(increments, e))
        return e;
    if (e->kind != EXPR_ASSIGN)
        return NULL;
    const struct expr *subscript = subscript_of(e->args[0], &element);
    if (!subscript || !is_one_of(increments, subscript))
        subscript = pointer_of(e->args[0], &element);
    return subscript && is_one_of(increments, subscript) ? subscript : NULL;
}

struct disturbance {
    const struct increments *increments;
    bool found;
};

static bool find_in_expr(struct expr *e, void *data)
{
    struct disturbance *search = data;
    search->found |= e->kind == EXPR_BLOCK || is_one_of(search->increments, e);
    return !search->found;
}

static void find_jump(struct stmt *stmt, void *data)
{
    static const unsigned jumps = 1u << STMT_CASE | 1u << STMT_DEFAULT | 1u << STMT_LABEL |
                                  1u << STMT_GOTO | 1u << STMT_BREAK | 1u << STMT_CONTINUE |
                                  1u << STMT_RETURN | 1u << STMT_OPAQUE;
    struct disturbance *search = data;
    search->found |= jumps >> stmt->kind & 1;
}

/* Whether STMT, between a write and the increment behind it, comes between them. */
static bool disturbs(struct stmt *stmt, const struct increments *increments)
{
    struct disturbance search = {.increments = increments};
    visit_stmts(stmt, find_jump, &search);
    visit_stmt_exprs(stmt, find_in_expr, &search);
    return search.found;
}

/* Looks through BLOCK from its statement START on. *FOUND: the end of the search. */
static bool look_through(const struct stmt *block, size_t start,
                         const struct increments *increments, const struct expr **found)
{
    for (size_t k = start; k < block->stmts.count; k++) {
        *found = increment_of(block->stmts.items[k], increments);
        if (*found || disturbs(block->stmts.items[k], increments))
            return true;
    }
    return false;
}

const struct expr *next_increment(const struct stmt *body, const struct expr *write,
                                  const struct increments *increments, bool *is_sure)
{
    struct path path = {0};
    const struct expr *found = NULL;
    if (!find_path(&path, body, write))
        return NULL;
    *is_sure = true;
    for (size_t at = path.count; at-- > 0;) {
        const struct stmt *parent = path.stmts[at];
        if (parent->kind == STMT_BLOCK &&
            look_through(parent, path.numbers[at] + 1, increments, &found))
            return found;
        if (parent->kind == STMT_IF)
            *is_sure = false;
        else if (parent->kind != STMT_BLOCK && parent->kind != STMT_CASE &&
                 parent->kind != STMT_DEFAULT)
            return NULL;
    }
    return NULL;
}
