#include "guard.h"

#include "render.h"

#include <string.h>

void add_guard(struct arena *arena, struct loop *loop, const char *text, const char *condition)
{
    struct guard guard = {.text = text, .condition = condition};
    for (size_t k = 0; k < loop->guards.count; k++)
        if (condition && loop->guards.items[k].condition &&
            !strcmp(loop->guards.items[k].condition, condition))
            return;
    LIST_PUSH(arena, loop->guards, guard);
}

const char *guard_value(struct arena *arena, struct loop *loop, const char *text)
{
    if (!strchr(text, '('))
        return text;
    for (size_t k = 0; k < loop->guard_values.count; k++)
        if (!strcmp(loop->guard_values.items[k].text, text))
            return loop->guard_values.items[k].name;
    struct guard_value value = {
        .name = arena_printf(arena, "ppar_g%u", loop->guard_values.count + 1), .text = text};
    LIST_PUSH(arena, loop->guard_values, value);
    return value.name;
}

/* A disjunction among several conditions needs parentheses. */
static const char *as_operand(struct arena *arena, const struct loop *loop, const char *text)
{
    bool needs_them = loop->guards.count > 1 && strstr(text, "||");
    return needs_them ? arena_printf(arena, "(%s)", text) : text;
}

/* Parts of one object have one name. */
static bool is_repeated(const struct loop *loop, size_t index)
{
    for (size_t k = 0; k < index; k++)
        if (!strcmp(loop->guards.items[k].text, loop->guards.items[index].text))
            return true;
    return false;
}

const char *guards_text(struct arena *arena, const struct loop *loop)
{
    const char *all = NULL;
    for (size_t k = 0; k < loop->guards.count; k++) {
        if (is_repeated(loop, k))
            continue;
        const char *text = as_operand(arena, loop, loop->guards.items[k].text);
        all = all ? arena_printf(arena, "%s && %s", all, text) : text;
    }
    return all;
}

/* ---- values of symbols -------------------------------------------------------------------- */

static void need_small(struct arena *arena, struct loop *loop, const struct atom *symbol)
{
    add_guard(arena, loop, arena_printf(arena, "%s is less than 2^40", symbol->text),
              arena_printf(arena, "ppar_is_small(%s)", symbol->text));
}

static void need_small_symbols(struct arena *arena, struct loop *loop, const struct poly *value)
{
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            const struct atom *atom = value->terms[k].atoms[d];
            if (atom->kind == ATOM_SYMBOL && atom->type && atom->type->size == 8)
                need_small(arena, loop, atom);
        }
}

const char *hull_text(struct arena *arena, struct loop *loop, const char *choose,
                      const struct poly *const *values, size_t count)
{
    const char *text = NULL;
    for (size_t k = 0; k < count; k++) {
        const char *one = poly_wide_text(arena, values[k]);
        if (!one && (one = poly_small_text(arena, values[k])))
            need_small_symbols(arena, loop, values[k]);
        if (!one)
            return NULL;
        text = text ? arena_printf(arena, "%s(%s, %s)", choose, text, one) : one;
    }
    return text;
}
