/*
 * The bodies of the loop and of all functions that it calls are gone through again and again, until
 * nothing new is found (sites.h says why that ends). Order, conditions and the call that a function
 * is called by do not count: a variable holds everything that is ever stored in it, in any call.
 *
 * A value keeps what it was computed from: p + 1, (uintptr_t)p | 1, a double that was made of it. A
 * comparison does not, nor does the difference of two pointers into the same memory: whoever
 * computes with addresses in another way gets other numbers in each run.
 *
 * Integers are looked at as pointers are. What is left out is text that was made of a number:
 * printing addresses is for the programmer to avoid.
 */
#include "fresh_scan.h"

#include "assigned.h"
#include "leave.h"
#include "relation.h"

enum { MAX_STEPS = 2000000 };

/* ---- sites -------------------------------------------------------------------------------- */

struct places place_in_site(struct fresh *fresh, struct site *site)
{
    struct places places = {0};
    LIST_PUSH(fresh->sites.arena, places.list, ((struct place_in){.site = site}));
    if (site == fresh->sites.old || site == fresh->sites.unknown)
        places.list.items[0].stride = 1;
    return places;
}

static size_t list_of(const void *key)
{
    return (size_t)((uintptr_t)key / sizeof(void *) % NOTE_LISTS);
}

struct site *note_find(const struct notes *notes, const void *key)
{
    for (const struct note *note = notes->lists[list_of(key)]; note; note = note->next)
        if (note->key == key)
            return note->site;
    return NULL;
}

struct site *note_get(struct fresh *fresh, struct notes *notes, const void *key, enum birth birth)
{
    struct site *known = note_find(notes, key);
    if (known)
        return known;
    struct note *note = ARENA_NEW(fresh->sites.arena, struct note);
    *note = (struct note){key, site_new(&fresh->sites, birth), notes->lists[list_of(key)]};
    notes->lists[list_of(key)] = note;
    return note->site;
}

static bool is_called(const struct fresh *fresh, const struct function *function)
{
    for (size_t k = 0; k < fresh->functions.count; k++)
        if (fresh->functions.items[k] == function)
            return true;
    return false;
}

/* Whether VAR begins to live in an iteration. */
static bool is_own_variable(const struct fresh *fresh, const struct var *var)
{
    if (var->storage != STORAGE_LOCAL && var->storage != STORAGE_PARAMETER)
        return false;
    for (size_t k = 0; k < fresh->inner.count; k++)
        if (fresh->inner.items[k] == var)
            return true;
    return var->function != fresh->loop->function || is_called(fresh, var->function);
}

struct site *site_of_var(struct fresh *fresh, const struct var *var)
{
    struct site *site = note_get(fresh, &fresh->vars, var, BORN_BEFORE);
    bool is_own = is_own_variable(fresh, var);
    site->var = var;
    site->is_exposed = !is_own && (var->address_taken || var->storage == STORAGE_EXTERNAL);
    site->birth = is_own ? BORN_LOCAL : BORN_BEFORE; /* that of a recursive function may change */
    return site;
}

static struct places anywhere(struct fresh *fresh)
{
    return place_in_site(fresh, fresh->sites.unknown);
}

/* ---- stores ------------------------------------------------------------------------------- */

void fresh_put(struct fresh *fresh, const struct places *places, const struct places *values,
               const struct type *type, const char *label, const struct expr *at)
{
    const struct stored how = {type->size, label, at, type};
    if (type->kind == TYPE_RECORD)
        sites_copy(&fresh->sites, places, values, type->size, false, type, at);
    else
        sites_store(&fresh->sites, places, values, &how);
}

void fresh_note_stored(struct fresh *fresh, const struct places *values, const struct type *type,
                       const char *label, const struct expr *at)
{
    if (!values->list.count)
        return;
    struct site *noted = note_get(fresh, &fresh->stored, at, BORN_BEFORE);
    struct places there = place_in_site(fresh, noted);
    fresh_put(fresh, &there, values, type, label, at);
}

void fresh_store(struct fresh *fresh, const struct places *places, const struct places *values,
                 const struct type *type, const char *label, const struct expr *at)
{
    fresh_put(fresh, places, values, type, label, at);
    fresh_note_stored(fresh, values, type, label, at);
}

/* How a message calls the place E behind what it lies in. */
static const char *label_of(const struct expr *e)
{
    return e->kind == EXPR_MEMBER && *e->field->name ? e->field->name : NULL;
}

static bool is_pointer_like(const struct type *type)
{
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY || type->kind == TYPE_FUNCTION;
}

/* ---- lvalues ------------------------------------------------------------------------------ */

static bool is_lvalue(const struct expr *e)
{
    return e->kind == EXPR_VAR || e->kind == EXPR_INDEX || e->kind == EXPR_MEMBER ||
           e->kind == EXPR_DEREF || e->kind == EXPR_COMPOUND || e->kind == EXPR_STRING;
}

static struct places element_location(struct fresh *fresh, struct expr *e)
{
    struct places base = fresh_value(fresh, e->args[0]);
    struct places index = fresh_value(fresh, e->args[1]);
    int64_t value = e->args[1]->kind == EXPR_INT ? e->args[1]->value : -1;
    bool is_exact = value >= 0 && value < 1 << 16 && e->type->size > 0 &&
                    (e->args[0]->type->kind == TYPE_ARRAY || value == 0);
    base = is_exact ? places_moved(&fresh->sites, &base, value * e->type->size)
                    : places_strided(&fresh->sites, &base, e->type->size);
    bool changed = fresh->sites.changed;
    for (size_t k = 0; k < index.list.count; k++) /* an address, relative to another one */
        if (index.list.items[k].site != fresh->sites.old)
            places_add(&fresh->sites, &base, (struct place_in){index.list.items[k].site, 0, 1});
    fresh->sites.changed = changed;
    return base;
}

struct places fresh_location(struct fresh *fresh, struct expr *e)
{
    struct places places;
    switch (e->kind) {
    case EXPR_VAR:
        return place_in_site(fresh, site_of_var(fresh, e->var));
    case EXPR_INDEX:
        return element_location(fresh, e);
    case EXPR_MEMBER:
        places = is_lvalue(e->args[0]) ? fresh_location(fresh, e->args[0])
                                       : fresh_value(fresh, e->args[0]);
        return places_moved(&fresh->sites, &places, e->field->offset / 8);
    case EXPR_DEREF:
        return fresh_value(fresh, e->args[0]);
    case EXPR_COMPOUND: {
        struct site *site = note_get(fresh, &fresh->made, e, BORN_LOCAL);
        site->made = e;
        places = place_in_site(fresh, site);
        for (size_t k = 0; k < e->arg_count; k++)
            fresh_initialise(fresh, &places, e->type, e->args[k]);
        return places;
    }
    case EXPR_STRING:
        return place_in_site(fresh, fresh->sites.old);
    default:
        fresh_value(fresh, e);
        return anywhere(fresh);
    }
}

/* What a member of a union holds may have been stored as another one. */
static bool is_in_union(const struct expr *e)
{
    bool found = false;
    for (; e->kind == EXPR_MEMBER || e->kind == EXPR_INDEX; e = e->args[0])
        found |= e->kind == EXPR_MEMBER && e->field->record->is_union;
    return found;
}

static struct places value_at(struct fresh *fresh, struct expr *e)
{
    struct places places = fresh_location(fresh, e);
    if (e->type->kind == TYPE_ARRAY || e->type->kind == TYPE_RECORD)
        return places;
    int64_t size = e->type->size;
    if (e->kind == EXPR_MEMBER && e->field->is_bit_field)
        size = (e->field->offset % 8 + e->field->width + 7) / 8;
    bool as_pointer = e->type->kind == TYPE_POINTER || fresh->unit->types_alias || is_in_union(e);
    return sites_load(&fresh->sites, &places, size, as_pointer);
}

/* ---- operators ---------------------------------------------------------------------------- */

static struct places both(struct fresh *fresh, const struct places *a, const struct places *b)
{
    struct places joined = {0};
    bool changed = fresh->sites.changed;
    places_join(&fresh->sites, &joined, a);
    places_join(&fresh->sites, &joined, b);
    fresh->sites.changed = changed;
    return joined;
}

static bool has_site(const struct places *places, const struct site *site)
{
    for (size_t k = 0; k < places->list.count; k++)
        if (places->list.items[k].site == site)
            return true;
    return false;
}

static bool all_sites_in(const struct places *a, const struct places *b)
{
    for (size_t k = 0; k < a->list.count; k++)
        if (!has_site(b, a->list.items[k].site))
            return false;
    return true;
}

static struct places binary_value(struct fresh *fresh, struct expr *e)
{
    static const struct places nothing = {0};
    const struct type *left_type = e->args[0]->type, *right_type = e->args[1]->type;
    struct places left = fresh_value(fresh, e->args[0]), right = fresh_value(fresh, e->args[1]);
    bool is_truth =
        (e->op >= OP_LT && e->op <= OP_NE) || e->op == OP_LOGICAL_AND || e->op == OP_LOGICAL_OR;
    bool is_difference = is_pointer_like(left_type) && is_pointer_like(right_type);
    bool is_within = all_sites_in(&left, &right) && all_sites_in(&right, &left) && left.list.count;
    if (is_truth || (is_difference && is_within))
        return nothing;
    if (e->type->kind == TYPE_POINTER) {
        left = places_strided(&fresh->sites, &left,
                              is_pointer_like(left_type) ? left_type->target->size : 1);
        right = places_strided(&fresh->sites, &right,
                               is_pointer_like(right_type) ? right_type->target->size : 1);
    }
    return both(fresh, &left, &right);
}

static struct places assign_value(struct fresh *fresh, struct expr *e)
{
    struct places value = fresh_value(fresh, e->args[1]);
    struct places to = fresh_location(fresh, e->args[0]);
    const struct type *type = e->args[0]->type;
    if (e->op != OP_NONE) {
        struct places before = sites_load(&fresh->sites, &to, type->size, true);
        bool moves = type->kind == TYPE_POINTER;
        if (moves)
            before = places_strided(&fresh->sites, &before, type->target->size);
        value = both(fresh, &before, &value);
    }
    fresh_store(fresh, &to, &value, type, label_of(e->args[0]), e);
    return type->kind == TYPE_RECORD ? to : value;
}

static struct places step_value(struct fresh *fresh, struct expr *e)
{
    struct places to = fresh_location(fresh, e->args[0]);
    struct places value = sites_load(&fresh->sites, &to, e->type->size, true);
    if (e->type->kind == TYPE_POINTER)
        value = places_strided(&fresh->sites, &value, e->type->target->size);
    fresh_store(fresh, &to, &value, e->type, label_of(e->args[0]), e);
    return value;
}

static void scan(struct fresh *fresh, struct stmt *stmt);

/* The value of a statement expression is that of its last statement. */
static struct places block_value(struct fresh *fresh, struct expr *e)
{
    struct places value = {0};
    scan(fresh, e->stmt);
    size_t count = e->stmt ? e->stmt->stmts.count : 0;
    struct stmt *last = count ? e->stmt->stmts.items[count - 1] : NULL;
    while (last && last->kind == STMT_LABEL)
        last = last->body;
    return last && last->kind == STMT_EXPR ? fresh_value(fresh, last->expr) : value;
}

static void values_of_all(struct fresh *fresh, struct expr *e)
{
    for (size_t k = 0; k < e->arg_count; k++)
        fresh_value(fresh, e->args[k]);
}

static struct places value_of(struct fresh *fresh, struct expr *e)
{
    struct places none = {0}, left, right;
    switch (e->kind) {
    case EXPR_INT:
    case EXPR_FLOAT:
        return none;
    case EXPR_FUNCTION:
        return place_in_site(fresh, fresh->sites.old);
    case EXPR_STRING:
    case EXPR_VAR:
    case EXPR_INDEX:
    case EXPR_MEMBER:
    case EXPR_DEREF:
    case EXPR_COMPOUND:
        return value_at(fresh, e);
    case EXPR_ADDRESS:
        return e->args[0]->kind == EXPR_FUNCTION ? place_in_site(fresh, fresh->sites.old)
                                                 : fresh_location(fresh, e->args[0]);
    case EXPR_UNARY:
        left = fresh_value(fresh, e->args[0]);
        return e->op == OP_NOT ? none : left;
    case EXPR_BINARY:
        return binary_value(fresh, e);
    case EXPR_ASSIGN:
        return assign_value(fresh, e);
    case EXPR_STEP:
        return step_value(fresh, e);
    case EXPR_COND:
        fresh_value(fresh, e->args[0]);
        left = fresh_value(fresh, e->args[1]);
        right = fresh_value(fresh, e->args[2]);
        return both(fresh, &left, &right);
    case EXPR_COMMA:
        fresh_value(fresh, e->args[0]);
        return fresh_value(fresh, e->args[1]);
    case EXPR_CALL:
        return fresh_call(fresh, e);
    case EXPR_CAST:
        left = fresh_value(fresh, e->args[0]);
        return e->type->is_bool || e->type->kind == TYPE_VOID ? none : left;
    case EXPR_SIZEOF:
        values_of_all(fresh, e);
        return none;
    case EXPR_BLOCK:
        return block_value(fresh, e);
    case EXPR_INIT: /* of a number, in braces */
        return e->arg_count == 1 ? fresh_value(fresh, e->args[0]) : anywhere(fresh);
    case EXPR_OPAQUE:
        values_of_all(fresh, e); /* the loop is refused for it */
        return e->type->kind == TYPE_POINTER || e->type->kind == TYPE_RECORD ? anywhere(fresh)
                                                                             : none;
    }
    return anywhere(fresh);
}

struct places fresh_value(struct fresh *fresh, struct expr *e)
{
    bool is_late = ++fresh->steps % 4096 == 0 && query_is_late(fresh->loop->trace);
    if (fresh->steps > MAX_STEPS || is_late)
        fresh->gave_up = true;
    return fresh->gave_up ? anywhere(fresh) : value_of(fresh, e);
}

/* ---- statements --------------------------------------------------------------------------- */

static void scan_declaration(struct fresh *fresh, struct stmt *stmt)
{
    for (size_t k = 0; k < stmt->vars.count; k++) {
        struct var *var = stmt->vars.items[k];
        struct places there = place_in_site(fresh, site_of_var(fresh, var));
        if (var->init && var->storage == STORAGE_LOCAL)
            fresh_initialise(fresh, &there, var->type, var->init);
    }
}

static void scan_return(struct fresh *fresh, struct stmt *stmt)
{
    if (!stmt->expr)
        return;
    struct places value = fresh_value(fresh, stmt->expr);
    struct site *site = note_get(fresh, &fresh->returned, fresh->function, BORN_LOCAL);
    struct places there = place_in_site(fresh, site);
    fresh_put(fresh, &there, &value, stmt->expr->type, NULL, stmt->expr);
    struct expr *set = leave_value(fresh->loop, stmt); /* out of the loop itself */
    if (set != stmt->expr)
        fresh_value(fresh, set);
}

/* In the trace, the stores of an if statement that chooses a value are its condition's. */
static void note_choice(struct fresh *fresh, const struct stmt *branch,
                        const struct expr *condition)
{
    if (!branch)
        return;
    for (size_t k = 0; k < branch->stmts.count; k++)
        note_choice(fresh, branch->stmts.items[k], condition);
    struct site *noted = branch->kind == STMT_EXPR ? note_find(&fresh->stored, branch->expr) : NULL;
    if (!noted)
        return;
    struct places from = place_in_site(fresh, noted);
    struct places into =
        place_in_site(fresh, note_get(fresh, &fresh->stored, condition, BORN_BEFORE));
    sites_copy(&fresh->sites, &into, &from, -1, true, NULL, branch->expr);
}

static void scan(struct fresh *fresh, struct stmt *stmt)
{
    if (!stmt)
        return;
    scan(fresh, stmt->init);
    if (stmt->kind == STMT_DECLARE)
        scan_declaration(fresh, stmt);
    else if (stmt->kind == STMT_RETURN)
        scan_return(fresh, stmt);
    else if (stmt->expr)
        fresh_value(fresh, stmt->expr);
    if (stmt->step)
        fresh_value(fresh, stmt->step);
    if (stmt->after)
        fresh_value(fresh, stmt->after);
    scan(fresh, stmt->body);
    scan(fresh, stmt->other);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        scan(fresh, stmt->stmts.items[k]);
    if (stmt->kind == STMT_IF)
        note_choice(fresh, stmt->body, stmt->expr);
}

/* ---- the whole ---------------------------------------------------------------------------- */

static void note_declared(struct stmt *stmt, void *data)
{
    struct fresh *fresh = data;
    for (size_t k = 0; stmt->kind == STMT_DECLARE && k < stmt->vars.count; k++)
        LIST_PUSH(fresh->sites.arena, fresh->inner, stmt->vars.items[k]);
}

static bool note_block(struct expr *e, void *data)
{
    if (e->kind == EXPR_BLOCK)
        visit_stmts(e->stmt, note_declared, data);
    return true;
}

static void scan_all(struct fresh *fresh)
{
    size_t known;
    do {
        known = fresh->functions.count;
        fresh->sites.changed = false;
        fresh->function = fresh->loop->function;
        scan(fresh, fresh->loop->stmt);
        for (size_t k = 0; k < fresh->functions.count; k++) {
            fresh->function = fresh->functions.items[k];
            scan(fresh, fresh->function->body);
        }
    } while (!fresh->gave_up && !fresh->sites.is_full &&
             (fresh->sites.changed || fresh->functions.count > known));
}

static bool holds_own(const struct site *site)
{
    for (size_t k = 0; k < site->contents.count; k++) {
        const struct places *values = &site->contents.items[k]->values;
        for (size_t v = 0; v < values->list.count; v++)
            if (values->list.items[v].site->birth != BORN_BEFORE)
                return true;
    }
    return false;
}

static bool is_outer(const struct fresh *fresh, const struct site *site)
{
    return site == fresh->sites.old || site == fresh->sites.unknown ||
           (site->var && site->birth == BORN_BEFORE);
}

static void find_outer(struct fresh *fresh)
{
    for (size_t k = 0; k < fresh->sites.list.count; k++) {
        const struct site *site = fresh->sites.list.items[k];
        fresh->reaches_outer |= is_outer(fresh, site) && holds_own(site);
    }
}

static void join_contents(struct fresh *fresh, const struct places *into, const struct site *site)
{
    for (size_t k = 0; k < site->contents.count; k++) {
        const struct content *content = site->contents.items[k];
        const struct stored how = {content->size, NULL, content->at, content->type};
        sites_store(&fresh->sites, into, &content->values, &how);
    }
}

const struct site *fresh_outer(struct fresh *fresh, const struct var *var)
{
    struct site *all = site_new(&fresh->sites, BORN_BEFORE);
    struct places anywhere_in_it = place_in_site(fresh, all);
    anywhere_in_it.list.items[0].stride = 1;
    for (size_t k = 0; k < fresh->sites.list.count; k++) {
        const struct site *site = fresh->sites.list.items[k];
        if (is_outer(fresh, site) && (!var || !site->var || site->var == var))
            join_contents(fresh, &anywhere_in_it, site);
    }
    return all;
}

const struct site *fresh_stored(const struct fresh *fresh, const struct expr *at)
{
    return note_find(&fresh->stored, at);
}

bool fresh_reaches_outer(const struct fresh *fresh)
{
    return fresh->reaches_outer;
}

bool fresh_gave_up(const struct fresh *fresh)
{
    return fresh->gave_up;
}

struct fresh *fresh_find(struct loop *loop)
{
    struct unit *unit = loop->trace->unit;
    struct fresh *fresh = ARENA_NEW(unit->arena, struct fresh);
    fresh->loop = loop;
    fresh->unit = unit;
    sites_init(&fresh->sites, unit->arena);
    visit_stmts(loop->stmt, note_declared, fresh);
    visit_stmt_exprs(loop->stmt, note_block, fresh);
    fresh->gave_up = loop->trace->is_late;
    if (!fresh->gave_up)
        scan_all(fresh);
    fresh->gave_up |= fresh->sites.is_full;
    find_outer(fresh);
    return fresh;
}
