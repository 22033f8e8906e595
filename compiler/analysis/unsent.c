/*
 * What is said of results that stay in the worker. Each is one fact: an object whose last value is
 * not known is one message, whose notes name the other places that write it.
 */
#include "unsent.h"

#include "collisions.h"
#include "deep.h"
#include "reasons.h"
#include "render.h"

/* ---- pointers in results ------------------------------------------------------------------ */

static const char *pointer_remedy(const struct object *to, bool is_own)
{
    if (to->is_number)
        return "what a worker opens ends with it; open it before the loop, or keep what is read "
               "from "
               "it";
    if (!is_own)
        return "a pointer to a variable, or into an array or memory from before the loop, could be "
               "left; store that, or an index";
    return to->is_own_heap ? "memory that the body allocates stays in the worker process; allocate "
                             "it before the loop"
                           : "that memory ends with the iteration; point to memory from before the "
                             "loop, or copy the contents";
}

/* The member that WRITE assigns to; NULL: it is none. */
static const struct field *assigned_member(const struct access *write)
{
    const struct expr *e = write->expr;
    if (e->kind == EXPR_ASSIGN)
        e = e->args[0];
    return e->kind == EXPR_MEMBER ? e->field : NULL;
}

/* How the memory could be brought home, or why it cannot. */
static void note_description(struct loop *loop, struct reason *reason, const struct access *write,
                             const char *obstacle)
{
    const struct field *field = assigned_member(write);
    if (*obstacle)
        add_note(loop, reason, NULL, 0, "the member is described, but %s", obstacle);
    else if (field && field->record->tag && !field->record->is_union &&
             description_of(field->record))
        add_note(
            loop, reason, NULL, 0,
            "or add it to the description of '%s', and it is brought home: '%s[count]', or '%s "
            "string', or '%s deep' for one object",
            field->record->spelling, field->name, field->name, field->name);
    else if (field && field->record->tag && !field->record->is_union)
        add_note(loop, reason, NULL, 0,
                 "or say at file scope how long it is, and it is brought home: "
                 "'#pragma ppar pack(%s : %s[count])', or '%s string', or '%s deep' for one object",
                 field->record->spelling, field->name, field->name, field->name);
}

/* A result that holds a pointer into a worker's own memory means nothing outside of the worker. */
bool check_pointers(struct loop *loop, const struct object *object, bool may_own)
{
    bool fine = true;
    for (size_t k = 0; k < loop->trace->accesses.count; k++) {
        const struct access *access = &loop->trace->accesses.items[k];
        const struct object *to = access->stored.object;
        if (access->object != object || !access->is_write || !to)
            continue;
        bool is_own =
            (to->kind == OBJECT_OWN && (to->is_own_heap || to->var)) || to->kind == OBJECT_STATE;
        bool is_unknown = to->kind == OBJECT_UNKNOWN && !to->is_outer;
        const char *obstacle = may_own ? deep_obstacle(loop, access) : "";
        if ((!is_own && !is_unknown) || !obstacle)
            continue;
        const char *place = location_name(loop->trace->arena, object, access->offset, access->type);
        struct reason *reason = add_reason(
            loop, DIAG_POINTER_RESULT, &access->place, access->end,
            to->is_number ? "'%s' is left with a number that means something in the worker only: a "
                            "descriptor, or an address"
            : is_own      ? "'%s' is left with a pointer to memory that only the worker has"
                          : "'%s' is left with a pointer, and where it points is not known",
            place);
        add_note(loop, reason, NULL, 0, "%s", pointer_remedy(to, is_own));
        if (is_own && to->is_own_heap && !to->is_number)
            note_description(loop, reason, access, obstacle);
        fine = false;
    }
    return fine;
}

/* ---- writes that cannot be sent ------------------------------------------------------------ */

/* One fact of the object, with all places that it holds for. NULL: it is known already. */
static struct reason *reject_write(struct loop *loop, enum diag_id id, const struct access *write,
                                   const char *message)
{
    struct reason *known = find_reason(loop, id, message);
    if (!known)
        return add_reason(loop, id, &write->place, write->end, "%s", message);
    if (known->place.offset != write->place.offset)
        add_note(loop, known, &write->place, write->end, "and here");
    return NULL;
}

static void suggest_private(struct loop *loop, struct reason *reason, const struct object *object)
{
    if (object->kind == OBJECT_VARIABLE && object->text)
        add_note(loop, reason, NULL, 0, "if '%s' is not needed after the loop, add private(%s)",
                 object->var->name, object->var->name);
}

void reject_partial(struct loop *loop, const struct use *use, const struct access *write)
{
    enum diag_id id = object_is_scalar(use->object) ? DIAG_LAST_VALUE : DIAG_MAY_WRITE;
    const char *message = arena_printf(
        loop->trace->arena,
        id == DIAG_LAST_VALUE
            ? "the value of '%s' after the loop is not known: not every iteration writes it"
            : "several iterations may write the same part of '%s', and which one writes last is "
              "not known",
        use->object->name);
    struct reason *reason = reject_write(loop, id, write, message);
    if (reason)
        suggest_private(loop, reason, use->object);
}

void reject_section(struct loop *loop, const struct use *use, const struct access *write)
{
    struct reason *reason = add_reason(
        loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
        "which part of '%s' is written here is not known before it happens", use->object->name);
    suggest_private(loop, reason, use->object);
}

void reject_uncertain(struct loop *loop, const struct use *use, const struct access *write)
{
    const char *message = arena_printf(
        loop->trace->arena,
        "'%s' is written here in some iterations only, and how far its memory goes is not known",
        use->object->name);
    struct reason *reason = reject_write(loop, DIAG_MAY_WRITE, write, message);
    if (reason)
        add_note(loop, reason, NULL, 0,
                 "write the element in every iteration, for example with 'else' and its old value");
}

void reject_nameless(struct loop *loop, const struct object *object)
{
    struct reason *reason = add_reason(
        loop, DIAG_UNKNOWN_ADDRESS, &object->place, 0,
        "the result in '%s' cannot be brought home, for it has no name at the loop", object->name);
    if (object->kind == OBJECT_VARIABLE && object->var->storage == STORAGE_EXTERNAL)
        add_note(loop, reason, NULL, 0,
                 "a declaration of '%s' in front of the function with the loop gives it one",
                 object->name);
}

void reject_state(struct loop *loop, const struct use *use)
{
    const struct trace *trace = loop->trace;
    for (size_t k = 0; k < trace->accesses.count && !use->flow; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object || !access->is_write)
            continue;
        struct reason *reason =
            add_reason(loop, DIAG_HIDDEN_STATE, &access->place, access->end,
                       "this changes the hidden state of '%s', which is used again behind the loop",
                       use->object->name);
        add_note(loop, reason, NULL, 0,
                 "it may be changed here if it is set anew behind the loop before it is used");
    }
}

void reject_deep(struct loop *loop, const struct access *write)
{
    const char *place =
        location_name(loop->trace->arena, write->object, write->offset, write->type);
    struct reason *reason = add_reason(
        loop, DIAG_MAY_WRITE, &write->place, write->end,
        "'%s' is left with a pointer to new memory in some iterations only, and which they are is "
        "not known behind the loop",
        place);
    add_note(loop, reason, NULL, 0,
             "write it in every iteration, for example with 'else' and a null pointer");
}
