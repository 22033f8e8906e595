/*
 * Numbering the bytes of an object (struct layout in relation.h). An offset such as
 *
 *     8*w*y + 8*x          (img[y * w + x], double)
 *
 * is a product of a symbol and a counter, which isl cannot take. Its terms are grouped by their
 * symbols: the group of {w} is 8*w times y, the group without symbols is 8*x bytes. If in every
 * access 0 <= 8*x and 8*x + 8 <= 8*w, the pair (y, 8*x) stands for the offset, and different pairs
 * are different offsets; that is delinearization. The strides are found from the terms that have
 * a counter; terms of symbols alone belong to the largest stride that divides them. Each stride has
 * to divide the next larger one, as in nested arrays.
 *
 * Rows behind a table of pointers (rows.h) have a stride of their own, the pitch, which is no
 * number: byte b of row k is at pitch * k + b, whatever b is, so there is nothing to check. What b
 * is made of can have strides in turn.
 *
 * The check of the rest is made for every access, in its own instances, so a single access that
 * may leave its row spoils the layout, and then nothing is known of the object.
 */
#include "relation.h"

#include <isl/aff.h>
#include <isl/space.h>
#include <isl/val.h>

#include <stdlib.h>

/* ---- strides ------------------------------------------------------------------------------ */

static struct stride symbols_of(const struct term *term)
{
    struct stride stride = {.coefficient = term->coefficient};
    for (unsigned d = 0; d < term->degree; d++)
        if (term->atoms[d]->kind == ATOM_SYMBOL)
            stride.symbols[stride.degree++] = term->atoms[d];
    return stride;
}

static bool has_pitch(const struct stride *stride)
{
    for (unsigned k = 0; k < stride->degree; k++)
        if (stride->symbols[k]->is_pitch)
            return true;
    return false;
}

static bool same_symbols(const struct stride *a, const struct stride *b)
{
    if (a->degree != b->degree)
        return false;
    for (unsigned k = 0; k < a->degree; k++)
        if (a->symbols[k] != b->symbols[k])
            return false;
    return true;
}

static int64_t gcd(int64_t a, int64_t b)
{
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The symbols of SMALLER are among those of LARGER, which are in the same order. */
static bool divides(const struct stride *smaller, const struct stride *larger)
{
    unsigned found = 0;
    for (unsigned k = 0; k < larger->degree && found < smaller->degree; k++)
        found += smaller->symbols[found] == larger->symbols[k];
    return found == smaller->degree && larger->coefficient % smaller->coefficient == 0;
}

static bool add_stride(struct layout *layout, const struct stride *stride)
{
    for (unsigned k = 0; k < layout->count; k++)
        if (same_symbols(&layout->strides[k], stride)) {
            layout->strides[k].coefficient =
                gcd(layout->strides[k].coefficient, stride->coefficient);
            return true;
        }
    if (layout->count == MAX_STRIDES)
        return false;
    layout->strides[layout->count] = *stride;
    layout->strides[layout->count++].coefficient = gcd(stride->coefficient, 0);
    return true;
}

static bool is_everywhere(const struct access *access)
{
    return !access->offset;
}

/* Terms with a counter and symbols make strides. A term with two counters fits no layout. */
static bool add_strides(struct layout *layout, const struct poly *offset)
{
    for (size_t k = 0; k < offset->count; k++) {
        struct stride stride = symbols_of(&offset->terms[k]);
        unsigned varying = offset->terms[k].degree - stride.degree;
        if (varying > 1)
            return false;
        if (varying && stride.degree && !add_stride(layout, &stride))
            return false;
    }
    return true;
}

/* From the largest down; those of rows are larger than those in a row. */
static int by_degree(const void *a, const void *b)
{
    const struct stride *one = a, *two = b;
    if (has_pitch(one) != has_pitch(two))
        return has_pitch(one) ? -1 : 1;
    return (int)two->degree - (int)one->degree;
}

/* Whether part K of an offset, from 1 on, counts in a row, where there is no limit to it. */
static bool is_in_row(const struct layout *layout, unsigned k)
{
    return has_pitch(&layout->strides[k - 1]) &&
           (k == layout->count || !has_pitch(&layout->strides[k]));
}

static bool are_nested(struct layout *layout)
{
    qsort(layout->strides, layout->count, sizeof layout->strides[0], by_degree);
    for (unsigned k = 0; k + 1 < layout->count; k++)
        if (!is_in_row(layout, k + 1) &&
            (!divides(&layout->strides[k + 1], &layout->strides[k]) ||
             layout->strides[k].degree == layout->strides[k + 1].degree))
            return false;
    return true;
}

/* ---- splitting an offset ------------------------------------------------------------------ */

/* TERM / stride, when the term is a multiple of it. */
static const struct poly *quotient(struct arena *arena, const struct term *term,
                                   const struct stride *stride)
{
    struct stride own = symbols_of(term);
    if (!divides(stride, &own))
        return NULL;
    const struct poly *value = poly_constant(arena, term->coefficient / stride->coefficient);
    unsigned taken = 0;
    for (unsigned d = 0; d < term->degree; d++) {
        if (taken < stride->degree && term->atoms[d] == stride->symbols[taken])
            taken++;
        else
            value = poly_multiply(arena, value, poly_atom(arena, term->atoms[d]));
    }
    return value;
}

/* A row that is counted from its end, as w - 1 or w - 1 - x, has its w among the rows; it comes
 * back. */
static bool looks_negative(const struct poly *part)
{
    for (size_t k = 0; part && k < part->count; k++)
        if (part->terms[k].coefficient > 0)
            return false;
    return part && (part->count > 1 || (part->count == 1 && !part->terms[0].degree));
}

static const struct poly *stride_value(struct arena *arena, const struct stride *stride)
{
    const struct poly *value = poly_constant(arena, stride->coefficient);
    for (unsigned k = 0; k < stride->degree; k++)
        value = poly_multiply(arena, value, poly_atom(arena, stride->symbols[k]));
    return value;
}

/* What part K of an offset, from 1 on, has to stay below. */
static const struct poly *part_limit(struct arena *arena, const struct layout *layout, unsigned k)
{
    const struct poly *larger = stride_value(arena, &layout->strides[k - 1]);
    return k == layout->count ? larger : quotient(arena, &larger->terms[0], &layout->strides[k]);
}

/* PARTS[k] times stride k, and PARTS[count] bytes. */
static void split(struct arena *arena, const struct layout *layout, const struct poly *offset,
                  const struct poly *parts[MAX_STRIDES + 1])
{
    for (unsigned k = 0; k <= layout->count; k++)
        parts[k] = poly_constant(arena, 0);
    for (size_t t = 0; t < offset->count; t++) {
        const struct poly *part = NULL;
        unsigned k = 0;
        for (; k < layout->count && !part; k++)
            part = quotient(arena, &offset->terms[t], &layout->strides[k]);
        if (part) {
            parts[k - 1] = poly_add(arena, parts[k - 1], part);
            continue;
        }
        const struct poly *term = poly_constant(arena, offset->terms[t].coefficient);
        for (unsigned d = 0; d < offset->terms[t].degree; d++)
            term = poly_multiply(arena, term, poly_atom(arena, offset->terms[t].atoms[d]));
        parts[layout->count] = poly_add(arena, parts[layout->count], term);
    }
    for (unsigned k = layout->count; k > 0; k--)
        if (!is_in_row(layout, k) && looks_negative(parts[k])) {
            parts[k] = poly_add(arena, parts[k], part_limit(arena, layout, k));
            parts[k - 1] = poly_subtract(arena, parts[k - 1], poly_constant(arena, 1));
        }
}

static bool is_natural(struct trace *trace, const struct access *access, const struct poly *value,
                       struct assumptions *assumptions)
{
    struct assumption assumption = {access->context, value};
    if (value_is_natural(trace, access->context, value))
        return true;
    if (!assumptions || !value)
        return false;
    LIST_PUSH(trace->arena, assumptions->list, assumption);
    return true;
}

/* 0 <= part and part + LENGTH <= LIMIT, in all instances of ACCESS */
static bool stays_within(struct trace *trace, const struct access *access, const struct poly *part,
                         const struct poly *length, const struct poly *limit,
                         struct assumptions *assumptions)
{
    const struct poly *end = poly_add(trace->arena, part, length);
    return is_natural(trace, access, part, assumptions) &&
           is_natural(trace, access, poly_subtract(trace->arena, limit, end), assumptions);
}

static bool fits_layout(struct trace *trace, const struct layout *layout,
                        const struct access *access, struct assumptions *assumptions)
{
    const struct poly *parts[MAX_STRIDES + 1];
    split(trace->arena, layout, access->offset, parts);
    const struct poly *one = poly_constant(trace->arena, 1);
    for (unsigned k = 1; k <= layout->count; k++)
        if (!is_in_row(layout, k) &&
            !stays_within(trace, access, parts[k], k == layout->count ? access->length : one,
                          part_limit(trace->arena, layout, k), assumptions))
            return false;
    return true;
}

/* ---- the unit ----------------------------------------------------------------------------- */

static int64_t unit_of(const struct poly *value, int64_t unit)
{
    for (size_t k = 0; value && k < value->count; k++)
        unit = gcd(unit, value->terms[k].coefficient);
    return unit;
}

static int64_t unit_of_access(struct trace *trace, const struct layout *layout,
                              const struct access *access, int64_t unit)
{
    const struct poly *parts[MAX_STRIDES + 1];
    if (is_everywhere(access))
        return unit;
    split(trace->arena, layout, access->offset, parts);
    return unit_of(access->length, unit_of(parts[layout->count], unit));
}

bool find_element_layout(struct trace *trace, const struct object *object, struct layout *layout,
                         struct assumptions *assumptions)
{
    const struct stride pitch = {.coefficient = 1, .degree = 1, .symbols = {object->pitch}};
    *layout = (struct layout){0};
    if (object->kind == OBJECT_ROWS)
        add_stride(layout, &pitch);
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == object && !is_everywhere(access) &&
            !add_strides(layout, access->offset))
            return false;
    }
    if (!are_nested(layout))
        return false;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != object)
            continue;
        if (layout->count && !is_everywhere(access) &&
            (!access->length || !fits_layout(trace, layout, access, assumptions)))
            return false;
        layout->unit = unit_of_access(trace, layout, access, layout->unit);
    }
    if (!layout->unit)
        layout->unit = 1;
    return true;
}

/* ---- elements ----------------------------------------------------------------------------- */

/* vectors -> all elements */
static isl_map *everywhere(const struct instance *instance, const struct layout *layout)
{
    isl_space *space = isl_space_alloc(instance->trace->isl, 0, instance->count, layout->count + 1);
    return isl_map_universe(space);
}

/* [x] -> [y : x <= y], or y < x */
static isl_map *ordered(isl_ctx *ctx, bool below)
{
    isl_space *numbers = isl_space_set_alloc(ctx, 0, 1);
    return below ? isl_map_lex_gt(numbers) : isl_map_lex_le(numbers);
}

/* vectors -> the numbers from LOW on, below HIGH (NULL: without end) */
static isl_map *interval(const struct instance *instance, isl_pw_aff *low, isl_pw_aff *high,
                         bool has_end)
{
    isl_ctx *ctx = instance->trace->isl;
    isl_map *map = isl_map_apply_range(isl_map_from_pw_aff(low), ordered(ctx, false));
    if (!has_end)
        return map;
    isl_map *below = isl_map_apply_range(isl_map_from_pw_aff(high), ordered(ctx, true));
    return isl_map_intersect(map, below);
}

static isl_map *last_dimension(const struct instance *instance, const struct layout *layout,
                               const struct poly *bytes, const struct poly *length)
{
    struct arena *arena = instance->trace->arena;
    const struct poly *low = poly_divide_exactly(arena, bytes, layout->unit);
    const struct poly *high =
        length ? poly_divide_exactly(arena, poly_add(arena, bytes, length), layout->unit) : NULL;
    if (!low || (length && !high))
        return NULL;
    return interval(instance, affine_value(instance, low), affine_value(instance, high),
                    length != NULL);
}

isl_map *elements_of(const struct instance *instance, const struct layout *layout,
                     const struct poly *offset, const struct poly *length, bool *known)
{
    const struct poly *parts[MAX_STRIDES + 1];
    isl_map *map = NULL;
    if (offset && !instance->failed) {
        split(instance->trace->arena, layout, offset, parts);
        map = last_dimension(instance, layout, parts[layout->count], length);
        for (unsigned k = layout->count; map && k-- > 0;) {
            isl_map *part = isl_map_from_pw_aff(affine_value(instance, parts[k]));
            map = isl_map_flat_range_product(part, map);
        }
    }
    *known = map != NULL;
    return map ? map : everywhere(instance, layout);
}
