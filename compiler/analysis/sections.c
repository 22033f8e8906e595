/*
 * Builds the functions that sections.h speaks of, and walks their calls.
 *
 * Reads come first, for what reads before it writes needs the old value; the order among writes
 * does not matter, since what each leaves is not known. Why 'inout' can be taken to be written
 * whole is said in declared.c.
 *
 * Memory of the iteration's own has no name in the clauses. Such a call may change all of it that a
 * pointer leads to.
 */
#include "sections.h"
#include "bind.h"

#include "accesses.h"
#include "assigned.h"
#include "own.h"

#include <string.h>

enum { MOST_PLACES = 64 };

/* What is known while the clauses of a loop are looked at. */
struct reading {
    struct builder builder;
    struct loop *loop;
    struct sections *sections;
    const struct clause_expr *at; /* the expression that is looked at, */
    const char *clause;           /*  and the name of the clause that holds it */
    bool may_name_counters;
};

static bool is_section_clause(const struct clause *clause)
{
    return clause->kind == CLAUSE_IN || clause->kind == CLAUSE_OUT || clause->kind == CLAUSE_INOUT;
}

/* ---- counters ----------------------------------------------------------------------------- */

/* The probe's own variables stand for the counters that headers declare. */
static bool bind_counter(struct expr *e, void *data)
{
    struct reading *reading = data;
    const struct pragma *pragma = reading->loop->pragma;
    e->is_sliceable = false;
    bool is_probes = e->kind == EXPR_VAR && e->var->storage == STORAGE_LOCAL &&
                     e->var->place.main && e->var->place.offset >= pragma->start &&
                     e->var->place.offset < pragma->end;
    if (!is_probes || reading->builder.failed)
        return true;
    struct var *counter = counter_called(reading->loop, e->var->name);
    if (counter && reading->may_name_counters)
        e->var = counter;
    else if (counter)
        build_mistake(&reading->builder, reading->at,
                      "the counter '%s' has no value yet where '%s' is evaluated", e->var->name,
                      reading->clause);
    else
        build_mistake(&reading->builder, reading->at,
                      "'%s' is not a counter of the loop's iterations; 'collapse' makes it one",
                      e->var->name);
    return true;
}

static void bind_expr(struct reading *reading, const struct clause_expr *expr)
{
    reading->at = expr;
    if (expr->expr)
        visit_expr(expr->expr, bind_counter, reading);
}

static void bind_counters(struct reading *reading)
{
    const struct pragma *pragma = reading->loop->pragma;
    for (size_t k = 0; k < pragma->clauses.count; k++) {
        const struct clause *clause = &pragma->clauses.items[k];
        if (clause->kind == CLAUSE_AFTER)
            continue; /* bind.c */
        reading->clause = clause_name(clause->kind);
        reading->may_name_counters = is_section_clause(clause);
        bind_expr(reading, &clause->value);
        for (size_t i = 0; i < clause->items.count; i++) {
            bind_expr(reading, &clause->items.items[i].base);
            bind_expr(reading, &clause->items.items[i].first);
            bind_expr(reading, &clause->items.items[i].count);
        }
    }
}

/* ---- what expressions may do -------------------------------------------------------------- */

static bool is_counter(const struct loop *loop, const struct var *var)
{
    for (size_t k = 0; k < loop->levels.count; k++)
        if (loop->levels.items[k].shape.counter == var)
            return true;
    return false;
}

/* Whether the value of E, a variable, says where the section lies. */
static bool is_told_by(const struct reading *reading, const struct expr *e)
{
    bool is_value = e->type->kind != TYPE_ARRAY && e->type->kind != TYPE_RECORD;
    return is_value && !is_counter(reading->loop, e->var) &&
           stmt_assigns_part(reading->loop->body, e->var);
}

static bool find_changing(struct expr *e, void *data)
{
    struct reading *reading = data;
    if (e->kind == EXPR_ADDRESS && e->args[0]->kind == EXPR_VAR)
        return false;
    if (e->kind == EXPR_VAR && !reading->builder.failed && is_told_by(reading, e))
        build_mistake(&reading->builder, reading->at,
                      "the loop changes '%s', so that it does not say which memory is meant; use "
                      "the counter and what the loop leaves alone",
                      e->var->name);
    return true;
}

/* WHOLE: E is the memory itself, not what says where it lies. */
static void check_expr(struct reading *reading, const struct clause_expr *expr, bool whole)
{
    struct builder *b = &reading->builder;
    reading->at = expr;
    if (b->failed || !expr->expr)
        return;
    if (expr_contains(expr->expr, EXPRS_CHANGE | EXPRS_CALL))
        build_mistake(b, expr, "'%s' takes places that are told without a call or a change",
                      reading->clause);
    else if (!whole || expr->expr->kind != EXPR_VAR)
        visit_expr(expr->expr, find_changing, reading);
}

/* ---- the functions ------------------------------------------------------------------------ */

/* A parameter of the function, and the argument for it. */
static struct var *pass(struct reading *reading, struct type *type, struct expr *value)
{
    struct builder *b = &reading->builder;
    struct var *var = build_declare(b, type, NULL)->vars.items[0];
    var->storage = STORAGE_PARAMETER;
    LIST_PUSH(b->unit->arena, b->scope->params, var);
    LIST_PUSH(b->unit->arena, reading->sections->places, value);
    return var;
}

static void find_whole(struct reading *reading, const struct clause_item *item,
                       struct listed *listed)
{
    struct builder *b = &reading->builder;
    struct expr *base = item->base.expr;
    bool is_bits = base->kind == EXPR_MEMBER && base->field->is_bit_field;
    if (!expr_is_place(base) || is_bits) {
        build_mistake(b, &item->base, "'%s' is not a place in memory that has an address",
                      item->base.text);
    } else if (base->type->kind == TYPE_POINTER) {
        build_mistake(b, &item->base,
                      "'%s' is a pointer, and how much is meant of what it points to is not said; "
                      "write '%s(%s[first : count])'",
                      item->base.text, reading->clause, item->base.text);
    } else if (base->type->size < 0) {
        build_mistake(b, &item->base,
                      "the size of '%s' is not known here; write '%s[first : count]'",
                      item->base.text, item->base.text);
    } else {
        struct type *type = build_pointer_to(b, base->type);
        struct expr *address = build_node(b, EXPR_ADDRESS, type, 1, base, NULL);
        struct expr *place = build_variable(b, pass(reading, type, address));
        listed->object = build_node(b, EXPR_DEREF, base->type, 1, place, NULL);
    }
}

static void find_listed(struct reading *reading, const struct clause_item *item,
                        struct listed *listed)
{
    struct builder *b = &reading->builder;
    struct expr *address, *count;
    if (!item->count.place.line) {
        find_whole(reading, item, listed);
    } else if (listed_bounds(b, item, &address, &count)) {
        listed->base = pass(reading, address->type, address);
        listed->count = pass(reading, count->type, count);
    }
}

static void add_item(struct reading *reading, const struct clause *clause,
                     const struct clause_item *item, struct stmt *reads, struct stmt *writes)
{
    struct builder *b = &reading->builder;
    struct listed listed = {0};
    b->place = item->base.place;
    b->end = item->base.end;
    check_expr(reading, &item->base, !item->count.place.line);
    check_expr(reading, &item->first, false);
    check_expr(reading, &item->count, false);
    if (!b->failed)
        find_listed(reading, item, &listed);
    if (b->failed)
        return;
    bool is_read = clause->kind != CLAUSE_OUT, is_written = clause->kind != CLAUSE_IN;
    const struct type *type = listed.object ? listed.object->type : listed.base->type->target;
    struct stmt *read = listed_access(b, &listed, false);
    struct stmt *write = listed_access(b, &listed, true);
    if (!read || !write)
        build_mistake(b, &item->base, "the size of '%s' is not known here", item->base.text);
    else if (is_written && type_is_constant(type))
        build_mistake(b, &item->base, "'%s' is const memory, which cannot be written",
                      item->base.text);
    else if (is_written && type_holds_pointer(type))
        build_mistake(b, &item->base,
                      "'%s' holds pointers, and where those lead that code out of sight stores "
                      "there is not known",
                      item->base.text);
    if (is_read)
        LIST_PUSH(b->unit->arena, reads->stmts, read);
    if (is_written)
        LIST_PUSH(b->unit->arena, writes->stmts, write);
}

static void add_clauses(struct reading *reading, struct stmt *reads, struct stmt *writes)
{
    const struct pragma *pragma = reading->loop->pragma;
    for (size_t k = 0; k < pragma->clauses.count; k++) {
        const struct clause *clause = &pragma->clauses.items[k];
        reading->clause = clause_name(clause->kind);
        for (size_t i = 0; is_section_clause(clause) && i < clause->items.count; i++)
            if (!reading->builder.failed)
                add_item(reading, clause, &clause->items.items[i], reads, writes);
    }
}

static struct function *new_function(struct builder *b)
{
    struct function *function = ARENA_NEW(b->unit->arena, struct function);
    struct type *type = build_type(b, (struct type){.kind = TYPE_FUNCTION, .target = b->nothing});
    *function = (struct function){.name = "code out of sight", .type = type, .place = b->place};
    function->unit = b->unit;
    return function;
}

static void make_functions(struct reading *reading)
{
    struct builder *b = &reading->builder;
    b->place = reading->loop->pragma->place;
    b->end = reading->loop->pragma->end;
    b->integer = build_type(
        b, (struct type){.kind = TYPE_INTEGER, .spelling = "int", .size = 4, .is_signed = true});
    b->nothing = build_type(b, (struct type){.kind = TYPE_VOID, .spelling = "void", .size = -1});
    struct function *all = b->scope = new_function(b);
    struct stmt *reads = build_stmt(b, STMT_BLOCK), *writes = build_stmt(b, STMT_BLOCK);
    all->body = b->body = build_stmt(b, STMT_BLOCK);
    add_clauses(reading, reads, writes);
    build_add(b, reads);
    build_add(b, writes);
    if (!b->failed && all->params.count > MOST_PLACES)
        build_mistake(b, reading->at, "these are more places than ppcc follows");
    struct function *reader = ARENA_NEW(b->unit->arena, struct function);
    *reader = *all;
    reader->body = reads;
    reading->sections->all = all;
    reading->sections->reads = reader;
}

bool sections_find(struct unit *unit, struct loop *loop, struct diags *diags)
{
    bool is_any = false;
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        is_any |= is_section_clause(&loop->pragma->clauses.items[k]);
    if (!is_any)
        return true;
    struct sections *sections = ARENA_NEW(unit->arena, struct sections);
    struct reading reading = {.builder = {.unit = unit, .diags = diags, .pragma = loop->pragma},
                              .loop = loop,
                              .sections = sections};
    bind_counters(&reading);
    if (!reading.builder.failed)
        make_functions(&reading);
    loop->sections = reading.builder.failed ? NULL : sections;
    return loop->sections != NULL;
}

/* ---- the calls ---------------------------------------------------------------------------- */

/* Whether a pointer to memory of the iteration's own may be VALUE, or a part of it. */
static bool may_lead_to_own(const struct walker *walker, const struct value *value)
{
    const struct object *object = value->pointer.object;
    if (value->kind == VALUE_INTEGER || object == walker->null || object == walker->literal)
        return false;
    return !object || object->kind == OBJECT_OWN || object == walker->unknown;
}

/* An operand such as a[i] names the counter, which asm is not said to change. */
static void forget_named(struct walker *walker)
{
    const struct pointer anywhere = {.object = walker->unknown_own};
    const struct env before = env_copy(walker, &walker->env);
    env_forget(walker, &anywhere);
    for (size_t k = 0; k < before.bindings.count; k++)
        if (before.bindings.items[k].object->var &&
            is_counter(walker->annotated, before.bindings.items[k].object->var))
            env_set(walker, before.bindings.items[k].object, before.bindings.items[k].value);
}

/* What the call finds of the iteration's own memory may be anything afterwards. */
static void lose_own(struct walker *walker, const struct unseen *unseen)
{
    const struct pointer anywhere = {.object = walker->unknown_own};
    bool is_lost = unseen->names_any_own;
    for (size_t k = 0; k < unseen->count; k++)
        is_lost |= may_lead_to_own(walker, &unseen->args[k]);
    if (unseen->names_any_own)
        forget_named(walker);
    else
        env_forget(walker, &anywhere);
    if (!is_lost)
        return;
    LIST_PUSH(walker->arena, walker->own_log, ((struct own_access){walker->unknown_own, true}));
    own_lose(walker);
}

/* The places are those of the loop's function, from wherever the call is made. */
static void walk_places(struct walker *walker, const struct sections *sections,
                        struct value places[MOST_PLACES])
{
    struct frame *frame = walker->frame;
    struct reduction_update *update = walker->update;
    walker->frame = walker->body_frame;
    walker->update = NULL;
    for (size_t k = 0; k < sections->places.count; k++)
        places[k] = walk_value(walker, sections->places.items[k]);
    walker->frame = frame;
    walker->update = update;
}

bool walk_unseen(struct walker *walker, const struct unseen *unseen)
{
    const struct sections *sections = walker->annotated ? walker->annotated->sections : NULL;
    struct value places[MOST_PLACES];
    if (!sections || !walker->body_frame)
        return false;
    walker->trace->used_effects = walker->trace->used_sections = true;
    walker->trace->took_summary = true;
    walk_places(walker, sections, places);
    walk_in_place(walker, unseen->may_write ? sections->all : sections->reads, places,
                  sections->places.count, unseen->at);
    if (unseen->may_write)
        lose_own(walker, unseen);
    return true;
}

void walk_compared(struct walker *walker, const struct loop *loop)
{
    struct expr *at = ARENA_NEW(walker->arena, struct expr);
    if (!loop->sections || !loop->sections->is_compared)
        return;
    *at = (struct expr){.kind = EXPR_OPAQUE, .place = loop->pragma->place};
    const struct unseen unseen = {.at = at, .may_write = true};
    walk_unseen(walker, &unseen);
}
