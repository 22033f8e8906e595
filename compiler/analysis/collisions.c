/*
 * What is said of iterations that collide, or that may: which variable or element, where it is
 * written, where it is read, and what could be done.
 */
#include "collisions.h"

#include "draws.h"
#include "fold.h"
#include "reasons.h"
#include "render.h"
#include "witness.h"

#include <string.h>

enum {
    MAX_WRITES = 4,    /* that a message names for one read */
    MAX_SEARCHES = 40, /* for witnesses, of one object */
};

bool is_vouched_independent(struct loop *loop, const struct object *object)
{
    const struct var *var = object->kind == OBJECT_VARIABLE ? object->var : object->pointer_var;
    for (size_t k = 0; var && k < loop->independent.count; k++)
        if (loop->independent.items[k] == var)
            return loop->is_trusted = true;
    return false;
}

bool object_is_scalar(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && object->type->kind != TYPE_ARRAY &&
           object->type->kind != TYPE_RECORD;
}

/* Whether ACCESS surely happens, and where it is said to. */
static bool is_certain(const struct access *access)
{
    bool certain = access->is_sure && !access->is_unordered && !poly_is_opaque(access->offset);
    for (const struct context *link = access->context; link; link = link->outer)
        certain &= link->kind != CONTEXT_UNKNOWN;
    return certain;
}

static bool same_spot(const struct access *a, const struct access *b)
{
    return same_place(&a->place, &b->place);
}

/* What to write instead of a function with hidden state, by the state's name. */
static const char *state_remedy(const char *state)
{
    static const char *const remedies[][2] = {
        {"strtok", "use strtok_r with a variable of the body"},
        {"errno", "set errno to 0 in the iteration before the call that it is to tell about"},
    };
    for (size_t k = 0; k < sizeof remedies / sizeof remedies[0]; k++)
        if (!strcmp(remedies[k][0], state))
            return remedies[k][1];
    return NULL;
}

/* Some of the writes of one place that reach the reads of another: those of FLOW, with a witness
 * when there is one. */
struct collision {
    const struct flow *flow;
    struct witness witness;
};

/* All that reaches the reads of one place. */
struct collisions {
    struct loop *loop;
    const struct use *use;
    const struct access *read;
    bool is_first;                  /* of the object's */
    LIST_OF(struct collision) list; /* one for each place that writes */
};

/* A sum that is also looked at: what to change, so that it becomes a reduction. */
static void explain_update(struct loop *loop, const struct use *use, struct reason *reason)
{
    const struct trace *trace = loop->trace;
    if (!use->update)
        return;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object || access->update)
            continue;
        add_note(loop, reason, &access->place, access->end,
                 access->is_write
                     ? "if it were not set here, '%s' would be a reduction: each iteration adds to "
                       "it, and the sums are put together"
                     : "if its value were not used here, '%s' would be a reduction; use it after "
                       "the loop, or keep each iteration's part in an array",
                 use->object->name);
        return;
    }
}

static void vouch(struct loop *loop, struct reason *reason, const struct object *object)
{
    const struct var *var = object->kind == OBJECT_VARIABLE ? object->var : object->pointer_var;
    if (var)
        add_note(loop, reason, NULL, 0,
                 "if no iteration reads what an earlier one writes, add independent(%s)",
                 var->name);
}

/* "i = 1, j = 0" */
static const char *iteration_text(const struct loop *loop, const int64_t *values)
{
    struct arena *arena = loop->trace->arena;
    const char *text = NULL;
    for (size_t k = 0; k < loop->levels.count; k++)
        text = arena_printf(arena, "%s%s%s = %lld", text ? text : "", text ? ", " : "",
                            loop->levels.items[k].shape.counter->name, (long long)values[k]);
    return text;
}

static void explain_witness(struct loop *loop, struct reason *reason,
                            const struct collision *collision)
{
    const struct witness *witness = &collision->witness;
    const struct access *write = collision->flow->write, *read = collision->flow->read;
    add_note(loop, reason, &write->place, write->end,
             "%s%s%siteration %s %s %s, which iteration %s %s here", witness->given ? "when " : "",
             witness->given ? witness->given : "", witness->given ? ", " : "",
             iteration_text(loop, witness->second), is_certain(read) ? "reads" : "may read",
             witness->location, iteration_text(loop, witness->first),
             is_certain(write) ? "writes" : "may write");
    if (witness->written_outside)
        add_note(loop, reason, &write->place, write->end, "%s: it is %s", witness->written_outside,
                 witness->location);
    if (witness->read_outside)
        add_note(loop, reason, &read->place, read->end, "%s: it is %s", witness->read_outside,
                 witness->location);
}

/* By the values of the counters, the outermost one's first: negative, zero or positive. */
static int compare_iterations(const int64_t *a, const int64_t *b, unsigned levels)
{
    for (unsigned k = 0; k < levels; k++)
        if (a[k] != b[k])
            return a[k] < b[k] ? -1 : 1;
    return 0;
}

static bool is_less(const struct witness *a, const struct witness *b)
{
    if (!a->is_concrete || !b->is_concrete)
        return a->is_concrete;
    int order = compare_iterations(a->first, b->first, a->levels);
    return (order ? order : compare_iterations(a->second, b->second, a->levels)) < 0;
}

/* The collision with the least witness, or the first. */
static const struct collision *least_collision(const struct collisions *found)
{
    const struct collision *least = &found->list.items[0];
    for (size_t k = 1; k < found->list.count; k++)
        if (is_less(&found->list.items[k].witness, &least->witness))
            least = &found->list.items[k];
    return least;
}

static void add_remedy(struct loop *loop, struct reason *reason, const struct access *read,
                       const char *state)
{
    const char *remedy = state_remedy(state);
    if (offer_random(loop, reason, read))
        return;
    add_note(loop, reason, NULL, 0, "%s",
             remedy ? remedy
                    : "set the state in each iteration before it is used, or do this "
                      "outside of the loop");
}

static void report_state(const struct collisions *found)
{
    struct loop *loop = found->loop;
    const struct collision *collision = least_collision(found);
    const struct witness *witness = &collision->witness;
    const struct access *read = found->read, *write = collision->flow->write;
    const char *name = found->use->object->name;
    struct reason *reason = add_reason(
        loop, DIAG_HIDDEN_STATE, &read->place, read->end,
        "this depends on what earlier iterations have done with the hidden state of '%s'", name);
    reason->witness = *witness;
    if (witness->is_concrete)
        add_note(loop, reason, &write->place, write->end,
                 "iteration %s takes up the state that iteration %s %s here",
                 iteration_text(loop, witness->second), iteration_text(loop, witness->first),
                 is_certain(write) ? "leaves" : "may leave");
    else
        add_note(loop, reason, &write->place, write->end, "it is changed here");
    add_remedy(loop, reason, read, name);
}

/* The reason's witness is the least one, its notes name the first of the writes. */
static void explain_writes(const struct collisions *found, struct reason *reason)
{
    struct loop *loop = found->loop;
    size_t shown = 0;
    for (size_t k = 0; k < found->list.count; k++) {
        const struct collision *collision = &found->list.items[k];
        const struct access *write = collision->flow->write;
        if (is_less(&collision->witness, &reason->witness))
            reason->witness = collision->witness;
        if (shown++ >= MAX_WRITES)
            continue;
        if (collision->witness.is_concrete)
            explain_witness(loop, reason, collision);
        else
            add_note(loop, reason, &write->place, write->end, "'%s' may be written here",
                     found->use->object->name);
    }
    if (shown > MAX_WRITES)
        add_note(loop, reason, &found->read->place, found->read->end,
                 "%zu more writes of '%s' reach what is read here", shown - MAX_WRITES,
                 found->use->object->name);
}

static void report_scalar(const struct collisions *found)
{
    struct loop *loop = found->loop;
    const char *message = arena_printf(
        loop->trace->arena,
        "loop on '%s' is not independent: '%s' carries a value from one iteration to the next",
        loop->shape.counter->name, found->use->object->name);
    bool is_first = !find_reason(loop, DIAG_CARRIED_SCALAR, message);
    struct reason *reason =
        add_reason(loop, DIAG_CARRIED_SCALAR, &found->read->place, found->read->end, "%s", message);
    explain_writes(found, reason);
    if (is_first)
        explain_update(loop, found->use, reason);
}

static void report_elements(const struct collisions *found)
{
    struct loop *loop = found->loop;
    struct reason *reason =
        add_reason(loop, DIAG_CARRIED_DEPENDENCE, &found->read->place, found->read->end,
                   "loop on '%s' is not independent", loop->shape.counter->name);
    explain_writes(found, reason);
    bool proven = false;
    for (size_t k = 0; k < found->list.count; k++) {
        const struct collision *collision = &found->list.items[k];
        proven |= collision->witness.is_concrete && is_certain(collision->flow->write) &&
                  is_certain(collision->flow->read);
    }
    if (found->use->sums_elements && found->is_first)
        offer_reassociation(loop, reason, found->use);
    else if (found->use->lacks_section && found->is_first)
        offer_section(loop, reason, found->use);
    else if (!proven && !found->use->sums_elements && !found->use->lacks_section)
        vouch(loop, reason, found->use->object);
}

/* No two iterations can be shown, for it is not known where this writes, or where that reads. */
static void report_unknown_flow(struct loop *loop, const struct use *use, const struct flow *flow)
{
    const struct access *write = flow->write, *read = flow->read;
    bool is_read = flow->write_known;
    const struct access *at = is_read ? read : write, *other = is_read ? write : read;
    struct reason *reason = add_reason(
        loop, DIAG_UNKNOWN_ADDRESS, &at->place, at->end,
        flow->write_known && flow->read_known
            ? "whether an earlier iteration writes what is read of '%s' here is not known"
        : is_read ? "which part of '%s' is read here is not known"
                  : "which part of '%s' is written here is not known",
        use->object->name);
    add_note(loop, reason, &other->place, other->end,
             is_read ? "an earlier iteration may write it here"
                     : "a later iteration may read it here");
    vouch(loop, reason, use->object);
}

static void report_read(const struct collisions *found)
{
    bool is_concrete = false;
    for (size_t k = 0; k < found->list.count; k++)
        is_concrete |= found->list.items[k].witness.is_concrete;
    if (found->use->object->kind == OBJECT_STATE)
        report_state(found);
    else if (object_is_scalar(found->use->object))
        report_scalar(found);
    else if (is_concrete)
        report_elements(found);
    else
        for (size_t k = 0; k < found->list.count; k++)
            report_unknown_flow(found->loop, found->use, found->list.items[k].flow);
}

/* ---- which pairs are shown ---------------------------------------------------------------- */

static struct collision *find_collision(struct collisions *found, const struct access *write)
{
    for (size_t k = 0; k < found->list.count; k++)
        if (same_spot(found->list.items[k].flow->write, write))
            return &found->list.items[k];
    return NULL;
}

static void add_flow(struct collisions *found, const struct flow *flow, unsigned *searches)
{
    struct loop *loop = found->loop;
    struct collision *known = find_collision(found, flow->write);
    struct collision fresh = {.flow = flow};
    bool may_search = flow->write_known && flow->read_known && *searches < MAX_SEARCHES &&
                      query_has_time(loop->trace);
    if (known && known->witness.is_concrete)
        return;
    if (may_search) {
        ++*searches;
        find_witness(loop, found->use, flow->write, flow->read, &fresh.witness);
    }
    if (!known)
        LIST_PUSH(loop->trace->arena, found->list, fresh);
    else if (fresh.witness.is_concrete)
        *known = fresh;
}

static bool is_first_of_place(const struct use *use, size_t index)
{
    for (size_t k = 0; k < index; k++)
        if (same_spot(use->flows.items[k].read, use->flows.items[index].read))
            return false;
    return true;
}

void report_flow(struct loop *loop, const struct use *use)
{
    unsigned searches = 0;
    for (size_t k = 0; k < use->flows.count; k++) {
        if (!is_first_of_place(use, k))
            continue;
        struct collisions found = {.loop = loop, .use = use, .is_first = k == 0};
        found.read = use->flows.items[k].read;
        for (size_t n = k; n < use->flows.count; n++)
            if (same_spot(use->flows.items[n].read, found.read))
                add_flow(&found, &use->flows.items[n], &searches);
        report_read(&found);
    }
}

/* ---- memory of which nothing is known ----------------------------------------------------- */

static const struct access *first_access(const struct trace *trace, const struct object *object,
                                         bool writes)
{
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object &&
            (!writes || trace->accesses.items[k].is_write))
            return &trace->accesses.items[k];
    return NULL;
}

/* The pointer that E, an lvalue or an assignment to one, is reached through. */
static const struct expr *followed_pointer(const struct expr *e)
{
    while (e->arg_count) {
        if (e->kind == EXPR_DEREF ||
            (e->kind == EXPR_INDEX && e->args[0]->type->kind != TYPE_ARRAY))
            return e->args[0];
        if (e->kind != EXPR_ASSIGN && e->kind != EXPR_STEP && e->kind != EXPR_MEMBER &&
            e->kind != EXPR_INDEX && e->kind != EXPR_CAST)
            return NULL;
        e = e->args[0];
    }
    return NULL;
}

static void report_lost_write(struct loop *loop, const struct access *write, bool explains)
{
    const struct expr *pointer = followed_pointer(write->expr);
    const char *text = pointer ? source_text(loop->trace->unit, pointer) : NULL;
    struct reason *reason =
        text ? add_reason(loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
                          "this writes to where '%s' points, which is not known", text)
             : add_reason(loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
                          "which memory this writes to is not known");
    if (explains)
        add_note(
            loop, reason, NULL, 0,
            "a pointer is followed when it is a parameter, or made from one, from an array, from "
            "an allocation or from a table of pointers that the loop does not change (m[i]); not "
            "when it is loaded from other memory, a row of such a table among it, or may be one of "
            "several");
}

void report_unknown_write(struct loop *loop, const struct use *use)
{
    const struct trace *trace = loop->trace;
    for (size_t k = 0; k < loop->reasons.count; k++)
        if (loop->reasons.items[k].id == DIAG_TOO_COMPLEX)
            return; /* an effect of that */
    bool is_first = true;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object || !access->is_write)
            continue;
        report_lost_write(loop, access, is_first);
        is_first = false;
    }
}

/* 'a', or memory that has no name */
static const char *quoted_name(struct arena *arena, const struct object *object)
{
    if (object->kind == OBJECT_UNKNOWN)
        return object->name;
    return arena_printf(arena, object->kind == OBJECT_ROWS ? "the rows of '%s'" : "'%s'",
                        object->name);
}

/* What noalias(...) and independent(...) can name. */
static const struct var *base_variable(const struct object *object)
{
    bool is_array = object->kind == OBJECT_VARIABLE && object->type->kind == TYPE_ARRAY;
    return is_array ? object->var : object->pointer_var;
}

static void suggest_clause(struct loop *loop, struct reason *reason, const struct object *one,
                           const struct object *two)
{
    const struct var *first = base_variable(one), *second = base_variable(two);
    const struct var *var = one->kind == OBJECT_VARIABLE ? one->var : one->pointer_var;
    if (var && two->kind == OBJECT_UNKNOWN)
        add_note(loop, reason, NULL, 0, "if they never are, add independent(%s)", var->name);
    if (!first || !second)
        return;
    bool are_parameters =
        first->storage == STORAGE_PARAMETER && second->storage == STORAGE_PARAMETER;
    add_note(loop, reason, NULL, 0, "if they never are, %sadd noalias(%s, %s)",
             are_parameters ? "declare the pointers restrict, or " : "", first->name, second->name);
}

void report_overlap(struct loop *loop, const struct use *one, const struct use *two)
{
    const struct use *written = one->is_written ? one : two;
    const struct use *other = written == one ? two : one;
    if (written->object->kind == OBJECT_UNKNOWN ||
        (other->is_written && other->object->kind == OBJECT_UNKNOWN))
        return; /* where it writes is reported */
    if (is_vouched_independent(loop, one->object) || is_vouched_independent(loop, two->object))
        return;
    const struct access *write = first_access(loop->trace, written->object, true);
    const struct access *access = first_access(loop->trace, other->object, false);
    const char *name = quoted_name(loop->trace->arena, other->object);
    const char *written_name = quoted_name(loop->trace->arena, written->object);
    struct reason *reason =
        add_reason(loop, DIAG_MAY_ALIAS, &write->place, write->end,
                   "%s, which is written here, and %s may be the same memory", written_name, name);
    add_note(loop, reason, &access->place, access->end, "%s %s %s here", name,
             other->object->kind == OBJECT_ROWS ? "are" : "is",
             access->is_write ? "written" : "read");
    suggest_clause(loop, reason, written->object, other->object);
}

void report_rows(struct loop *loop, const struct use *use)
{
    const struct access *write = first_access(loop->trace, use->object, true);
    struct reason *reason =
        add_reason(loop, DIAG_MAY_ALIAS, &write->place, write->end,
                   "the rows of '%s' may be the same memory, and which of them the loop touches, "
                   "and how far, is not known before it",
                   use->object->name);
    add_note(loop, reason, NULL, 0,
             "rows are looked through before the loop when all subscripts are sums of multiples of "
             "counters");
}
