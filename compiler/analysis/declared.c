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
 * Every node stands at the place of its item in the pragma, for messages, and can never be cut out
 * of the text.
 */
#include "declared.h"

#include "../effects/effects.h"
#include "assigned.h"

#include <stdarg.h>
#include <string.h>

struct builder {
    struct unit *unit;
    struct diags *diags;
    struct pragma *pragma;
    struct function *scope;
    struct stmt *body;
    struct place place; /* of what is being built */
    unsigned end;
    struct type *integer, *nothing;
    bool failed;
};

/* ---- nodes -------------------------------------------------------------------------------- */

static struct type *new_type(struct builder *b, struct type type)
{
    struct type *made = ARENA_NEW(b->unit->arena, struct type);
    *made = type;
    made->is_complete = true;
    return made;
}

static struct type *pointer_to(struct builder *b, struct type *target)
{
    const char *spelling = arena_printf(b->unit->arena, "%s *", target->spelling);
    return new_type(b, (struct type){.kind = TYPE_POINTER,
                                     .spelling = spelling,
                                     .size = (int64_t)sizeof(void *),
                                     .target = target});
}

static struct expr *node(struct builder *b, enum expr_kind kind, struct type *type, size_t count,
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

static struct expr *number(struct builder *b, int64_t value, struct type *type)
{
    struct expr *e = node(b, EXPR_INT, type, 0, NULL, NULL);
    e->value = value;
    return e;
}

static struct expr *variable(struct builder *b, struct var *var)
{
    struct expr *e = node(b, EXPR_VAR, var->type, 0, NULL, NULL);
    e->var = var;
    return e;
}

static struct expr *element(struct builder *b, struct expr *base, struct expr *index)
{
    return node(b, EXPR_INDEX, base->type->target, 2, base, index);
}

/* A call of the function that ENTRY tells of, with at most one argument. */
static struct expr *call(struct builder *b, const struct library_function *entry, struct type *type,
                         struct expr *argument)
{
    struct function *function = ARENA_NEW(b->unit->arena, struct function);
    function->name = b->scope->name;
    function->entry = entry;
    function->type = new_type(
        b, (struct type){.kind = TYPE_FUNCTION, .spelling = type->spelling, .target = type});
    function->place = b->place;
    struct expr *callee = node(b, EXPR_FUNCTION, function->type, 0, NULL, NULL);
    callee->function = function;
    return node(b, EXPR_CALL, type, argument ? 2 : 1, callee, argument);
}

static struct stmt *stmt_new(struct builder *b, enum stmt_kind kind)
{
    struct stmt *stmt = ARENA_NEW(b->unit->arena, struct stmt);
    stmt->kind = kind;
    stmt->place = b->place;
    stmt->end = b->end;
    return stmt;
}

static struct stmt *evaluate(struct builder *b, struct expr *e)
{
    struct stmt *stmt = stmt_new(b, STMT_EXPR);
    stmt->expr = e;
    return stmt;
}

static void add(struct builder *b, struct stmt *stmt)
{
    LIST_PUSH(b->unit->arena, b->body->stmts, stmt);
}

/* A new variable with INIT as its value, and its declaration. */
static struct stmt *declare(struct builder *b, struct type *type, struct expr *init)
{
    struct var *var = ARENA_NEW(b->unit->arena, struct var);
    struct stmt *stmt = stmt_new(b, STMT_DECLARE);
    *var = (struct var){.name = "effects", .type = type, .storage = STORAGE_LOCAL, .init = init};
    var->place = b->place;
    var->function = b->scope;
    LIST_PUSH(b->unit->arena, stmt->vars, var);
    return stmt;
}

/* ---- what has no text in C ---------------------------------------------------------------- */

static const struct library_function any_value = {.name = "any value", .result = RESULT_VALUE};

static struct expr *any(struct builder *b, struct type *type)
{
    return call(b, &any_value, type, NULL);
}

static struct stmt *perhaps(struct builder *b, struct stmt *stmt)
{
    struct stmt *branch = stmt_new(b, STMT_IF);
    branch->expr = any(b, b->integer);
    branch->body = stmt;
    return branch;
}

/* for (T k = 0; k < COUNT; k++) BODY */
static struct stmt *repeat(struct builder *b, struct stmt *counter, struct expr *count,
                           struct stmt *body)
{
    struct stmt *loop = stmt_new(b, STMT_FOR);
    struct var *var = counter->vars.items[0];
    loop->init = counter;
    loop->expr = node(b, EXPR_BINARY, b->integer, 2, variable(b, var), count);
    loop->expr->op = OP_LT;
    loop->step = node(b, EXPR_STEP, var->type, 1, variable(b, var), NULL);
    loop->step->op = OP_ADD;
    loop->body = body;
    return loop;
}

/* ---- places ------------------------------------------------------------------------------- */

static void mistake(struct builder *b, const struct clause_expr *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void mistake(struct builder *b, const struct clause_expr *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(b->unit->arena, format, args);
    va_end(args);
    diag_add(b->diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &at->place, at->end, "%s", message);
    b->failed = true;
}

static bool is_lvalue(const struct expr *e)
{
    return e->kind == EXPR_VAR || e->kind == EXPR_INDEX || e->kind == EXPR_MEMBER ||
           e->kind == EXPR_DEREF;
}

static bool is_parameter(const struct expr *e)
{
    return e->kind == EXPR_VAR && e->var->storage == STORAGE_PARAMETER;
}

static bool has_address(const struct expr *e)
{
    return e->type->kind == TYPE_POINTER || e->type->kind == TYPE_ARRAY;
}

/* The memory of one item: OBJECT, or COUNT elements from BASE on; COUNT NULL: any number, in both
 * directions. All are evaluated when the function is called. */
struct section {
    struct expr *object;
    struct var *base;
    struct var *count;
};

/* A value as it is where the function is called. */
static struct var *hold(struct builder *b, struct type *type, struct expr *value)
{
    struct stmt *stmt = declare(b, type, value);
    add(b, stmt);
    return stmt->vars.items[0];
}

/* AT's value as an address of something that has a size: bytes, where that is not known and is not
 * needed to count elements. */
static struct expr *as_address(struct builder *b, const struct clause_expr *at, bool counts)
{
    struct expr *base = at->expr;
    struct type *target = base->type->target;
    bool is_hidden = target->kind == TYPE_RECORD && !target->is_complete;
    if (target->kind == TYPE_VOID || (is_hidden && !counts)) {
        struct type *byte = new_type(b, (struct type){.kind = TYPE_INTEGER,
                                                      .spelling = "char",
                                                      .size = 1,
                                                      .is_signed = true,
                                                      .is_const = target->is_const});
        return node(b, EXPR_CAST, pointer_to(b, byte), 1, base, NULL);
    }
    if (target->kind == TYPE_FUNCTION || (target->kind != TYPE_ARRAY && target->size < 0))
        mistake(b, at, "what '%s' points to has no size here that is known", at->text);
    return base;
}

static void find_section(struct builder *b, const struct clause_item *item, struct section *section)
{
    struct expr *base = item->base.expr, *first = item->first.expr, *count = item->count.expr;
    if (!has_address(base)) {
        mistake(b, &item->base, "'%s' is no array and no pointer", item->base.text);
        return;
    }
    if (first->type->kind != TYPE_INTEGER || count->type->kind != TYPE_INTEGER) {
        mistake(b, &item->base, "a section is 'base[first : count]' with integers");
        return;
    }
    base = as_address(b, &item->base, true);
    struct expr *start = element(b, base, first);
    struct expr *address = node(b, EXPR_ADDRESS, pointer_to(b, start->type), 1, start, NULL);
    section->base = hold(b, address->type, address);
    section->count = hold(b, count->type, count);
}

static void find_whole(struct builder *b, const struct declared_effect *effect,
                       const struct clause_item *item, struct section *section)
{
    struct expr *base = item->base.expr;
    if (!is_lvalue(base)) {
        mistake(b, &item->base, "'%s' is not a place in memory", item->base.text);
    } else if (!is_parameter(base)) {
        section->object = base;
    } else if (base->type->kind != TYPE_POINTER) {
        mistake(b, &item->base,
                "'%s' is the function's own copy, of which nothing needs to be said",
                item->base.text);
    } else if (effect->kind == DECLARED_OUT) {
        mistake(b, &item->base,
                "how much of '%s' is written is not said; write 'out(%s[0 : count])', or "
                "'inout(%s)' if not all of it is written each time",
                item->base.text, item->base.text, item->base.text);
    } else {
        base = as_address(b, &item->base, false);
        section->base = hold(b, base->type, base);
    }
}

/* ---- accesses ----------------------------------------------------------------------------- */

static bool is_constant(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type->is_const;
}

/* Reads PLACE, or writes it, element by element where it is an array. NULL: its size is unknown. */
static struct stmt *access_place(struct builder *b, struct expr *place, bool writes)
{
    struct type *type = place->type;
    if (type->kind != TYPE_ARRAY) {
        struct expr *value = writes ? any(b, type) : NULL;
        return evaluate(b, writes ? node(b, EXPR_ASSIGN, type, 2, place, value) : place);
    }
    struct expr *count = type->count >= 0 ? number(b, type->count, b->integer) : type->extent;
    if (!count || type->count == 0)
        return NULL;
    struct stmt *counter = declare(b, count->type, number(b, 0, count->type));
    struct stmt *body =
        access_place(b, element(b, place, variable(b, counter->vars.items[0])), writes);
    return body ? repeat(b, counter, count, body) : NULL;
}

static struct stmt *access_section(struct builder *b, const struct section *section, bool writes)
{
    if (section->object)
        return access_place(b, section->object, writes);
    struct expr *base = variable(b, section->base);
    if (!section->count)
        return access_place(b, element(b, base, any(b, b->integer)), writes);
    struct type *type = section->count->type;
    struct stmt *counter = declare(b, type, number(b, 0, type));
    struct stmt *body =
        access_place(b, element(b, base, variable(b, counter->vars.items[0])), writes);
    return body ? repeat(b, counter, variable(b, section->count), body) : NULL;
}

/* The accesses that EFFECT makes to its ITEM, appended to READS and WRITES. */
static void access_item(struct builder *b, const struct declared_effect *effect,
                        const struct clause_item *item, struct stmt *reads, struct stmt *writes)
{
    struct section section = {0};
    b->place = item->base.place;
    b->end = item->base.end;
    if (item->count.place.line)
        find_section(b, item, &section);
    else
        find_whole(b, effect, item, &section);
    if (b->failed)
        return;
    bool is_read = effect->kind != DECLARED_OUT, is_written = effect->kind != DECLARED_IN;
    const struct type *type = section.object ? section.object->type : section.base->type->target;
    struct stmt *read = access_section(b, &section, false);
    struct stmt *write = access_section(b, &section, true);
    if (!read || !write) {
        mistake(b, &item->base, "the size of '%s' is not known here", item->base.text);
        return;
    }
    if (is_written && is_constant(type))
        mistake(b, &item->base, "'%s' is const memory, which cannot be written", item->base.text);
    if (is_read)
        LIST_PUSH(b->unit->arena, reads->stmts, read);
    if (is_written)
        LIST_PUSH(b->unit->arena, writes->stmts,
                  section.object || section.count ? write : perhaps(b, write));
}

static void add_accesses(struct builder *b)
{
    struct stmt *reads = stmt_new(b, STMT_BLOCK), *writes = stmt_new(b, STMT_BLOCK);
    const struct pragma *pragma = b->pragma;
    for (size_t k = 0; k < pragma->effects.count; k++) {
        const struct declared_effect *effect = &pragma->effects.items[k];
        bool accesses = effect->kind == DECLARED_IN || effect->kind == DECLARED_INOUT ||
                        effect->kind == DECLARED_OUT;
        for (size_t i = 0; accesses && !b->failed && i < effect->items.count; i++)
            access_item(b, effect, &effect->items.items[i], reads, writes);
    }
    add(b, reads);
    add(b, writes);
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
        mistake(b, &item->base, "a state is a name, such as 'state(rand)'");
        return;
    }
    struct library_function *entry = ARENA_NEW(arena, struct library_function);
    struct effect *effects = arena_alloc(arena, 2 * sizeof *effects);
    effects[0] = (struct effect){.kind = EFFECT_MAY_WRITE_STATE, .name = item->base.text};
    effects[1] = (struct effect){.kind = EFFECT_READ_STATE, .name = item->base.text};
    *entry = (struct library_function){.name = "a function with a state", .effects = effects};
    entry->effect_count = strcmp(item->base.text, "errno") ? 2 : 1;
    add(b, evaluate(b, call(b, entry, b->nothing, NULL)));
}

static void free_item(struct builder *b, const struct clause_item *item)
{
    if (item->count.place.line || item->base.expr->type->kind != TYPE_POINTER)
        mistake(b, &item->base, "'frees' takes pointers to the start of blocks");
    else
        add(b, evaluate(b, call(b, &freeing, b->nothing, item->base.expr)));
}

static void add_others(struct builder *b)
{
    const struct pragma *pragma = b->pragma;
    for (size_t k = 0; k < pragma->effects.count && !b->failed; k++) {
        const struct declared_effect *effect = &pragma->effects.items[k];
        b->place = effect->place;
        b->end = effect->end;
        if (effect->kind == DECLARED_STDOUT)
            add(b, evaluate(b, call(b, &printing, b->nothing, NULL)));
        if (effect->kind == DECLARED_EXITS)
            add(b, perhaps(b, evaluate(b, call(b, &exiting, b->nothing, NULL))));
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
    struct stmt *stmt = stmt_new(b, STMT_RETURN);
    stmt->expr = value;
    return stmt;
}

/* Somewhere in what the item points to, or is. */
static struct expr *inside(struct builder *b, struct type *type, const struct clause_item *item)
{
    struct expr *base = item->base.expr;
    if (!has_address(base) && !is_lvalue(base))
        mistake(b, &item->base, "'%s' is not a place in memory", item->base.text);
    if (!has_address(base))
        base = node(b, EXPR_ADDRESS, pointer_to(b, base->type), 1, base, NULL);
    return call(b, &inside_of, type, base);
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
            mistake(b, &at, "'%s' returns no pointer", b->scope->name);
        else if (effect->kind == DECLARED_FRESH)
            add(b, perhaps(b, give(b, call(b, &fresh_block, type, NULL))));
        for (size_t i = 0; !b->failed && i < effect->items.count; i++)
            add(b, perhaps(b, give(b, inside(b, type, &effect->items.items[i]))));
        is_said = true;
    }
    struct expr *null = node(b, EXPR_CAST, type, 1, number(b, 0, b->integer), NULL);
    add(b, give(b, is_said ? null : any(b, type)));
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
    b->integer = new_type(
        b, (struct type){.kind = TYPE_INTEGER, .spelling = "int", .size = 4, .is_signed = true});
    b->nothing = new_type(b, (struct type){.kind = TYPE_VOID, .spelling = "void", .size = -1});
    b->body = stmt_new(b, STMT_BLOCK);
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
