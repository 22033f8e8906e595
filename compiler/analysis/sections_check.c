/*
 * Compares what the clauses in, out and inout list with what is seen, in a loop in which nothing is
 * out of sight: they cannot be needed there, and may say something else than the body does.
 *
 * The loop is walked once more with a call of the function that stands for the clauses at the end
 * of each iteration, so that the listed accesses are told in the same terms as those that are seen.
 * Of the objects that are listed, an iteration may write what 'out' and 'inout' list, and read what
 * 'in' and 'inout' list, as far as it has not written it before. What is surely beyond that,
 * whatever the values of other variables, is an error; where it is not known, the clauses may be
 * right.
 */
#include "sections.h"

#include "cover.h"
#include "iteration.h"
#include "reasons.h"
#include "render.h"

struct comparison {
    struct loop *loop;
    struct trace *trace;
    const struct function *listed; /* its accesses are those that are listed */
};

static bool is_listed(const struct comparison *c, const struct access *access)
{
    return access->callee == c->listed;
}

/* A listed access of the kind of ACCESS, to its object; NULL: there is none. ANY: of any kind. */
static const struct access *listed_for(const struct comparison *c, const struct access *access,
                                       bool any)
{
    for (size_t k = 0; k < c->trace->accesses.count; k++) {
        const struct access *listed = &c->trace->accesses.items[k];
        if (is_listed(c, listed) && listed->object == access->object &&
            (any || listed->is_write == access->is_write))
            return listed;
    }
    return NULL;
}

/* Whether it is known when ACCESS happens and where it goes. */
static bool is_exact(const struct comparison *c, const struct access *access)
{
    struct instance instance =
        instance_of(c->trace, access->context, access->offset, access->length);
    bool exact = !poly_is_opaque(access->offset) && !poly_is_opaque(access->length);
    isl_set *domain = instance_universe(&instance);
    isl_set_free(restrict_to_context(&instance, domain, access->context, NULL, &exact));
    return exact;
}

/* Takes away from ELEMENTS, those of a seen access, what is listed for it. */
static isl_map *without_listed(const struct comparison *c, const struct layout *layout,
                               const struct access *access, isl_map *elements, bool *known)
{
    for (size_t k = 0; k < c->trace->accesses.count; k++) {
        const struct access *listed = &c->trace->accesses.items[k];
        bool found = true;
        if (!is_listed(c, listed) || listed->object != access->object ||
            listed->is_write != access->is_write)
            continue;
        isl_map *more = by_iteration(c->trace, touched_elements(c->trace, layout, listed, &found));
        *known &= found && is_exact(c, listed);
        elements = isl_map_subtract(elements, more);
    }
    return elements;
}

/* Whether ACCESS goes beyond what is listed, whatever the values of the symbols are. */
static bool goes_beyond(const struct comparison *c, const struct access *access)
{
    struct layout layout;
    bool known = true;
    if (!is_exact(c, access) || !find_element_layout(c->trace, access->object, &layout, NULL))
        return false;
    query_begin(c->trace);
    isl_map *elements = access->is_write ? touched_elements(c->trace, &layout, access, &known)
                                         : exposed_elements(c->trace, &layout, access, &known);
    elements = by_iteration(c->trace, elements);
    isl_set *seen = isl_map_params(isl_map_copy(elements));
    elements = without_listed(c, &layout, access, elements, &known);
    isl_set *beyond = isl_map_params(elements);
    bool result = known && isl_set_is_empty(beyond) == isl_bool_false &&
                  isl_set_is_subset(seen, beyond) == isl_bool_true;
    isl_set_free(seen);
    isl_set_free(beyond);
    return result;
}

static const char *named(const struct comparison *c, const struct access *access)
{
    const char *text = source_text(c->trace->unit, access->expr);
    bool is_place = access->expr->kind == EXPR_INDEX || access->expr->kind == EXPR_VAR ||
                    access->expr->kind == EXPR_MEMBER || access->expr->kind == EXPR_DEREF;
    if (text && is_place)
        return text;
    return location_name(c->trace->arena, access->object, access->offset, access->type);
}

static void report_beyond(const struct comparison *c, const struct access *access)
{
    const struct access *listed = listed_for(c, access, true);
    struct reason *reason =
        add_reason(c->loop, DIAG_SECTIONS_BROKEN, &access->place, access->end,
                   access->is_write ? "this writes '%s', which no 'out' or 'inout' lists"
                                    : "this reads '%s', which no 'in' or 'inout' lists, before "
                                      "the iteration has written it",
                   named(c, access));
    add_note(c->loop, reason, &listed->place, listed->end, "this is listed of '%s'",
             access->object->name);
}

/* 'out' lists memory that nothing writes. */
static void check_written(const struct comparison *c, const struct access *listed)
{
    for (size_t k = 0; k < c->trace->accesses.count; k++) {
        const struct access *other = &c->trace->accesses.items[k];
        bool is_inout =
            is_listed(c, other) && !other->is_write && other->place.offset == listed->place.offset;
        bool is_unknown = !is_listed(c, other) && other->object->kind == OBJECT_UNKNOWN;
        bool is_same = other->object == listed->object;
        if (is_inout || (other->is_write && !is_listed(c, other) && (is_same || is_unknown)))
            return;
    }
    add_reason(c->loop, DIAG_SECTIONS_BROKEN, &listed->place, listed->end,
               "'out' lists a place in '%s', and nothing in the loop writes it",
               listed->object->name);
}

static void compare(const struct comparison *c)
{
    for (size_t k = 0; k < c->trace->accesses.count && !c->trace->is_late; k++) {
        const struct access *access = &c->trace->accesses.items[k];
        if (is_listed(c, access) && access->is_write)
            check_written(c, access);
        else if (!is_listed(c, access) && listed_for(c, access, true) && goes_beyond(c, access))
            report_beyond(c, access);
    }
}

void sections_check(struct unit *unit, struct loop *loop)
{
    if (!loop->sections || loop->trace->used_sections || loop->verdict == VERDICT_REJECTED)
        return;
    struct comparison comparison = {.loop = loop, .listed = loop->sections->all};
    loop->sections->is_compared = true;
    comparison.trace = walk_loop(unit, loop, loop->trace->granted);
    loop->sections->is_compared = false;
    if (!comparison.trace->reasons.count)
        compare(&comparison);
    trace_close(comparison.trace);
}
