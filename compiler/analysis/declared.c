/*
 * Builds the body that declared effects stand for:
 *
 *     #pragma ppar effects(in(s->x[0 : s->n]) inout(seen) out(dst[0 : n]) stdout returns(dst))
 *
 *     {
 *         double *p0 = &s->x[0]; int n0 = s->n;          the sections, as they are at the call
 *         double *p1 = &dst[0]; int n1 = n;
 *         for (int k = 0; k < n0; k++) p0[k];            what may be read
 *         seen;
 *         print();
 *         seen = any();                                  what is written
 *         for (int k = 0; k < n1; k++) p1[k] = any();
 *         return inside(dst);
 *     }
 *
 * print, any and inside are functions with entries like those of the library. Reads come first, for
 * a function reads before it writes; the order among writes does not matter, since what each leaves
 * is not known.
 *
 * Of 'inout' the function may leave any part as it was, and yet it is taken to be written whole.
 * What would go wrong with that is a stale value over a fresher one: an earlier iteration wrote an
 * element, and this one sends what it was before. But all of it is read first, so the earlier write
 * is a dependence, and the loop does not run in parallel.
 *
 * A pointer parameter without a section may be followed to any distance: instead of the loop there
 * is an access with any subscript, and the write may not happen.
 *
 * Every node stands at the place of its item in the pragma, for messages.
 */
#include "declared.h"

#include "accesses.h"
#include "assigned.h"

#include <string.h>

/* ---- accesses ----------------------------------------------------------------------------- */

static bool is_parameter(const struct expr *e)
{
    return e->kind == EXPR_VAR && e->var->storage == STORAGE_PARAMETER;
}

/* A value as it is where the function is called. */
static struct var *hold(struct builder *b, struct type *type, struct expr *value)
{
    struct stmt *stmt = build_declare(b, type, value);
    build_add(b, stmt);
    return stmt->vars.items[0];
}

static void find_section(struct builder *b, const struct clause_item *item, struct listed *listed)
{
    struct expr *address, *count;
    if (!listed_bounds(b, item, &address, &count))
        return;
    listed->base = hold(b, address->type, address);
    listed->count = hold(b, count->type, count);
}

static void find_whole(struct builder *b, const struct declared_effect *effect,
                       const struct clause_item *item, struct listed *listed)
{
    struct expr *base = item->base.expr;
    if (!expr_is_place(base)) {
        build_mistake(b, &item->base, "'%s' is not a place in memory", item->base.text);
    } else if (!is_parameter(base)) {
        listed->object = base;
    } else if (base->type->kind != TYPE_POINTER) {
        build_mistake(b, &item->base,
                      "'%s' is the function's own copy, of which nothing needs to be said",
                      item->base.text);
    } else if (effect->kind == DECLARED_OUT) {
        build_mistake(b, &item->base,
                      "how much of '%s' is written is not said; write 'out(%s[0 : count])', or "
                      "'inout(%s)' if not all of it is written each time",
                      item->base.text, item->base.text, item->base.text);
    } else {
        base = listed_address(b, &item->base, false);
        listed->base = hold(b, base->type, base);
    }
}

/* The accesses that EFFECT makes to its ITEM, appended to READS and WRITES. */
static void access_item(struct builder *b, const struct declared_effect *effect,
                        const struct clause_item *item, struct stmt *reads, struct stmt *writes)
{
    struct listed listed = {0};
    b->place = item->base.place;
    b->end = item->base.end;
    if (item->count.place.line)
        find_section(b, item, &listed);
    else
        find_whole(b, effect, item, &listed);
    if (b->failed)
        return;
    bool is_read = effect->kind != DECLARED_OUT, is_written = effect->kind != DECLARED_IN;
    const struct type *type = listed.object ? listed.object->type : listed.base->type->target;
    struct stmt *read = listed_access(b, &listed, false);
    struct stmt *write = listed_access(b, &listed, true);
    if (!read || !write) {
        build_mistake(b, &item->base, "the size of '%s' is not known here", item->base.text);
        return;
    }
    if (is_written && type_is_constant(type))
        build_mistake(b, &item->base, "'%s' is const memory, which cannot be written",
                      item->base.text);
    if (is_read)
        LIST_PUSH(b->unit->arena, reads->stmts, read);
    if (is_written)
        LIST_PUSH(b->unit->arena, writes->stmts,
                  listed.object || listed.count ? write : build_perhaps(b, write));
}

static void add_accesses(struct builder *b)
{
    struct stmt *reads = build_stmt(b, STMT_BLOCK), *writes = build_stmt(b, STMT_BLOCK);
    const struct pragma *pragma = b->pragma;
    for (size_t k = 0; k < pragma->effects.count; k++) {
        const struct declared_effect *effect = &pragma->effects.items[k];
        bool accesses = effect->kind == DECLARED_IN || effect->kind == DECLARED_INOUT ||
                        effect->kind == DECLARED_OUT;
        for (size_t i = 0; accesses && !b->failed && i < effect->items.count; i++)
            access_item(b, effect, &effect->items.items[i], reads, writes);
    }
    build_add(b, reads);
    build_add(b, writes);
}

/* ---- other effects ------------------------------------------------------------------------ */

static const struct effect prints[] = {{.kind = EFFECT_STDOUT}};
static const struct effect exits[] = {{.kind = EFFECT_EXIT}};
static const struct effect frees[] = {{.kind = EFFECT_FREE, .param = 0}};
static const struct library_function printing = {
    .name = "a function that prints", .effects = prints, .effect_count = 1};
static const struct library_function exiting = {
    .name = "a function that exits", .effects = exits, .effect_count = 1};
static const struct library_function freeing = {
    .name = "a function that frees", .effects = frees, .effect_count = 1};
static const struct library_function fresh_block = {.name = "a new block", .result = RESULT_FRESH};
static const struct library_function inside_of = {.name = "inside", .result = RESULT_INSIDE};

static bool is_name(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") ==
           strlen(text);
}

/* It is read, and something is left in it, but for errno, which nobody reads before it is set. */
static void use_state(struct builder *b, const struct clause_item *item)
{
    struct arena *arena = b->unit->arena;
    if (item->count.place.line || !is_name(item->base.text)) {
        build_mistake(b, &item->base, "a state is a name, such as 'state(rand)'");
        return;
    }
    struct library_function *entry = ARENA_NEW(arena, struct library_function);
    struct effect *effects = arena_alloc(arena, 2 * sizeof *effects);
    effects[0] = (struct effect){.kind = EFFECT_MAY_WRITE_STATE, .name = item->base.text};
    effects[1] = (struct effect){.kind = EFFECT_READ_STATE, .name = item->base.text};
    *entry = (struct library_function){.name = "a function with a state", .effects = effects};
    entry->effect_count = strcmp(item->base.text, "errno") ? 2 : 1;
    build_add(b, build_evaluate(b, build_call(b, entry, b->nothing, NULL)));
}

static void free_item(struct builder *b, const struct clause_item *item)
{
    if (item->count.place.line || item->base.expr->type->kind != TYPE_POINTER)
        build_mistake(b, &item->base, "'frees' takes pointers to the start of blocks");
    else
        build_add(b, build_evaluate(b, build_call(b, &freeing, b->nothing, item->base.expr)));
}

static void add_others(struct builder *b)
{
    const struct pragma *pragma = b->pragma;
    for (size_t k = 0; k < pragma->effects.count && !b->failed; k++) {
        const struct declared_effect *effect = &pragma->effects.items[k];
        b->place = effect->place;
        b->end = effect->end;
        if (effect->kind == DECLARED_STDOUT)
            build_add(b, build_evaluate(b, build_call(b, &printing, b->nothing, NULL)));
        if (effect->kind == DECLARED_EXITS)
            build_add(
                b, build_perhaps(b, build_evaluate(b, build_call(b, &exiting, b->nothing, NULL))));
        for (size_t i = 0; i < effect->items.count; i++) {
            if (effect->kind == DECLARED_STATE)
                use_state(b, &effect->items.items[i]);
            if (effect->kind == DECLARED_FREES)
                free_item(b, &effect->items.items[i]);
        }
    }
}

/* ---- the result --------------------------------------------------------------------------- */

static struct stmt *give(struct builder *b, struct expr *value)
{
    struct stmt *stmt = build_stmt(b, STMT_RETURN);
    stmt->expr = value;
    return stmt;
}

/* Somewhere in what the item points to, or is. */
static struct expr *inside(struct builder *b, struct type *type, const struct clause_item *item)
{
    struct expr *base = item->base.expr;
    if (!expr_has_address(base) && !expr_is_place(base))
        build_mistake(b, &item->base, "'%s' is not a place in memory", item->base.text);
    if (!expr_has_address(base))
        base = build_node(b, EXPR_ADDRESS, build_pointer_to(b, base->type), 1, base, NULL);
    return build_call(b, &inside_of, type, base);
}

static void add_results(struct builder *b, struct type *type)
{
    const struct pragma *pragma = b->pragma;
    bool is_said = false;
    for (size_t k = 0; k < pragma->effects.count && !b->failed; k++) {
        const struct declared_effect *effect = &pragma->effects.items[k];
        struct clause_expr at = {.place = effect->place, .end = effect->end};
        if (effect->kind != DECLARED_RETURNS && effect->kind != DECLARED_FRESH)
            continue;
        b->place = effect->place;
        b->end = effect->end;
        if (type->kind != TYPE_POINTER)
            build_mistake(b, &at, "'%s' returns no pointer", b->scope->name);
        else if (effect->kind == DECLARED_FRESH)
            build_add(b, build_perhaps(b, give(b, build_call(b, &fresh_block, type, NULL))));
        for (size_t i = 0; !b->failed && i < effect->items.count; i++)
            build_add(b, build_perhaps(b, give(b, inside(b, type, &effect->items.items[i]))));
        is_said = true;
    }
    struct expr *null = build_node(b, EXPR_CAST, type, 1, build_number(b, 0, b->integer), NULL);
    build_add(b, give(b, is_said ? null : build_any(b, type)));
}

/* ---- the whole ---------------------------------------------------------------------------- */

static bool move_node(struct expr *e, void *data)
{
    const struct clause_expr *to = data;
    e->place = to->place;
    e->end = to->end;
    e->is_sliceable = false;
    return true;
}

/* The expressions were parsed elsewhere; they stand in the pragma. */
static void place_expressions(struct pragma *pragma)
{
    for (size_t k = 0; k < pragma->effects.count; k++)
        for (size_t i = 0; i < pragma->effects.items[k].items.count; i++) {
            struct clause_item *item = &pragma->effects.items[k].items.items[i];
            visit_expr(item->base.expr, move_node, &item->base);
            visit_expr(item->first.expr, move_node, &item->first);
            visit_expr(item->count.expr, move_node, &item->count);
        }
}

static void build(struct builder *b)
{
    struct type *result = b->scope->type->target;
    b->place = b->pragma->place;
    b->end = b->pragma->end;
    b->integer = build_type(
        b, (struct type){.kind = TYPE_INTEGER, .spelling = "int", .size = 4, .is_signed = true});
    b->nothing = build_type(b, (struct type){.kind = TYPE_VOID, .spelling = "void", .size = -1});
    b->body = build_stmt(b, STMT_BLOCK);
    add_accesses(b);
    add_others(b);
    if (!b->failed && result && result->kind != TYPE_VOID)
        add_results(b, result);
}

/* The same header, included by two files of the program, says nothing new. */
static bool is_said(const struct pragma *pragma)
{
    const struct function *said = pragma->function->declared;
    while (said &&
           (said->place.line != pragma->place.line || said->place.column != pragma->place.column ||
            strcmp(said->place.file, pragma->place.file)))
        said = said->declared;
    return said != NULL;
}

/* Where there is no definition, the declared effects stand for it. */
static void install(struct pragma *pragma, struct stmt *body)
{
    struct function *function = pragma->function, *scope = pragma->scope;
    if (is_said(pragma))
        return;
    scope->body = body;
    scope->place = pragma->place;
    scope->declared = function->declared;
    function->declared = scope;
    if (function->body)
        return;
    function->body = body;
    function->params.items = scope->params.items;
    function->params.count = scope->params.count;
    function->is_declared = true;
}

void declare_effects(struct unit *unit, struct pragmas *pragmas, struct diags *diags)
{
    for (size_t k = 0; k < pragmas->effects.count; k++) {
        struct pragma *pragma = pragmas->effects.items[k];
        if (pragma->failed || !pragma->function)
            continue;
        struct builder b = {.unit = unit, .diags = diags, .pragma = pragma, .scope = pragma->scope};
        place_expressions(pragma);
        build(&b);
        pragma->failed = b.failed;
        if (!b.failed)
            install(pragma, b.body);
    }
}
