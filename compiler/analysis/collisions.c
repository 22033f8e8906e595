/*
 * What is said of iterations that collide, or that may: which variable or element, where it is
 * written, where it is read, and what could be done.
 */
#include "collisions.h"

#include "reasons.h"
#include "render.h"
#include "witness.h"

#include <string.h>

bool is_vouched_independent(struct loop *loop, const struct object *object)
{
    const struct var *var = object->kind == OBJECT_VARIABLE ? object->var : object->pointer_var;
    for (size_t k = 0; var && k < loop->independent.count; k++)
        if (loop->independent.items[k] == var)
            return loop->is_trusted = true;
    return false;
}

static bool is_scalar(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && object->type->kind != TYPE_ARRAY &&
           object->type->kind != TYPE_RECORD;
}

static void explain_witness(struct loop *loop, struct reason *reason, const struct access *write)
{
    const char *counter = loop->shape.counter->name;
    const struct witness *witness = &reason->witness;
    bool is_certain = write->is_sure && !write->is_unordered && !poly_is_opaque(write->offset);
    for (const struct context *link = write->context; link; link = link->outer)
        is_certain &= link->kind != CONTEXT_UNKNOWN;
    add_note(loop, reason, &write->place, write->end,
             "%s%s%siteration %s = %lld reads %s, which iteration %s = %lld %s here",
             witness->given ? "when " : "", witness->given ? witness->given : "",
             witness->given ? ", " : "", counter, (long long)witness->second, witness->location,
             counter, (long long)witness->first, is_certain ? "writes" : "may write");
}

/* What to write instead of a function with hidden state, by the state's name. */
static const char *state_remedy(const char *state)
{
    static const char *const remedies[][2] = {
        {"rand", "use rand_r with a seed of the iteration's own"},
        {"random", "use rand_r with a seed of the iteration's own"},
        {"drand48", "use erand48 with a state of the iteration's own"},
        {"strtok", "use strtok_r with a variable of the body"},
        {"errno", "set errno to 0 in the iteration before the call that it is to tell about"},
    };
    for (size_t k = 0; k < sizeof remedies / sizeof remedies[0]; k++)
        if (!strcmp(remedies[k][0], state))
            return remedies[k][1];
    return NULL;
}

static void report_state(struct loop *loop, const struct use *use, const struct access *write,
                         const struct access *read)
{
    const char *name = use->object->name, *remedy = state_remedy(name);
    struct reason *reason = add_reason(
        loop, DIAG_HIDDEN_STATE, &read->place, read->end,
        "this depends on what earlier iterations have done with the hidden state of '%s'", name);
    if (write->place.offset != read->place.offset || write->place.line != read->place.line)
        add_note(loop, reason, &write->place, write->end, "it is changed here");
    if (remedy)
        add_note(loop, reason, NULL, 0, "%s", remedy);
}

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

static void report_scalar(struct loop *loop, const struct use *use, const struct access *write,
                          const struct access *read, const struct witness *witness)
{
    struct reason *reason = add_reason(
        loop, DIAG_CARRIED_SCALAR, &read->place, read->end,
        "loop on '%s' is not independent: '%s' carries a value from one iteration to the next",
        loop->shape.counter->name, use->object->name);
    reason->witness = *witness;
    if (witness->is_concrete)
        explain_witness(loop, reason, write);
    else
        add_note(loop, reason, &write->place, write->end, "it is written here");
    explain_update(loop, use, reason);
}

static void report_unknown_address(struct loop *loop, const struct use *use,
                                   const struct access *write, const struct access *read)
{
    struct reason *reason = add_reason(
        loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
        "which part of '%s' each iteration writes and reads is not known", use->object->name);
    add_note(loop, reason, &read->place, read->end, "another iteration may read it here");
    const struct var *var =
        use->object->kind == OBJECT_VARIABLE ? use->object->var : use->object->pointer_var;
    if (var)
        add_note(loop, reason, NULL, 0,
                 "if no iteration reads what an earlier one writes, add independent(%s)",
                 var->name);
}

void report_flow(struct loop *loop, const struct use *use)
{
    const struct access *write = use->writer, *read = use->reader;
    struct witness witness = {0};
    if (use->object->kind == OBJECT_STATE) {
        report_state(loop, use, write, read);
        return;
    }
    if (use->is_known)
        find_witness(loop, use, write, read, &witness);
    if (is_scalar(use->object)) {
        report_scalar(loop, use, write, read, &witness);
    } else if (witness.is_concrete) {
        struct reason *reason =
            add_reason(loop, DIAG_CARRIED_DEPENDENCE, &read->place, read->end,
                       "loop on '%s' is not independent", loop->shape.counter->name);
        reason->witness = witness;
        explain_witness(loop, reason, write);
    } else {
        report_unknown_address(loop, use, write, read);
    }
}

static const struct access *first_access(const struct trace *trace, const struct object *object,
                                         bool writes)
{
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object &&
            (!writes || trace->accesses.items[k].is_write))
            return &trace->accesses.items[k];
    return NULL;
}

void report_unknown_write(struct loop *loop, const struct use *use)
{
    const struct access *write = first_access(loop->trace, use->object, true);
    for (size_t k = 0; k < loop->reasons.count; k++)
        if (loop->reasons.items[k].id == DIAG_TOO_COMPLEX)
            return; /* an effect of that */
    struct reason *reason = add_reason(loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
                                       "which memory this writes to is not known");
    add_note(
        loop, reason, NULL, 0,
        "a pointer is followed when it is a parameter, or made from one, from an array, from an "
        "allocation or from a table of pointers that the loop does not change (m[i]); not when it "
        "is loaded from other memory, a row of such a table among it, or may be one of several");
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
    if (first && two->kind == OBJECT_UNKNOWN)
        add_note(loop, reason, NULL, 0, "if they never are, add independent(%s)", first->name);
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
    if (written->object->kind == OBJECT_UNKNOWN)
        return;
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
