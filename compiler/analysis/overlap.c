/*
 * What a loop touches of an object lies in its hull, from the least to the greatest of some values
 * of symbols. Two hulls that do not overlap have no byte in common. The values are computed in 128
 * bits, where they cannot overflow.
 *
 * The addresses of two variables are never compared: a compiler knows them to differ, whatever an
 * alias attribute says.
 */
#include "overlap.h"

#include "alias.h"
#include "append.h"
#include "fold.h"
#include "guard.h"
#include "hull.h"
#include "render.h"
#include "rows.h"

#include <string.h>

struct section {
    const char *base, *low, *high; /* C */
};

/* A reduction into an array touches all of it: each chunk starts from identities. The update, or
 * NULL. */
static const struct reduction_update *find_fold(const struct trace *trace,
                                                const struct object *object)
{
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object && trace->accesses.items[k].update)
            return trace->accesses.items[k].update;
    return NULL;
}

/* All that a fold behind a pointer may touch. */
static bool find_folded(const struct loop *loop, const struct object *object,
                        struct section *section)
{
    struct arena *arena = loop->trace->arena;
    const struct reduction_update *fold = find_fold(loop->trace, object);
    struct fold_section all;
    if (!fold || !fold_section_find(loop, object, fold->type->size, &all))
        return false;
    const long long size = fold->type->size;
    section->base = object_address(arena, object);
    section->low = arena_printf(arena, "(ppar_wide)%s * %lld", all.first, size);
    section->high = arena_printf(arena, "((ppar_wide)%s + %s) * %lld", all.first, all.count, size);
    return true;
}

static bool find_section(struct loop *loop, const struct object *object, struct section *section)
{
    struct arena *arena = loop->trace->arena;
    struct hull hull;
    const char *low = NULL, *high = NULL;
    const struct append_array *array = find_append_array(loop, object);
    bool is_whole = object->kind == OBJECT_VARIABLE && find_fold(loop->trace, object);
    if (find_folded(loop, object, section))
        return true;
    if (array) {
        append_section(loop, array, &low, &high);
    } else if (!is_whole && hull_find(loop->trace, object, &hull)) {
        low = hull_text(arena, loop, "ppar_least", hull.lows.items, hull.lows.count);
        high = hull_text(arena, loop, "ppar_greatest", hull.highs.items, hull.highs.count);
    }
    if (object->kind == OBJECT_VARIABLE && (!low || !high)) {
        low = "0";
        high = arena_printf(arena, "(ppar_wide)sizeof %s", object->text);
    }
    section->base = object_address(arena, object);
    section->low = low;
    section->high = high;
    return section->base && low && high;
}

static const char *blocks_apart(struct loop *loop, const struct object *a, const struct object *b)
{
    struct arena *arena = loop->trace->arena;
    struct section first, second, *one = &first, *two = &second;
    if (!find_section(loop, a, one) || !find_section(loop, b, two))
        return NULL;
    return arena_printf(arena, "ppar_apart(%s, %s, %s, %s, %s, %s)", one->base,
                        guard_value(arena, loop, one->low), guard_value(arena, loop, one->high),
                        two->base, guard_value(arena, loop, two->low),
                        guard_value(arena, loop, two->high));
}

/* The rows of a table, or memory in one piece as one row. */
static const char *some_rows(struct loop *loop, const struct object *object)
{
    struct arena *arena = loop->trace->arena;
    struct section one;
    if (object->kind == OBJECT_ROWS)
        return rows_text(loop, object);
    if (!find_section(loop, object, &one))
        return NULL;
    return arena_printf(arena, "ppar_one_row(%s, %s, %s)", one.base,
                        guard_value(arena, loop, one.low), guard_value(arena, loop, one.high));
}

static const char *rows_apart(struct loop *loop, const struct object *a, const struct object *b)
{
    const char *one = some_rows(loop, a), *two = some_rows(loop, b);
    return one && two ? arena_printf(loop->trace->arena, "ppar_rows_apart(%s, %s)", one, two)
                      : NULL;
}

static const char *name_of(struct arena *arena, const struct object *object)
{
    return object->kind == OBJECT_ROWS ? rows_name(arena, object) : object->name;
}

bool guard_apart(struct loop *loop, const struct object *a, const struct object *b)
{
    struct arena *arena = loop->trace->arena;
    if (!can_be_told_apart(a, b))
        return false;
    bool has_rows = a->kind == OBJECT_ROWS || b->kind == OBJECT_ROWS;
    const char *condition = has_rows ? rows_apart(loop, a, b) : blocks_apart(loop, a, b);
    if (!condition)
        return false;
    const char *one = name_of(arena, a), *two = name_of(arena, b);
    const char *text = strcmp(one, two) ? arena_printf(arena, "%s and %s do not overlap", one, two)
                       : has_rows       ? arena_printf(arena, "%s do not overlap", one)
                                        : arena_printf(arena, "%s does not point to itself", one);
    add_guard(arena, loop, text, condition);
    return true;
}
