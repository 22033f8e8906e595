/*
 * Loops become one iteration space when each is all that there is in the one around it, and when
 * each has the same iterations whatever the other counters are. The generated code evaluates every
 * header once, before the outermost loop. That gives the same as evaluating it where it stands if
 *
 *   - no header names the counter of another level (nor, inside, its own old value),
 *   - each of the counters inside is a variable that nobody else can reach,
 *   - no declaration and no directive between the headers gives names another meaning,
 *
 * and if nothing that an iteration does changes its value, which the walk finds out (walk.c).
 */
#include "nest.h"

#include "assigned.h"
#include "shape.h"

#include <inttypes.h>
#include <string.h>

struct nest {
    const struct unit *unit;
    struct loop *loop;
    struct diags *diags;
    int64_t wanted;
};

static bool fail(const struct nest *nest, const struct place *place, unsigned end, const char *what)
{
    diag_add(nest->diags, SEVERITY_ERROR, DIAG_COLLAPSE_NEST, place, end,
             "collapse(%" PRId64 "): %s", nest->wanted, what);
    return false;
}

/* ---- how many loops ----------------------------------------------------------------------- */

/* The argument of the clause; 1 without one, 0 when it was reported as wrong. */
static int64_t wanted_levels(const struct loop *loop, struct diags *diags)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        int64_t value;
        if (clause->kind != CLAUSE_COLLAPSE)
            continue;
        bool is_constant = clause->value.expr && constant_value(clause->value.expr, &value);
        if (is_constant && value >= 1 && value <= MAX_LEVELS)
            return value;
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &clause->value.place,
                 clause->value.end, "'collapse' takes a constant number of loops, from 1 to %d",
                 MAX_LEVELS);
        return 0;
    }
    return 1;
}

/* ---- from one loop to the next ------------------------------------------------------------ */

/* A lone ';', and not a declaration of something that is no variable. */
static bool is_semicolon(const struct unit *unit, const struct stmt *stmt)
{
    return stmt->kind == STMT_NULL && stmt->place.main && stmt->place.offset < unit->length &&
           unit->text[stmt->place.offset] == ';';
}

/* The only statement in BODY, inside of its braces; *SECOND is another one that stands beside it.
 * NULL: there is none. */
static struct stmt *only_statement(const struct unit *unit, struct stmt *body, struct stmt **second)
{
    struct stmt *only = NULL;
    *second = NULL;
    if (body->kind != STMT_BLOCK)
        return body;
    for (size_t k = 0; k < body->stmts.count && !*second; k++) {
        struct stmt *stmt = body->stmts.items[k];
        if (is_semicolon(unit, stmt))
            continue;
        *(only ? second : &only) = stmt;
    }
    if (only && !*second && only->kind == STMT_BLOCK)
        return only_statement(unit, only, second);
    return only;
}

static struct stmt *next_loop(const struct nest *nest, const struct stmt *outer)
{
    struct stmt *second, *only = only_statement(nest->unit, outer->body, &second);
    if (only && only->kind == STMT_FOR && !second)
        return only;
    const struct stmt *at = !only ? outer->body : only->kind == STMT_FOR ? second : only;
    fail(nest, &at->place, 0,
         second ? "a loop has to be the only statement inside of the one around it, and this "
                  "stands there, too"
                : "there are fewer loops, each directly inside of the one before");
    return NULL;
}

/* ---- headers ------------------------------------------------------------------------------ */

struct mention_search {
    const struct var *var;
    struct expr *found;
};

static bool find_mention(struct expr *e, void *data)
{
    struct mention_search *search = data;
    if (e->kind == EXPR_VAR && e->var == search->var)
        search->found = e;
    return true;
}

static bool check_mention(const struct nest *nest, struct expr *e, const struct var *counter)
{
    struct mention_search search = {.var = counter};
    visit_expr(e, find_mention, &search);
    return !search.found ||
           fail(nest, &search.found->place, search.found->end,
                "the header of a loop depends on the counter of another one, or on what its own "
                "was before");
}

/* No header depends on a counter, but that of the outermost loop may start from its own. */
static bool check_mentions(const struct nest *nest)
{
    const struct loop *loop = nest->loop;
    bool fine = true;
    for (size_t a = 0; a < loop->levels.count; a++)
        for (size_t b = 0; b < loop->levels.count && fine; b++) {
            const struct loop_shape *shape = &loop->levels.items[a].shape;
            const struct var *counter = loop->levels.items[b].shape.counter;
            fine =
                (a == 0 && b == 0) || (check_mention(nest, shape->start, counter) &&
                                       check_mention(nest, shape->bound, counter) &&
                                       (!shape->step || check_mention(nest, shape->step, counter)));
        }
    return fine;
}

static bool check_counter(const struct nest *nest, const struct stmt *stmt, const struct var *var)
{
    bool is_local = var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
    if (!is_local || var->address_taken)
        return fail(nest, &stmt->place, 0,
                    "the counter of a loop inside has to be a local variable whose address is not "
                    "taken");
    for (size_t k = 0; k < nest->loop->levels.count; k++)
        if (!strcmp(nest->loop->levels.items[k].shape.counter->name, var->name))
            return fail(nest, &stmt->place, 0, "two of the loops have counters of one name");
    return true;
}

/* Between the headers, a '#' may be a directive; and another pragma may ask for the loop inside. */
static bool check_text(const struct nest *nest, const struct stmt *inner)
{
    const struct for_header *outer = stmt_header(nest->loop->stmt);
    static const char trigraph[] = {'?', '?', '=', '\0'};
    static const char *const marks[] = {"#", "%:", trigraph, "_Pragma"};
    size_t length = stmt_header(inner)->close - outer->open;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (memmem(nest->unit->text + outer->open, length, marks[k], strlen(marks[k])))
            return fail(nest, &inner->place, 0,
                        "there is a directive or pragma, or some other '#', between the headers "
                        "of the loops");
    return true;
}

static bool check_plain(const struct nest *nest, const struct stmt *stmt)
{
    if (stmt_header(stmt)->is_plain && stmt_header(stmt)->body_is_plain)
        return true;
    diag_add(nest->diags, SEVERITY_ERROR, DIAG_LOOP_MACRO, &stmt->place, 0,
             "part of this loop comes out of a macro; write it out");
    return false;
}

static bool add_level(const struct nest *nest, struct stmt *stmt)
{
    struct loop_level level = {.stmt = stmt};
    struct shape_problem problem;
    if (!check_plain(nest, stmt) || !check_text(nest, stmt))
        return false;
    if (!shape_find(stmt, &level.shape, &problem)) {
        diag_add(nest->diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &problem.place, problem.end,
                 "this loop cannot be one of those that collapse: %s", problem.message);
        return false;
    }
    if (!check_counter(nest, stmt, level.shape.counter))
        return false;
    LIST_PUSH(nest->unit->arena, nest->loop->levels, level);
    nest->loop->body = stmt->body;
    return true;
}

bool nest_find(struct unit *unit, struct loop *loop, struct diags *diags)
{
    struct nest nest = {.unit = unit, .loop = loop, .diags = diags};
    struct loop_level outermost = {loop->stmt, loop->shape};
    LIST_PUSH(unit->arena, loop->levels, outermost);
    loop->body = loop->stmt->body;
    nest.wanted = wanted_levels(loop, diags);
    while ((int64_t)loop->levels.count < nest.wanted) {
        struct stmt *next = next_loop(&nest, loop->levels.items[loop->levels.count - 1].stmt);
        if (!next || !add_level(&nest, next))
            return false;
    }
    return nest.wanted > 0 && check_mentions(&nest);
}
