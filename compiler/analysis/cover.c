/*
 * A read is covered where an earlier write of the same iteration has surely written what it reads.
 *
 * Read and write stand in loops inside the iteration, some of which they share. The write comes
 * first in one of two ways:
 *   - both happen in the same iteration of all shared loops, and the write stands earlier;
 *   - or at some shared loop the write happens in an earlier iteration of it.
 * That the read happens at all says that the shared loops have come that far and, in the first way,
 * that the shared conditions hold. Everything else that the write depends on, its own loops and
 * conditions inside the shared part, has to be known exactly: the cover then is the set of elements
 * for which such a write exists. A write that depends on an opaque value which is not the very
 * value that the read depends on covers nothing, for the value may be any.
 */
#include "cover.h"

#include <isl/aff.h>
#include <isl/space.h>

bool write_is_whole(const struct access *write)
{
    return write->is_write && write->is_sure && !write->is_unordered && write->offset;
}

/* What sprintf leaves is one value, a string. It covers reading it as one from its start, or from
 * where a function of the library found something in it, and its first character. Whoever reads at
 * other places may see what is behind the string, too. */
static bool suits(const struct access *write, const struct access *read)
{
    int64_t length;
    bool is_character = poly_is_constant(read->length, &length) && length == 1;
    bool is_start = poly_equal(write->offset, read->offset) && (read->is_string || is_character);
    return !write->is_string || is_start || (read->is_string && poly_is_opaque(read->offset));
}

static struct context *common_context(struct context *a, struct context *b)
{
    while (a != b) {
        if (!b || (a && a->depth > b->depth))
            a = a->outer;
        else
            b = b->outer;
    }
    return a;
}

/* One way in which the write comes first. */
struct precedence {
    struct trace *trace;
    const struct access *read, *write;
    const struct inner_loop *earlier; /* the shared loop; NULL: the same iteration of all */
    struct context *shared;           /* links from here outwards hold for both */
};

/* The opaque values that mean the same in both: those that are set outside of the loop in whose
 * iterations the two differ, and that the read's vector has. */
static bool is_shared_value(const struct precedence *way, const struct instance *read,
                            const struct atom *atom)
{
    if (!instance_has(read, atom))
        return false;
    const struct inner_loop *set_in = atom->loop;
    if (way->earlier)
        return !set_in || set_in->depth < way->earlier->depth;
    for (const struct context *link = way->shared; set_in && link; link = link->outer)
        if (link->kind == CONTEXT_LOOP && link->loop == set_in)
            return true;
    return !set_in;
}

static bool values_are_shared(const struct precedence *way, const struct instance *read,
                              const struct poly *value)
{
    for (size_t k = 0; value && k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            const struct atom *atom = value->terms[k].atoms[d];
            bool is_any = atom->kind == ATOM_OPAQUE || atom->kind == ATOM_LOAD;
            bool fine = !is_any || is_shared_value(way, read, atom);
            if (atom->kind == ATOM_DERIVED)
                for (unsigned n = 0; n < atom_operand_count(atom); n++)
                    fine &= values_are_shared(way, read, atom->operands[n]);
            if (!fine)
                return false;
        }
    return true;
}

/* The write's own links inside the shared part depend on no other opaque values. */
static bool context_is_shared(const struct precedence *way, const struct instance *read)
{
    const struct access *write = way->write;
    for (const struct context *link = write->context; link != way->shared; link = link->outer) {
        if (link->kind == CONTEXT_CONDITION && (!values_are_shared(way, read, link->left) ||
                                                !values_are_shared(way, read, link->right)))
            return false;
        if (link->kind == CONTEXT_LOOP && (!values_are_shared(way, read, link->loop->start) ||
                                           !values_are_shared(way, read, link->loop->bound)))
            return false;
    }
    return values_are_shared(way, read, write->offset) &&
           values_are_shared(way, read, write->length);
}

/* The write's own loops get dimensions behind those of the read. */
static void add_own_loops(struct instance *instance, const struct context *link,
                          const struct context *shared)
{
    if (link == shared)
        return;
    add_own_loops(instance, link->outer, shared);
    if (link->kind == CONTEXT_LOOP)
        instance_add(instance, loop_atom(link->loop));
}

/* The dimension EARLIER comes before the dimension NOW of the same loop. */
static isl_set *restrict_to_earlier(const struct precedence *way, const struct instance *read,
                                    const struct instance *both, isl_set *set)
{
    const struct inner_loop *loop = way->earlier;
    struct atom *atom = loop_atom(loop);
    const struct poly *value = poly_atom(way->trace->arena, atom);
    struct instance now = *read;
    now.count = both->count;
    isl_pw_aff *before = affine_value(both, value), *at_read = affine_value(&now, value);
    return isl_set_intersect(set, loop->step < 0 ? isl_pw_aff_gt_set(before, at_read)
                                                 : isl_pw_aff_lt_set(before, at_read));
}

/* The range of the loop in whose earlier iteration the write happens; that iteration exists, for
 * the read happens in a later one, as long as its number is in the range. */
static isl_set *restrict_to_existing(const struct instance *both, isl_set *set,
                                     const struct inner_loop *loop, bool *exact)
{
    bool ignored = true;
    struct context link = {.kind = CONTEXT_LOOP, .loop = (struct inner_loop *)loop};
    set = restrict_to_context(both, set, &link, NULL, &ignored);
    if (loop->counter && (!loop->start || !loop->step))
        *exact = false;
    return set;
}

/* The elements that the write has written when the read happens, from the read's vectors. */
static isl_map *covered_by(const struct precedence *way, const struct layout *layout,
                           const struct instance *read)
{
    if (!context_is_shared(way, read))
        return NULL;
    struct instance both = *read;
    if (way->earlier)
        instance_add(&both, loop_atom(way->earlier));
    add_own_loops(&both, way->write->context, way->shared);
    if (both.failed)
        return NULL;
    bool exact = true, known;
    isl_set *domain = isl_set_universe(isl_space_set_alloc(way->trace->isl, 0, both.count));
    if (way->earlier) {
        domain = restrict_to_earlier(way, read, &both, domain);
        domain = restrict_to_existing(&both, domain, way->earlier, &exact);
    }
    domain = restrict_to_context(&both, domain, way->write->context, way->shared, &exact);
    isl_map *map = elements_of(&both, layout, way->write->offset, way->write->length, &known);
    if (!exact || !known) {
        isl_set_free(domain);
        isl_map_free(map);
        return NULL;
    }
    map = isl_map_intersect_domain(map, domain);
    return isl_map_project_out(map, isl_dim_in, read->count, both.count - read->count);
}

static isl_map *take_away(isl_map *exposed, isl_map *covered)
{
    return covered ? isl_map_subtract(exposed, covered) : exposed;
}

/* Whether the loop that walk_function was told of runs between the two, so that the read may see
 * what that one left instead. */
static bool is_interrupted(const struct trace *trace, const struct access *write,
                           const struct access *read)
{
    for (size_t k = 0; k < trace->spans.count; k++)
        if (write->order < trace->spans.items[k].end && read->order >= trace->spans.items[k].end)
            return true;
    return false;
}

/* Both ways of coming first, at each of the shared loops. */
static isl_map *uncover(struct trace *trace, const struct layout *layout, const struct access *read,
                        const struct instance *instance, const struct access *write,
                        isl_map *exposed)
{
    struct precedence way = {.trace = trace, .read = read, .write = write};
    way.shared = common_context(read->context, write->context);
    if (write->order < read->order && !is_interrupted(trace, write, read))
        exposed = take_away(exposed, covered_by(&way, layout, instance));
    for (struct context *link = way.shared; link && !trace->spans.count; link = link->outer)
        if (link->kind == CONTEXT_LOOP) {
            struct precedence before = way;
            before.earlier = link->loop;
            before.shared = link;
            exposed = take_away(exposed, covered_by(&before, layout, instance));
        }
    return exposed;
}

isl_map *exposed_elements(struct trace *trace, const struct layout *layout,
                          const struct access *read, bool *known)
{
    struct instance instance = instance_of(trace, read->context, read->offset, read->length);
    isl_map *exposed = touched_elements(trace, layout, read, known);
    if (read->is_covered && !trace->spans.count)
        return isl_map_subtract(exposed, isl_map_copy(exposed));
    if (read->is_unordered)
        return exposed;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *write = &trace->accesses.items[k];
        if (write->object == read->object && write_is_whole(write) && suits(write, read) &&
            !trace->is_late)
            exposed = uncover(trace, layout, read, &instance, write, exposed);
    }
    return exposed;
}
