/*
 * A load happens in every iteration when one of its reads stands under no condition, and in no loop
 * but such as have an iteration.
 */
#include "loaded.h"

/* Whether the loop of LINK has an iteration whenever it is reached. */
static bool has_iteration(struct trace *trace, const struct context *link,
                          struct assumptions *assumptions)
{
    struct arena *arena = trace->arena;
    const struct inner_loop *loop = link->loop;
    if (!loop->step || !loop->start || !loop->bound)
        return false;
    const struct poly *distance = loop->step > 0 ? poly_subtract(arena, loop->bound, loop->start)
                                                 : poly_subtract(arena, loop->start, loop->bound);
    struct assumption assumption = {link->outer,
                                    poly_subtract(arena, distance, poly_constant(arena, 1))};
    if (value_is_natural(trace, assumption.context, assumption.value))
        return true;
    if (!assumptions || !assumption.value)
        return false;
    LIST_PUSH(arena, assumptions->list, assumption);
    return true;
}

static bool always_happens(struct trace *trace, const struct access *access,
                           struct assumptions *assumptions)
{
    if (!access->is_sure || access->is_unordered)
        return false;
    for (const struct context *link = access->context; link != trace->facts; link = link->outer)
        if (link->kind != CONTEXT_LOOP || !has_iteration(trace, link, assumptions))
            return false;
    return true;
}

static bool is_read_of(const struct access *access, const struct atom *load)
{
    return access->object == load->object && !access->is_write && access->type &&
           access->type->size == load->type->size && poly_equal(access->offset, load->operands[0]);
}

bool load_happens(struct trace *trace, const struct atom *load, struct assumptions *assumptions)
{
    if (load->is_read)
        return true;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        size_t count = assumptions ? assumptions->list.count : 0;
        if (is_read_of(access, load) && always_happens(trace, access, assumptions))
            return true;
        if (assumptions)
            assumptions->list.count = count;
    }
    return false;
}

bool loads_happen(struct trace *trace, const struct poly *value)
{
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            const struct atom *atom = value->terms[k].atoms[d];
            if (atom->kind == ATOM_LOAD && !load_happens(trace, atom, NULL))
                return false;
            for (unsigned n = 0; n < atom_operand_count(atom); n++)
                if (!loads_happen(trace, atom->operands[n]))
                    return false;
        }
    return true;
}
