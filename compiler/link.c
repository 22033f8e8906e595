/*
 * What the linker does to object files, done to trees: names with external linkage are resolved,
 * and every mention of an entity that another unit has, too, is redirected to the one that stands
 * for both. From then on the analyses need not know of files: they see one program, in which each
 * unit has its own text.
 *
 * A function without a body becomes the definition in another unit when there is exactly one and it
 * agrees with the declaration. A unit that has a body of its own keeps it: whichever program the
 * unit becomes a part of, that one is called there (but for weak ones: walk_call.c). Of two
 * definitions in other units nobody knows which one is meant, and the function stays unknown, as
 * that of a conflicting declaration does, and one that may be weak. Nothing is resolved by a name
 * that is not the linker's.
 *
 * Variables of one name are one. Where their types disagree they stay two, and since they are the
 * same memory all the same, all variables of files may then overlap (has_aliases).
 *
 * Names without external linkage are not looked at: static functions and variables of two files
 * have nothing in common. Types stay those of their unit (agree.h).
 */
#include "link.h"

#include "agree.h"
#include "analysis/assigned.h"
#include "frontend/map.h"

#include <string.h>

/* What the units have under one name. */
struct symbol {
    LIST_OF(struct function *) functions;
    LIST_OF(struct var *) vars;
};

struct linker {
    struct arena *arena;
    const struct link_input *inputs;
    size_t count;
    struct map symbols; /* by name: struct symbol */
};

static struct symbol *symbol_get(struct linker *linker, const char *name)
{
    struct symbol *symbol = map_find(&linker->symbols, name, strlen(name));
    if (symbol)
        return symbol;
    symbol = ARENA_NEW(linker->arena, struct symbol);
    map_add(linker->arena, &linker->symbols, name, strlen(name), symbol);
    return symbol;
}

static void collect(struct linker *linker, const struct unit *unit)
{
    for (size_t k = 0; k < unit->functions.count; k++) {
        struct function *function = unit->functions.items[k];
        if (!function->is_static && !function->is_renamed)
            LIST_PUSH(linker->arena, symbol_get(linker, function->name)->functions, function);
    }
    for (size_t k = 0; k < unit->globals.count; k++) {
        struct var *var = unit->globals.items[k];
        if (var->storage == STORAGE_EXTERNAL && !var->is_renamed)
            LIST_PUSH(linker->arena, symbol_get(linker, var->name)->vars, var);
    }
}

/* ---- functions ---------------------------------------------------------------------------- */

/* What system headers define stands beside a definition in the library. */
static bool is_definition(const struct function *function)
{
    return function->body && !function->in_system_header;
}

static void report_conflict(struct diags *diags, const struct function *function,
                            const struct function *found, const struct function *other)
{
    struct diag *diag = diag_add(diags, SEVERITY_WARNING, DIAG_LINK_CONFLICT, &function->place, 0,
                                 other ? "'%s' is defined more than once; no definition is used"
                                       : "the definition of '%s' does not agree with this "
                                         "declaration, and is not used",
                                 function->name);
    diag_add_note(diags, diag, &found->place, 0, "'%s' is defined here", function->name);
    if (other)
        diag_add_note(diags, diag, &other->place, 0, "'%s' is defined here, too", function->name);
}

static void resolve_function(struct diags *diags, const struct symbol *symbol,
                             struct function *function)
{
    struct function *found = NULL;
    const struct function *other = NULL;
    for (size_t k = 0; k < symbol->functions.count; k++)
        if (is_definition(symbol->functions.items[k])) {
            other = found ? symbol->functions.items[k] : NULL;
            found = found ? found : symbol->functions.items[k];
        }
    if (function->body || !found)
        return;
    if (found->unit->has_weak || other || !functions_agree(function, found)) {
        function->is_replaced = true;
        if (!found->unit->has_weak)
            report_conflict(diags, function, found, other);
        return;
    }
    function->linked = found;
    found->address_taken |= function->address_taken;
    found->call_count += function->call_count;
    found->is_noreturn |= function->is_noreturn;
}

/* ---- variables ---------------------------------------------------------------------------- */

/* How much the declaration tells. */
static int rank_of(const struct var *var)
{
    return (var->init ? 2 : 0) + var->type->is_complete;
}

static const struct var *best_of(const struct symbol *symbol)
{
    const struct var *best = symbol->vars.items[0];
    for (size_t k = 1; k < symbol->vars.count; k++)
        if (rank_of(symbol->vars.items[k]) > rank_of(best))
            best = symbol->vars.items[k];
    return best;
}

static bool is_same_var(const struct var *a, const struct var *b)
{
    return types_agree(a->type, b->type) && a->is_thread_local == b->is_thread_local;
}

static void resolve_var(struct linker *linker, const struct link_input *input,
                        const struct symbol *symbol, struct var *var)
{
    const struct var *best = best_of(symbol);
    if (var == best)
        return;
    if (is_same_var(var, best)) {
        var->linked = (struct var *)best;
        var->linked->address_taken |= var->address_taken;
        var->linked->is_defined |= var->is_defined;
        LIST_PUSH(linker->arena, var->linked->declarations, var);
        return;
    }
    input->unit->has_aliases = true;
    struct diag *diag =
        diag_add(input->diags, SEVERITY_WARNING, DIAG_LINK_CONFLICT, &var->place, 0,
                 "'%s' has another type in another file; any variable may be any other", var->name);
    diag_add_note(input->diags, diag, &best->place, 0, "'%s' is declared here, too", var->name);
}

static void resolve(struct linker *linker, const struct link_input *input)
{
    const struct unit *unit = input->unit;
    for (size_t k = 0; k < unit->functions.count; k++) {
        struct function *function = unit->functions.items[k];
        if (!function->is_static && !function->is_renamed)
            resolve_function(input->diags, symbol_get(linker, function->name), function);
    }
    for (size_t k = 0; k < unit->globals.count; k++) {
        struct var *var = unit->globals.items[k];
        if (var->storage == STORAGE_EXTERNAL && !var->is_renamed)
            resolve_var(linker, input, symbol_get(linker, var->name), var);
    }
}

/* ---- mentions ----------------------------------------------------------------------------- */

static void redirect_stmt(struct stmt *stmt);

static bool redirect_node(struct expr *e, void *data)
{
    (void)data;
    if (e->kind == EXPR_VAR && e->var->linked)
        e->var = e->var->linked;
    if (e->kind == EXPR_FUNCTION && e->function->linked)
        e->function = e->function->linked;
    if (e->kind == EXPR_BLOCK)
        redirect_stmt(e->stmt);
    return true;
}

static void redirect_expr(struct expr *e)
{
    visit_expr(e, redirect_node, NULL);
}

static void redirect_var(const struct var *var)
{
    redirect_expr(var->init);
    for (struct type *type = var->type; type; type = type->target)
        redirect_expr(type->extent);
}

static void redirect_declared(struct stmt *stmt, void *data)
{
    (void)data;
    for (size_t k = 0; k < stmt->vars.count; k++)
        redirect_var(stmt->vars.items[k]);
}

static void redirect_stmt(struct stmt *stmt)
{
    visit_stmts(stmt, redirect_declared, NULL);
    visit_stmt_exprs(stmt, redirect_node, NULL);
}

static void redirect_item(const struct clause_item *item)
{
    redirect_expr(item->base.expr);
    redirect_expr(item->first.expr);
    redirect_expr(item->count.expr);
}

static void redirect_pragma(struct pragma *pragma)
{
    if (pragma->function && pragma->function->linked)
        pragma->function = pragma->function->linked;
    for (size_t k = 0; k < pragma->clauses.count; k++) {
        const struct clause *clause = &pragma->clauses.items[k];
        redirect_expr(clause->value.expr);
        redirect_expr(clause->function.expr);
        for (size_t i = 0; i < clause->items.count; i++)
            redirect_item(&clause->items.items[i]);
    }
    for (size_t k = 0; k < pragma->effects.count; k++)
        for (size_t i = 0; i < pragma->effects.items[k].items.count; i++)
            redirect_item(&pragma->effects.items[k].items.items[i]);
}

static void redirect(const struct link_input *input)
{
    const struct unit *unit = input->unit;
    for (size_t k = 0; k < unit->globals.count; k++)
        redirect_var(unit->globals.items[k]);
    for (size_t k = 0; k < unit->functions.count; k++) {
        const struct function *function = unit->functions.items[k];
        for (size_t p = 0; p < function->params.count; p++)
            redirect_var(function->params.items[p]);
        redirect_stmt(function->body);
    }
    for (size_t k = 0; k < input->pragmas->list.count; k++)
        redirect_pragma(input->pragmas->list.items[k]);
    for (size_t k = 0; k < input->pragmas->included.count; k++)
        redirect_pragma(input->pragmas->included.items[k]);
}

/* ---- the program -------------------------------------------------------------------------- */

/* What holds for all units, and the lists of all. */
static void join(struct unit *program, const struct unit *unit)
{
    struct arena *arena = program->arena;
    for (size_t k = 0; k < unit->functions.count; k++)
        if (!unit->functions.items[k]->linked)
            LIST_PUSH(arena, program->functions, unit->functions.items[k]);
    for (size_t k = 0; k < unit->globals.count; k++)
        if (!unit->globals.items[k]->linked)
            LIST_PUSH(arena, program->globals, unit->globals.items[k]);
    program->has_cleanups |= unit->has_cleanups;
    program->has_assembler |= unit->has_assembler;
    program->has_aliases |= unit->has_aliases;
    program->types_alias |= unit->types_alias;
    program->wraps_signed |= unit->wraps_signed;
    program->exact_floating &= unit->exact_floating;
}

static void share(struct unit *unit, const struct unit *program)
{
    unit->functions.items = program->functions.items;
    unit->functions.count = unit->functions.room = program->functions.count;
    unit->globals.items = program->globals.items;
    unit->globals.count = unit->globals.room = program->globals.count;
    unit->has_cleanups = program->has_cleanups;
    unit->has_assembler = program->has_assembler;
    unit->has_aliases = program->has_aliases;
    unit->types_alias = program->types_alias;
    unit->wraps_signed = program->wraps_signed;
    unit->exact_floating = program->exact_floating;
}

void link_units(const struct link_input *inputs, size_t count)
{
    if (count < 2)
        return;
    struct linker linker = {inputs[0].unit->arena, inputs, count, {0}};
    struct unit program = {.arena = linker.arena, .exact_floating = true};
    for (size_t k = 0; k < count; k++)
        collect(&linker, inputs[k].unit);
    for (size_t k = 0; k < count; k++)
        resolve(&linker, &inputs[k]);
    for (size_t k = 0; k < count; k++)
        redirect(&inputs[k]);
    for (size_t k = 0; k < count; k++)
        join(&program, inputs[k].unit);
    for (size_t k = 0; k < count; k++)
        share(inputs[k].unit, &program);
}
