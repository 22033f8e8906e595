/*
 * A write inside of loops writes one run of bytes in each of their iterations. The put repeats
 * these loops; but first, from the inside out, loops whose runs are adjacent are folded into one
 * longer run: a[y][0..w) is one run for the loop over x, and when the rows are adjacent, one run
 * for the chunk. A folded loop leaves the condition behind that it had an iteration at all.
 *
 * Conditions and loops that cannot be repeated, because they hang on values that only the iteration
 * knew, are left out, and then the put holds bytes that may not have been written. The bytes
 * themselves must never hang on such a value. Where the dependence test knew the condition, the put
 * may even hold bytes that another iteration writes.
 */
#include "section.h"

#include "iteration.h"
#include "loaded.h"
#include "relation.h"
#include "render.h"

struct section {
    struct trace *trace;
    struct put *put;
    const struct access *access;
    LIST_OF(const struct inner_loop *) loops; /* innermost first */
};

static bool is_printable(struct trace *trace, const struct poly *value)
{
    return value && !poly_is_lost(value) && loads_happen(trace, value) &&
           poly_text(trace->arena, value);
}

/* Whether every value of 64 unsigned bits in VALUE is one of long long, too, in CONTEXT, so that
 * comparisons come out as they do in C. */
static bool is_comparable(const struct section *section, struct context *context,
                          const struct poly *value)
{
    static const struct type wide = {.kind = TYPE_INTEGER, .size = 8, .is_signed = true};
    struct trace *trace = section->trace;
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            struct atom *atom = value->terms[k].atoms[d];
            const struct type *type = atom->type;
            bool is_wide = type && type->size == 8 && !type->is_signed;
            if (is_wide && !value_fits(trace, context, poly_atom(trace->arena, atom), &wide))
                return false;
        }
    return true;
}

/* CONTEXT is the one in which the condition is tested. */
static bool is_known(const struct section *section, struct context *context,
                     const struct put_condition *condition)
{
    struct trace *trace = section->trace;
    return is_printable(trace, condition->left) && is_printable(trace, condition->right) &&
           is_comparable(section, context, condition->left) &&
           is_comparable(section, context, condition->right);
}

/* Whether the run that is left still depends on the loop's counter. */
static bool depends_on(const struct section *section, const struct atom *atom)
{
    const struct put *put = section->put;
    if (poly_mentions(put->offset, atom) || poly_mentions(put->length, atom))
        return true;
    for (size_t k = 0; k < put->conditions.count; k++)
        if (poly_mentions(put->conditions.items[k].left, atom) ||
            poly_mentions(put->conditions.items[k].right, atom))
            return true;
    return false;
}

/* A loop that surely runs to its end has a range that can be counted through; of any other one the
 * bounds have to compare as they do in C. */
static bool loop_is_repeatable(const struct section *section, const struct inner_loop *loop)
{
    bool is_printed = loop->counter && loop->step && is_printable(section->trace, loop->start) &&
                      is_printable(section->trace, loop->bound);
    return is_printed && (loop->is_exact || (is_comparable(section, loop->context, loop->start) &&
                                             is_comparable(section, loop->context, loop->bound)));
}

static void drop(const struct section *section, const struct context *link)
{
    section->put->is_maybe = true;
    LIST_PUSH(section->trace->arena, section->put->dropped, link);
}

static const struct context *link_of(const struct section *section, const struct inner_loop *loop)
{
    const struct context *link = section->access->context;
    while (link->kind != CONTEXT_LOOP || link->loop != loop)
        link = link->outer;
    return link;
}

/* Conditions on what each iteration loads would break a chunk's run of bytes into records of single
 * elements. */
static bool is_loaded(const struct put_condition *condition)
{
    return poly_is_opaque(condition->left) || poly_is_opaque(condition->right);
}

/* Walks the access's context from the inside out. */
static void collect(struct section *section)
{
    struct trace *trace = section->trace;
    struct put *put = section->put;
    for (const struct context *link = section->access->context; link != trace->facts;
         link = link->outer) {
        struct put_condition condition = {link->left, link->right, link->op};
        switch (link->kind) {
        case CONTEXT_UNKNOWN:
            put->is_maybe = true;
            break;
        case CONTEXT_CONDITION:
            if (!is_loaded(&condition) && is_known(section, link->outer, &condition))
                LIST_PUSH(trace->arena, put->conditions, condition);
            else
                drop(section, link);
            break;
        case CONTEXT_LOOP:
            put->is_maybe |= !link->loop->is_exact;
            LIST_PUSH(trace->arena, section->loops, link->loop);
            break;
        }
    }
}

/* How far the offset moves when the counter moves by STEP. */
static const struct poly *movement(const struct section *section, const struct atom *counter,
                                   int64_t step)
{
    struct arena *arena = section->trace->arena;
    const struct poly *offset = section->put->offset;
    const struct poly *moved =
        poly_add(arena, poly_atom(arena, (struct atom *)counter), poly_constant(arena, step));
    return poly_subtract(arena, poly_replace(arena, offset, counter, moved), offset);
}

static bool condition_mentions(const struct put *put, const struct atom *atom)
{
    for (size_t k = 0; k < put->conditions.count; k++)
        if (poly_mentions(put->conditions.items[k].left, atom) ||
            poly_mentions(put->conditions.items[k].right, atom))
            return true;
    return false;
}

/* The put happens only when a loop from FIRST to END runs at all, upwards (OP_LT) or downwards. */
static void add_condition(const struct section *section, const struct inner_loop *loop,
                          const struct poly *first, enum op op, const struct poly *end)
{
    struct put_condition runs = {first, end, op};
    int64_t from, to;
    if (poly_is_constant(first, &from) && poly_is_constant(end, &to) &&
        (op == OP_LT ? from < to : from > to))
        return;
    if (is_known(section, loop->context, &runs))
        LIST_PUSH(section->trace->arena, section->put->conditions, runs);
    else
        drop(section, link_of(section, loop));
}

/* Folds a loop of step 1 or -1 into the run. */
static bool fold(struct section *section, const struct inner_loop *loop)
{
    struct arena *arena = section->trace->arena;
    struct put *put = section->put;
    const struct atom *counter = loop->counter;
    if ((loop->step != 1 && loop->step != -1) || poly_mentions(put->length, counter) ||
        condition_mentions(put, counter))
        return false;
    const struct poly *move = movement(section, counter, 1);
    bool ascends = poly_equal(move, put->length);
    if (!ascends && !poly_equal(poly_scale(arena, move, -1), put->length))
        return false;
    /* The counter's values are [first, end), whichever way it counts. */
    const struct poly *one = poly_constant(arena, 1);
    const struct poly *first = loop->step > 0 ? loop->start : poly_add(arena, loop->bound, one);
    const struct poly *end = loop->step > 0 ? loop->bound : poly_add(arena, loop->start, one);
    const struct poly *lowest = ascends ? first : poly_subtract(arena, end, one);
    const struct poly *offset = poly_replace(arena, put->offset, counter, lowest);
    const struct poly *length = poly_multiply(arena, put->length, poly_subtract(arena, end, first));
    if (!offset || !length)
        return false;
    put->offset = offset;
    put->length = length;
    if (!value_is_natural(section->trace, loop->context, poly_subtract(arena, end, first)))
        add_condition(section, loop, first, OP_LT, end);
    return true;
}

static void add_loop(struct section *section, const struct inner_loop *loop)
{
    struct arena *arena = section->trace->arena;
    struct put_loop repeated = {
        .loop = loop, .start = loop->start, .bound = loop->bound, .step = loop->step};
    repeated.counter = poly_text(arena, poly_atom(arena, loop->counter));
    LIST_PUSH(arena, section->put->loops, repeated);
}

static void reverse_loops(struct put *put)
{
    for (size_t a = 0, b = put->loops.count; a + 1 < b; a++, b--) {
        struct put_loop swap = put->loops.items[a];
        put->loops.items[a] = put->loops.items[b - 1];
        put->loops.items[b - 1] = swap;
    }
}

/* A loop around a repeated one may be what that one's range depends on. */
static bool is_needed(const struct section *section, const struct inner_loop *loop)
{
    const struct atom *atom = loop_atom(loop);
    if (depends_on(section, atom))
        return true;
    for (size_t k = 0; k < section->put->loops.count; k++)
        if (poly_mentions(section->put->loops.items[k].start, atom) ||
            poly_mentions(section->put->loops.items[k].bound, atom))
            return true;
    return false;
}

static bool treat_loop(struct section *section, const struct inner_loop *loop)
{
    struct put *put = section->put;
    bool is_needed_here = is_needed(section, loop);
    if (!loop_is_repeatable(section, loop)) {
        drop(section, link_of(section, loop));
        return !is_needed_here;
    }
    if (!is_needed_here) {
        add_condition(section, loop, loop->start, loop->step > 0 ? OP_LT : OP_GT, loop->bound);
        return true;
    }
    if (!put->loops.count && fold(section, loop))
        return true;
    add_loop(section, loop);
    return true;
}

static bool depends_on_iteration(const struct section *section)
{
    for (unsigned k = 0; k < section->trace->level_count; k++)
        if (depends_on(section, section->trace->levels[k].counter))
            return true;
    return false;
}

/* Whether the runs of consecutive iterations are adjacent, towards higher (1) or lower (-1)
 * addresses: a step of a level moves by the runs of all iterations of the levels inside. */
static bool is_one_run(const struct section *section, int direction)
{
    const struct trace *trace = section->trace;
    const struct poly *run = poly_scale(trace->arena, section->put->length, direction);
    for (unsigned k = trace->level_count; k-- > 0;) {
        const struct level *level = &trace->levels[k];
        if (!level->step || !poly_equal(movement(section, level->counter, level->step), run))
            return false;
        if (k)
            run = poly_multiply(trace->arena, run, level_trips(trace->arena, level));
    }
    return true;
}

/* What the put has to be repeated for: every iteration, or can the chunk be one run? */
static void choose_when(struct section *section)
{
    struct trace *trace = section->trace;
    struct put *put = section->put;
    bool in_loops = false;
    for (size_t k = 0; k < put->loops.count; k++)
        in_loops |= mentions_iteration(trace, put->loops.items[k].start) ||
                    mentions_iteration(trace, put->loops.items[k].bound);
    put->when = PUT_EACH_ITERATION;
    if (!in_loops && !depends_on_iteration(section)) {
        put->when = PUT_LAST_CHUNK;
        return;
    }
    bool is_fixed = !put->loops.count && !mentions_iteration(trace, put->length);
    for (unsigned k = 0; k < trace->level_count; k++)
        is_fixed &= !condition_mentions(put, trace->levels[k].counter);
    if (!is_fixed)
        return;
    put->descends = is_one_run(section, -1);
    if (put->descends || is_one_run(section, 1))
        put->when = PUT_EACH_CHUNK;
}

void section_refold(struct trace *trace, struct put *put)
{
    struct section section = {.trace = trace, .put = put, .access = put->access};
    while (put->loops.count && fold(&section, put->loops.items[put->loops.count - 1].loop))
        put->loops.count--;
    choose_when(&section);
}

bool section_find(struct trace *trace, const struct access *access, struct put *put)
{
    struct section section = {.trace = trace, .put = put, .access = access};
    *put = (struct put){.access = access, .offset = access->offset, .length = access->length};
    put->is_maybe = !access->is_sure || access->is_unordered;
    put->is_string = access->is_string;
    if (put->is_string && access->object->kind == OBJECT_ROWS) {
        put->is_string = false; /* all of its bytes */
        put->is_maybe = true;
    }
    if (!is_printable(trace, access->offset) || !is_printable(trace, access->length))
        return false;
    collect(&section);
    for (size_t k = 0; k < section.loops.count; k++)
        if (!treat_loop(&section, section.loops.items[k]))
            return false;
    reverse_loops(put);
    choose_when(&section);
    if (put->when != PUT_LAST_CHUNK && put->is_string) {
        put->is_string = false; /* iterations have strings of their own: all of their bytes */
        put->is_maybe = true;
    }
    return true;
}
