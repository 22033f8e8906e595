/*
 * What is said of results that stay in the worker. Each is one fact: an object whose last value is
 * not known is one message, whose notes name the other places that write it.
 */
#include "unsent.h"

#include "collisions.h"
#include "deep.h"
#include "reasons.h"
#include "render.h"
#include "serial.h"

#include <string.h>

/* ---- what means nothing outside of the worker --------------------------------------------- */

/* What the thing in the way is, for the message. */
static const char *thing(const struct loop *loop, const struct passage *passage)
{
    struct arena *arena = loop->trace->arena;
    const struct site *site = passage->site;
    if (passage->type)
        return passage->type;
    if (passage->is_number)
        return site->birth == BORN_STREAM ? "a descriptor" : "a number that was made of an address";
    switch (site->birth) {
    case BORN_STREAM:
        return strstr(site->maker, "dir") ? "DIR *" : "FILE *";
    case BORN_DESCRIPTOR:
        return "a descriptor";
    case BORN_MAPPING:
        return "a mapping";
    case BORN_STATE:
        return arena_printf(arena, "the memory of '%s'", site->maker);
    default:
        return site->var ? arena_printf(arena, "a pointer to '%s'", site->var->name)
                         : "a pointer to memory that ends with the iteration";
    }
}

/* Where it came from. */
static void note_origin(struct loop *loop, struct reason *reason, const struct site *site)
{
    const struct expr *made = site ? site->made : NULL;
    if (site && site->var)
        add_note(loop, reason, &site->var->place, 0, "'%s' is declared here", site->var->name);
    else if (made && site->birth == BORN_BLOCK)
        add_note(loop, reason, &made->place, made->end, "'%s' allocates it here", site->maker);
    else if (made)
        add_note(loop, reason, &made->place, made->end, "it comes from here");
}

static const char *never_remedy(const struct passage *passage)
{
    if (passage->type)
        return "keep it out of the result: copy the other members one by one";
    if (passage->is_number && passage->site->birth != BORN_STREAM)
        return "an index, or a number that is computed from the counter, means the same everywhere";
    switch (passage->site->birth) {
    case BORN_STREAM:
    case BORN_DESCRIPTOR:
    case BORN_MAPPING:
        return "what a worker opens ends with it; open it before the loop, or keep what is read "
               "from it";
    case BORN_STATE:
        return "copy the contents";
    default:
        return "that memory ends with the iteration; point to memory from before the loop, or copy "
               "the contents";
    }
}

static struct reason *reject_passage(struct loop *loop, const struct access *write,
                                     const struct passage *passage)
{
    struct reason *reason;
    const char *remedy;
    if (passage->crossing == CROSSES_NEVER) {
        reason = add_reason(loop, DIAG_UNSERIALIZABLE, &write->place, write->end,
                            "'%s' (%s) cannot leave a worker", passage->path, thing(loop, passage));
        remedy = never_remedy(passage);
    } else if (passage->crossing == CROSSES_PACKED) {
        reason = add_reason(loop, DIAG_POINTER_RESULT, &write->place, write->end,
                            "'%s' is left with a pointer to memory that only the worker has",
                            passage->path);
        remedy = "memory that the body allocates stays in the worker process; allocate it before "
                 "the loop";
    } else {
        reason = add_reason(loop, DIAG_POINTER_RESULT, &write->place, write->end,
                            "'%s' is left with a pointer, and where it points is not known",
                            passage->path);
        remedy = "a pointer to a variable, or into an array or memory from before the loop, could "
                 "be left; store that, or an index";
    }
    note_origin(loop, reason, passage->site);
    add_note(loop, reason, NULL, 0, "%s", remedy);
    return reason;
}

/* The member that WRITE assigns to; NULL: it is none. */
static const struct field *assigned_member(const struct access *write)
{
    const struct expr *e = write->expr;
    if (e->kind == EXPR_ASSIGN)
        e = e->args[0];
    return e->kind == EXPR_MEMBER ? e->field : NULL;
}

/* "coef[count], name string": how the pointers of RECORD may be described. NULL: it has none. */
static const char *pointers_described(struct arena *arena, const struct type *record)
{
    const char *text = NULL;
    for (size_t k = 0; k < record->fields.count; k++) {
        const struct field *field = record->fields.items[k];
        if (field->type->kind != TYPE_POINTER || !field->name)
            continue;
        const struct type *target = field->type->target;
        bool is_text = target->kind == TYPE_INTEGER && target->size == 1;
        text = arena_printf(arena, "%s%s%s%s", text ? text : "", text ? ", " : "", field->name,
                            is_text ? " string" : "[count]");
    }
    return text;
}

/* The structure that WRITE writes whole, if it has no description but could have one. */
static const struct type *undescribed_record(const struct access *write)
{
    const struct type *record =
        write->type && write->type->kind == TYPE_RECORD ? plain_record(write->type) : NULL;
    return record && record->tag && !record->is_union && !description_of(record) ? record : NULL;
}

/* How the memory could be brought home, or why it cannot. */
static void note_description(struct loop *loop, struct reason *reason, const struct access *write,
                             const char *obstacle)
{
    const struct field *field = assigned_member(write);
    const struct type *record = undescribed_record(write);
    const char *pointers = record ? pointers_described(loop->trace->arena, record) : NULL;
    if (pointers)
        add_note(loop, reason, NULL, 0,
                 "or say at file scope what its pointers point to, and it is brought home: "
                 "'#pragma ppar pack(%s : %s)'",
                 record->spelling, pointers);
    else if (*obstacle)
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
    else if (!field && write->type && write->type->kind == TYPE_POINTER)
        add_note(
            loop, reason, NULL, 0,
            "or say at file scope how long what such pointers lead to is, and it is brought home: "
            "'#pragma ppar pack(%s : [count])', or '[]' for the whole block, or 'string', or "
            "'deep' "
            "for one object",
            write->type->spelling);
}

/* A result that holds a pointer into a worker's own memory means nothing outside of the worker. */
bool check_pointers(struct loop *loop, const struct object *object, bool may_own)
{
    bool fine = true;
    for (size_t k = 0; k < loop->trace->accesses.count; k++) {
        const struct access *access = &loop->trace->accesses.items[k];
        if (access->object != object || !access->is_write)
            continue;
        const struct passage passage = find_passage(loop, access);
        const char *obstacle = may_own ? deep_obstacle(loop, access) : "";
        if (passage.crossing == CROSSES_AS_IT_IS ||
            (passage.crossing == CROSSES_PACKED && !obstacle))
            continue;
        struct reason *reason = reject_passage(loop, access, &passage);
        if (passage.crossing == CROSSES_PACKED && obstacle)
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
    add_note(loop, reason, NULL, 0, "set it in every iteration, to a null pointer first");
}
