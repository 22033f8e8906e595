/*
 * A table is a variable, or what an invariant pointer points to. All pointers in it that have one
 * type and lie at one distance from each other lead to one object, as long as nothing was seen to
 * be written to them. The distance is the size of the table's elements, so that members of records
 * are tables of their own, and writing one leaves the others alone.
 *
 * Rows are numbered by the places of their pointers. Nothing is known of how long a row is, nor
 * where it lies; so before the loop the run-time library looks at all rows between the first and
 * the last one that the loop may touch, and at all bytes between the lowest and the highest that it
 * may touch in any of them: two hulls, made as those of other objects are (hull.h). That counts
 * bytes which are not touched, and a pointer which is not followed; when only these overlap, the
 * loop runs serially for nothing.
 */
#include "rows.h"

#include "alias.h"
#include "guard.h"
#include "hull.h"
#include "leave.h"
#include "render.h"

/* ---- finding rows ------------------------------------------------------------------------- */

/* The elements of a table lie one behind the other. */
static int64_t element_size(const struct object *table, const struct type *pointer)
{
    const struct type *type = table->type;
    while (type && type->kind == TYPE_ARRAY)
        type = type->target;
    bool is_whole = type && type->size >= pointer->size && type->size % pointer->size == 0;
    return is_whole ? type->size : pointer->size;
}

static struct object *find_object(struct trace *trace, const struct object *table, int64_t column,
                                  const struct type *type)
{
    for (size_t k = 0; k < trace->objects.count; k++) {
        struct object *object = trace->objects.items[k];
        if (object->kind == OBJECT_ROWS && object->table == table && object->column == column &&
            object->type == type)
            return object;
    }
    return NULL;
}

static struct object *new_object(struct trace *trace, const struct object *table, int64_t column,
                                 struct type *pointer)
{
    struct arena *arena = trace->arena;
    struct object *object = ARENA_NEW(arena, struct object);
    object->kind = OBJECT_ROWS;
    object->id = (unsigned)trace->objects.count;
    object->table = table;
    object->column = column;
    object->stride = element_size(table, pointer);
    object->type = pointer->target;
    object->name = table->name;
    object->text = table->text;
    object->home = table->home;
    object->place = table->place;
    object->pitch =
        trace_atom(trace, ATOM_SYMBOL, NULL, arena_printf(arena, "ppar_pitch%u", object->id));
    object->pitch->is_pitch = true;
    LIST_PUSH(arena, trace->objects, object);
    return object;
}

bool rows_find(struct trace *trace, const struct pointer *at, struct type *type,
               struct pointer *value)
{
    struct arena *arena = trace->arena;
    int64_t size = element_size(at->object, type);
    int64_t column = (poly_constant_term(at->offset) % size + size) % size;
    const struct poly *row = poly_divide_exactly(
        arena, poly_subtract(arena, at->offset, poly_constant(arena, column)), size);
    bool is_memory = type->target->kind != TYPE_FUNCTION && type->target->size != 0;
    if (!row || column + type->size > size || !is_memory)
        return false;
    struct object *object = find_object(trace, at->object, column, type->target);
    if (!object)
        object = new_object(trace, at->object, column, type);
    if (object->is_changed)
        return false;
    *value = (struct pointer){.object = object};
    value->offset = poly_multiply(arena, row, poly_atom(arena, object->pitch));
    return value->offset != NULL;
}

/* Whether ACCESS, to the table, lies between the pointers. */
static bool misses_pointers(const struct access *access, const struct object *rows)
{
    const int64_t stride = rows->stride, pointer = sizeof(void *);
    int64_t length;
    if (!access->offset || !access->length || !poly_is_constant(access->length, &length))
        return false;
    for (size_t k = 0; k < access->offset->count; k++)
        if (access->offset->terms[k].degree && access->offset->terms[k].coefficient % stride)
            return false;
    int64_t first = (poly_constant_term(access->offset) % stride + stride) % stride;
    return (first >= rows->column + pointer && first + length <= stride) ||
           first + length <= rows->column;
}

bool rows_move(struct trace *trace, const struct object *rows)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->is_write && objects_may_overlap(trace, access->object, rows->table) &&
            !(access->object == rows->table && misses_pointers(access, rows)))
            return true;
    }
    return false;
}

/* ---- offsets ------------------------------------------------------------------------------ */

bool rows_split(struct arena *arena, const struct object *rows, const struct poly *offset,
                struct row_place *place)
{
    const struct poly *none = poly_constant(arena, 0), *one = poly_constant(arena, 1);
    place->byte = poly_replace(arena, offset, rows->pitch, none);
    place->row = poly_subtract(arena, poly_replace(arena, offset, rows->pitch, one), place->byte);
    return place->row && place->byte;
}

bool rows_are_told(const struct pointer *at)
{
    bool has_row = at->object->kind != OBJECT_ROWS;
    if (has_row || !at->offset)
        return true;
    for (size_t k = 0; k < at->offset->count; k++)
        for (unsigned d = 0; d < at->offset->terms[k].degree; d++) {
            const struct atom *atom = at->offset->terms[k].atoms[d];
            has_row |= atom == at->object->pitch;
            for (unsigned n = 0; atom->kind == ATOM_DERIVED && n < atom_operand_count(atom); n++)
                if (poly_mentions(atom->operands[n], at->object->pitch))
                    return false;
        }
    return has_row;
}

const struct poly *rows_pointer(struct arena *arena, const struct object *rows,
                                const struct poly *row)
{
    return poly_add(arena, poly_constant(arena, rows->column),
                    poly_scale(arena, row, rows->stride));
}

/* ---- the guard ---------------------------------------------------------------------------- */

static void rows_of(struct trace *trace, const struct access *access, const struct poly **low,
                    const struct poly **high)
{
    struct row_place place = {0};
    *low = *high = NULL;
    if (!access->offset || !rows_split(trace->arena, access->object, access->offset, &place))
        return;
    *low = place.row;
    *high = poly_add(trace->arena, place.row, poly_constant(trace->arena, 1));
}

static void bytes_of(struct trace *trace, const struct access *access, const struct poly **low,
                     const struct poly **high)
{
    struct row_place place = {0};
    *low = *high = NULL;
    if (!access->offset || !rows_split(trace->arena, access->object, access->offset, &place))
        return;
    *low = place.byte;
    *high = poly_add(trace->arena, place.byte, access->length);
}

/* C for the least and the greatest of a part of the accesses. */
static bool find_ends(struct loop *loop, const struct object *rows, hull_part *part,
                      const char **low, const char **high)
{
    struct arena *arena = loop->trace->arena;
    struct hull hull;
    if (!hull_find_part(loop->trace, rows, part, &hull))
        return false;
    *low = hull_text(arena, loop, "ppar_least", hull.lows.items, hull.lows.count);
    *high = hull_text(arena, loop, "ppar_greatest", hull.highs.items, hull.highs.count);
    if (!*low || !*high)
        return false;
    *low = guard_value(arena, loop, *low);
    *high = guard_value(arena, loop, *high);
    return true;
}

const char *rows_text(struct loop *loop, const struct object *rows)
{
    struct arena *arena = loop->trace->arena;
    const char *base = object_address(arena, rows->table), *first, *end, *low, *high;
    bool is_read = !loop_leaves(loop); /* all of the table */
    if (!is_read || !base || !find_ends(loop, rows, rows_of, &first, &end) ||
        !find_ends(loop, rows, bytes_of, &low, &high))
        return NULL;
    return arena_printf(arena, "ppar_rows(%s, %lld, %lld, %s, %s, %s, %s)", base,
                        (long long)rows->column, (long long)rows->stride, first, end, low, high);
}

const char *rows_name(struct arena *arena, const struct object *rows)
{
    return arena_printf(arena, "the rows of %s", rows->name);
}

bool guard_rows(struct loop *loop, const struct object *rows)
{
    struct arena *arena = loop->trace->arena;
    const char *text = rows_text(loop, rows);
    if (!text)
        return false;
    add_guard(arena, loop, arena_printf(arena, "%s do not overlap", rows_name(arena, rows)),
              arena_printf(arena, "ppar_rows_differ(%s)", text));
    return true;
}
