/*
 * A part of an object is the bytes from
 *
 *     scale * low + base    to before    scale * high + base
 *
 * where low and high hang on what the iteration loads from index arrays, and scale and base are the
 * same in all iterations:
 *
 *     a[idx[i]].x     low = idx[i], high = idx[i] + 1, scale = sizeof a[0]
 *     v[k]            low = ptr[i], high = ptr[i + 1], where k runs from the one to the other
 *
 * Parts of the first kind have no byte in common when all the indices differ: an iteration may have
 * several of them. Of the second kind, when the ranges follow each other, and an iteration has one.
 * That each access stays within a part of its own iteration is asked of isl, in the access's own
 * context, with the indices as any values. What an iteration does to the object is then nobody
 * else's business, whatever order they run in.
 *
 * The indices are looked at before the loop. So the loop must not change them (ATOM_LOAD says so),
 * they must lie in their object at a constant distance from each other, and every iteration must
 * read them whatever happens, or the look might go where there is no memory. Of an iteration space
 * of several counters such a look is not built.
 */
#include "partition.h"

#include "guard.h"
#include "loaded.h"
#include "render.h"
#include "safe.h"

enum { MAX_PARTS = 8 };

struct part {
    const struct poly *low, *high;
    struct atom *low_load, *high_load; /* HIGH_LOAD NULL: high is low + 1 */
};

struct partition {
    const struct poly *scale, *base;
    bool is_rows;
    size_t count;
    struct part parts[MAX_PARTS];
    struct assumptions assumptions; /* on which all this rests */
};

/* ---- indices ------------------------------------------------------------------------------ */

/* The only atom of VALUE that differs between iterations, if it comes alone, with a factor of 1 or
 * -1. */
static struct atom *single_varying(const struct poly *value)
{
    struct atom *found = NULL;
    for (size_t k = 0; k < value->count; k++) {
        const struct term *term = &value->terms[k];
        bool is_invariant = true;
        for (unsigned d = 0; d < term->degree; d++)
            is_invariant &= term->atoms[d]->kind == ATOM_SYMBOL;
        if (is_invariant)
            continue;
        if (found || term->degree != 1 || (term->coefficient != 1 && term->coefficient != -1))
            return NULL;
        found = term->atoms[0];
    }
    return found;
}

/* The load on which ATOM hangs, so that different loaded values make different values of ATOM: the
 * load itself, or moved by some distance and wrapped round to a type that is no narrower. */
static struct atom *load_of(struct atom *atom)
{
    if (atom->kind == ATOM_DERIVED && atom->derivation == DERIVED_WRAP) {
        struct atom *inner = single_varying(atom->operands[0]);
        bool keeps = inner && inner->kind == ATOM_LOAD && !atom->type->is_bool &&
                     !inner->type->is_bool && atom->type->size >= inner->type->size;
        return keeps ? inner : NULL;
    }
    return atom->kind == ATOM_LOAD ? atom : NULL;
}

/* How far the load's place moves from one iteration to the next. */
static const struct poly *movement(struct trace *trace, const struct atom *load)
{
    struct arena *arena = trace->arena;
    const struct level *level = &trace->levels[0];
    const struct poly *offset = load->operands[0];
    const struct poly *next =
        poly_add(arena, poly_atom(arena, level->counter), poly_constant(arena, level->step));
    return poly_subtract(arena, poly_replace(arena, offset, level->counter, next), offset);
}

/* Whether the numbers that the iterations load lie at a constant distance from each other. */
static bool is_column(struct trace *trace, const struct atom *load)
{
    return trace->levels[0].step && poly_is_invariant(movement(trace, load));
}

/* ---- finding the parts -------------------------------------------------------------------- */

/* VALUE = *FACTOR * ATOM + *REST, with an invariant factor. */
static bool split_by(struct arena *arena, const struct poly *value, struct atom *atom,
                     const struct poly **factor, const struct poly **rest)
{
    const struct poly *at_one = poly_replace(arena, value, atom, poly_constant(arena, 1));
    *rest = poly_replace(arena, value, atom, poly_constant(arena, 0));
    *factor = poly_subtract(arena, at_one, *rest);
    const struct poly *product = poly_multiply(arena, *factor, poly_atom(arena, atom));
    return poly_is_invariant(*factor) && (*factor)->count &&
           poly_equal(value, poly_add(arena, *rest, product));
}

/* The terms of VALUE that are the same in all iterations. */
static const struct poly *invariant_terms(struct arena *arena, const struct poly *value)
{
    const struct poly *sum = poly_constant(arena, 0);
    for (size_t k = 0; k < value->count; k++) {
        const struct term *term = &value->terms[k];
        const struct poly *product = poly_constant(arena, term->coefficient);
        for (unsigned d = 0; d < term->degree; d++)
            product = poly_multiply(arena, product, poly_atom(arena, term->atoms[d]));
        if (poly_is_invariant(product))
            sum = poly_add(arena, sum, product);
    }
    return sum;
}

/* The base becomes the lesser one of itself and what REST begins with. */
static void lower_base(struct arena *arena, const struct poly **base, const struct poly *rest)
{
    const struct poly *start = invariant_terms(arena, rest);
    int64_t difference;
    if (!*base || (poly_constant_difference(start, *base, &difference) && difference < 0))
        *base = start;
}

static bool add_part(struct partition *partition, const struct part *part)
{
    for (size_t k = 0; k < partition->count; k++)
        if (poly_equal(partition->parts[k].low, part->low) &&
            poly_equal(partition->parts[k].high, part->high))
            return true;
    if (partition->count == MAX_PARTS)
        return false;
    partition->parts[partition->count++] = *part;
    return true;
}

static bool is_backward(const struct poly *factor)
{
    int64_t constant;
    return poly_is_constant(factor, &constant) && constant < 0;
}

/* What OFFSET's terms with ATOM say of the partition. *BACKWARD: of minus ATOM. */
static bool set_scale(struct trace *trace, struct partition *partition, const struct poly *offset,
                      struct atom *atom, bool *backward)
{
    const struct poly *factor, *rest;
    if (!split_by(trace->arena, offset, atom, &factor, &rest))
        return false;
    *backward = is_backward(factor);
    if (*backward)
        factor = poly_scale(trace->arena, factor, -1);
    if (partition->scale && !poly_equal(partition->scale, factor))
        return false;
    partition->scale = factor;
    lower_base(trace->arena, &partition->base, rest);
    return true;
}

/* The part that an index gives. */
static bool find_index(struct trace *trace, struct partition *partition,
                       const struct access *access)
{
    struct arena *arena = trace->arena;
    const struct poly *offset = access->offset;
    for (size_t k = 0; k < offset->count; k++)
        for (unsigned d = 0; d < offset->terms[k].degree; d++) {
            struct atom *atom = offset->terms[k].atoms[d];
            struct part part = {.low = poly_atom(arena, atom), .low_load = load_of(atom)};
            bool backward;
            if (!part.low_load || !is_column(trace, part.low_load))
                continue;
            if (!set_scale(trace, partition, offset, atom, &backward))
                return false;
            if (backward)
                part.low = poly_scale(arena, part.low, -1);
            part.high = poly_add(arena, part.low, poly_constant(arena, 1));
            return add_part(partition, &part);
        }
    return false;
}

/* The load that bounds a row, moved by some distance. */
static struct atom *load_of_bound(struct trace *trace, const struct poly *bound)
{
    struct atom *atom = single_varying(bound);
    bool is_fine = atom && atom->kind == ATOM_LOAD && is_column(trace, atom) &&
                   poly_coefficient(bound, atom) == 1;
    return is_fine ? atom : NULL;
}

/* Whether the loop runs between two loads, moved by the same distance. */
static bool find_row_of(struct trace *trace, const struct inner_loop *loop, struct part *part)
{
    struct arena *arena = trace->arena;
    const struct poly *one = poly_constant(arena, 1);
    if (!loop->counter || !loop->start || !loop->bound || !loop->step)
        return false;
    part->low = loop->step > 0 ? loop->start : poly_add(arena, loop->bound, one);
    part->high = loop->step > 0 ? loop->bound : poly_add(arena, loop->start, one);
    if (!part->low || !part->high)
        return false;
    part->low_load = load_of_bound(trace, part->low);
    part->high_load = load_of_bound(trace, part->high);
    if (!part->low_load || !part->high_load || part->low_load->type != part->high_load->type)
        return false;
    const struct poly *low = poly_subtract(arena, part->low, poly_atom(arena, part->low_load));
    const struct poly *high = poly_subtract(arena, part->high, poly_atom(arena, part->high_load));
    return poly_equal(low, high);
}

/* The part that a loop around ACCESS runs through. */
static bool find_row(struct trace *trace, struct partition *partition, const struct access *access)
{
    for (const struct context *link = access->context; link; link = link->outer) {
        struct part part;
        bool backward;
        if (link->kind == CONTEXT_LOOP && find_row_of(trace, link->loop, &part) &&
            poly_mentions(access->offset, link->loop->counter))
            return set_scale(trace, partition, access->offset, link->loop->counter, &backward) &&
                   !backward && add_part(partition, &part);
    }
    return false;
}

typedef bool find_part(struct trace *trace, struct partition *partition,
                       const struct access *access);

/* Collects the parts that the accesses hint at. */
static bool find_parts(struct trace *trace, const struct object *object, find_part *find,
                       struct partition *partition)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == object && access->offset && access->length)
            find(trace, partition, access);
    }
    return partition->count > 0;
}

/* ---- staying within ----------------------------------------------------------------------- */

/* Whether VALUE is never below 0 where ACCESS happens; if that is not known it is assumed. */
static bool is_natural(struct trace *trace, const struct access *access, const struct poly *value,
                       struct assumptions *assumptions)
{
    struct assumption assumption = {access->context, value};
    if (value_is_natural(trace, access->context, value))
        return true;
    if (!assumptions || !value || poly_is_opaque(value))
        return false;
    LIST_PUSH(trace->arena, assumptions->list, assumption);
    return true;
}

static bool stays_within(struct trace *trace, const struct partition *partition,
                         const struct part *part, const struct access *access,
                         struct assumptions *assumptions)
{
    struct arena *arena = trace->arena;
    const struct poly *start =
        poly_add(arena, partition->base, poly_multiply(arena, partition->scale, part->low));
    const struct poly *end =
        poly_add(arena, partition->base, poly_multiply(arena, partition->scale, part->high));
    const struct poly *access_end = poly_add(arena, access->offset, access->length);
    return is_natural(trace, access, poly_subtract(arena, access->offset, start), assumptions) &&
           is_natural(trace, access, poly_subtract(arena, end, access_end), assumptions);
}

bool partition_holds(struct trace *trace, const struct partition *partition,
                     const struct access *access)
{
    for (size_t k = 0; k < partition->count; k++)
        if (stays_within(trace, partition, &partition->parts[k], access, NULL))
            return true;
    return false;
}

static bool holds_all(struct trace *trace, const struct object *object, struct partition *partition)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != object || partition_holds(trace, partition, access))
            continue;
        if (query_is_late(trace) || partition->count > 1 ||
            !stays_within(trace, partition, &partition->parts[0], access, &partition->assumptions))
            return false;
    }
    return true;
}

/* ---- the partition ------------------------------------------------------------------------ */

/* Two columns of which one is the other some iterations later hold the same numbers, so that not
 * all of them differ. */
static bool repeat_each_other(struct trace *trace, const struct atom *a, const struct atom *b)
{
    const struct poly *distance = poly_subtract(trace->arena, a->operands[0], b->operands[0]);
    int64_t bytes, move;
    if (a->object != b->object)
        return false;
    return !poly_is_constant(distance, &bytes) || !poly_is_constant(movement(trace, a), &move) ||
           !poly_equal(movement(trace, a), movement(trace, b)) || !move || bytes % move == 0;
}

/* Whether two parts hang on their indices in the same way, so that different indices mean different
 * parts. */
static bool are_alike(const struct part *a, const struct part *b)
{
    const struct type *type = a->low_load->type, *other = b->low_load->type;
    int64_t factor = poly_coefficient(a->low, a->low_load);
    return factor && factor == poly_coefficient(b->low, b->low_load) && type->size == other->size &&
           type->is_signed == other->is_signed;
}

static bool columns_agree(struct trace *trace, const struct partition *partition)
{
    for (size_t a = 0; a < partition->count; a++)
        for (size_t b = a + 1; b < partition->count; b++) {
            const struct part *one = &partition->parts[a], *two = &partition->parts[b];
            if (!are_alike(one, two) || repeat_each_other(trace, one->low_load, two->low_load))
                return false;
        }
    return true;
}

static bool find_partition(struct trace *trace, const struct object *object,
                           struct partition *partition)
{
    partition->is_rows = find_parts(trace, object, find_row, partition);
    if (partition->is_rows)
        return partition->count == 1;
    return find_parts(trace, object, find_index, partition) && columns_agree(trace, partition);
}

static bool indices_are_read(struct trace *trace, struct partition *partition)
{
    for (size_t k = 0; k < partition->count; k++) {
        const struct part *part = &partition->parts[k];
        if (!load_happens(trace, part->low_load, &partition->assumptions) ||
            (part->high_load && !load_happens(trace, part->high_load, &partition->assumptions)))
            return false;
    }
    return true;
}

const struct partition *partition_find(struct trace *trace, const struct object *object)
{
    struct partition *partition = ARENA_NEW(trace->arena, struct partition);
    if (trace->may_exit || trace->level_count != 1 || !find_partition(trace, object, partition) ||
        !indices_are_read(trace, partition) || !holds_all(trace, object, partition))
        return NULL;
    return partition;
}

/* ---- the guard ---------------------------------------------------------------------------- */

/* The load's place in the first iteration. */
static const char *first_text(struct trace *trace, const struct atom *load)
{
    int64_t constant;
    struct atom *counter = trace->levels[0].counter;
    const struct poly *start = trace->levels[0].start;
    if (!poly_is_constant(start, &constant))
        start =
            poly_atom(trace->arena, trace_atom(trace, ATOM_SYMBOL, counter->type, "ppar_start"));
    return poly_text(trace->arena, poly_replace(trace->arena, load->operands[0], counter, start));
}

static const char *column_text(struct trace *trace, const struct atom *load)
{
    const char *base = object_address(trace->arena, load->object);
    const char *first = first_text(trace, load);
    const char *stride = poly_text(trace->arena, movement(trace, load));
    if (!base || !first || !stride)
        return NULL;
    return arena_printf(trace->arena, "ppar_column(%s, %s, %s)", base, first, stride);
}

static const char *load_name(struct trace *trace, struct atom *load)
{
    return poly_name(trace->arena, poly_atom(trace->arena, load));
}

static const char *rows_name(struct trace *trace, const struct part *part)
{
    struct atom *low = part->low_load, *high = part->high_load;
    const struct poly *distance = poly_subtract(trace->arena, high->operands[0], low->operands[0]);
    if (low->object == high->object && poly_equal(distance, movement(trace, low)))
        return arena_printf(trace->arena, "%s does not descend", low->object->name);
    return arena_printf(trace->arena, "the ranges from %s to %s ascend", load_name(trace, low),
                        load_name(trace, high));
}

static bool guard_rows(struct loop *loop, const struct partition *partition)
{
    struct trace *trace = loop->trace;
    const struct part *part = &partition->parts[0];
    const char *lows = column_text(trace, part->low_load);
    const char *highs = column_text(trace, part->high_load);
    if (!lows || !highs)
        return false;
    add_guard(trace->arena, loop, rows_name(trace, part),
              arena_printf(trace->arena, "ppar_ascending(ppar_total(&%s), %s, %s, %s)",
                           loop_variable(trace->arena, loop), number_name(part->low_load->type),
                           lows, highs));
    return true;
}

static bool guard_indices(struct loop *loop, const struct partition *partition)
{
    struct trace *trace = loop->trace;
    struct arena *arena = trace->arena;
    const char *names = NULL, *columns = "";
    for (size_t k = 0; k < partition->count; k++) {
        struct atom *load = partition->parts[k].low_load;
        const char *column = column_text(trace, load), *name = load_name(trace, load);
        const char *comma = k + 1 == partition->count ? " and" : ",";
        if (!column || !name)
            return false;
        names = names ? arena_printf(arena, "%s%s %s", names, comma, name) : name;
        columns = arena_printf(arena, "%s, %s", columns, column);
    }
    add_guard(
        arena, loop, arena_printf(arena, "all %s differ", names),
        arena_printf(arena, "ppar_distinct(ppar_total(&%s), %s, %zu%s)", loop_variable(arena, loop),
                     number_name(partition->parts[0].low_load->type), partition->count, columns));
    return true;
}

/* These come first: the look at the indices may rely on them. */
static bool guard_assumptions(struct loop *loop, const struct partition *partition)
{
    for (size_t k = 0; k < partition->assumptions.list.count; k++)
        if (!guard_natural(loop, partition->assumptions.list.items[k].context,
                           partition->assumptions.list.items[k].value))
            return false;
    return true;
}

bool guard_partition(struct loop *loop, const struct partition *partition)
{
    bool is_guarded =
        guard_assumptions(loop, partition) &&
        (partition->is_rows ? guard_rows(loop, partition) : guard_indices(loop, partition));
    for (size_t k = 0; k < partition->count && is_guarded; k++) {
        partition->parts[k].low_load->is_read = true;
        if (partition->is_rows)
            partition->parts[k].high_load->is_read = true;
    }
    return is_guarded;
}
