/*
 * From a write to what it writes: the walk knows of some pointers for certain that they lead to
 * memory from before the loop; for all other values the picture of fresh.h says where they may
 * lead. Where they lead to blocks that the body allocates, what lies in these is looked at, too.
 * The worst that is found counts, and of equally bad things the one that is reached by the fewest
 * steps.
 */
#include "serial.h"

#include "library.h"
#include "render.h"

#include <string.h>

/* ---- types -------------------------------------------------------------------------------- */

struct known_type {
    const char *tag, *what;
};

static const struct known_type staying_types[] = {
#define TYPE(tag, what) {#tag, what},
#include "../effects/never.def"
#undef TYPE
};

static const struct known_type handle_types[] = {
#define HANDLE(tag, what) {#tag, what},
#include "../effects/handles.def"
#undef HANDLE
};

static const char *find_type(const struct known_type *known, size_t count, const struct type *type)
{
    for (size_t k = 0; type->kind == TYPE_RECORD && type->tag && k < count; k++)
        if (!strcmp(type->tag, known[k].tag))
            return known[k].what;
    return NULL;
}

static const char *staying(const struct type *type)
{
    return find_type(staying_types, sizeof staying_types / sizeof *staying_types, type);
}

const char *type_is_handle(const struct type *type)
{
    return find_type(handle_types, sizeof handle_types / sizeof *handle_types, type);
}

const char *type_stays(struct arena *arena, const struct type *type, const char **member)
{
    *member = "";
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    const char *what = staying(type);
    for (size_t k = 0; !what && type->kind == TYPE_RECORD && k < type->fields.count; k++) {
        const struct field *field = type->fields.items[k];
        const char *inner;
        what = type_stays(arena, field->type, &inner);
        if (what)
            *member = arena_printf(arena, "%s%s%s", *field->name ? "." : "", field->name, inner);
    }
    return what;
}

static bool holds_pointer(struct arena *arena, const struct type *type)
{
    return type_pointers(arena, type).list.count != 0;
}

/* ---- the search --------------------------------------------------------------------------- */

/* A site on the way, and how it is called. */
struct stop {
    const struct site *site;
    const char *path;
};

struct search {
    struct arena *arena;
    struct passage found;
    LIST_OF(struct stop) stops; /* in the order of steps; those before NEXT were looked at */
    size_t next;
};

static enum crossing crossing_of(const struct site *site, bool is_number)
{
    switch (site->birth) {
    case BORN_BEFORE:
        return CROSSES_AS_IT_IS;
    case BORN_BLOCK:
        return is_number ? CROSSES_NEVER : CROSSES_PACKED;
    case BORN_UNKNOWN:
        return CROSSES_UNKNOWN;
    case BORN_LOCAL:
    case BORN_STATE:
    case BORN_STREAM:
    case BORN_DESCRIPTOR:
    case BORN_MAPPING:
        return CROSSES_NEVER;
    }
    return CROSSES_UNKNOWN;
}

static bool is_known(const struct search *search, const struct site *site)
{
    for (size_t k = 0; k < search->stops.count; k++)
        if (search->stops.items[k].site == site)
            return true;
    return false;
}

static void meet(struct search *search, const struct site *site, const char *path, bool is_number)
{
    enum crossing crossing = crossing_of(site, is_number);
    if (crossing > search->found.crossing) {
        search->found.crossing = crossing;
        search->found.site = site;
        search->found.path = path;
        search->found.is_number = is_number && site->birth != BORN_DESCRIPTOR;
    }
    if (site->birth == BORN_BLOCK && !is_known(search, site))
        LIST_PUSH(search->arena, search->stops, ((struct stop){site, path}));
}

/* The member of TYPE that begins at OFFSET: ".node"; "": none. */
static const char *member_at(struct arena *arena, const struct type *type, int64_t offset)
{
    struct leaves leaves = {0};
    if (type && type->kind == TYPE_RECORD)
        leaves = type_pointers(arena, type);
    for (size_t k = 0; k < leaves.list.count; k++)
        if (leaves.list.items[k].offset == offset)
            return leaves.list.items[k].name;
    return "";
}

static void look_into(struct search *search, const struct site *site, const char *path,
                      const struct type *type, bool is_start)
{
    for (size_t k = 0; k < site->contents.count; k++) {
        const struct content *content = site->contents.items[k];
        bool is_number = !content->type || content->type->kind != TYPE_POINTER;
        const char *name;
        if (is_start)
            name = arena_printf(search->arena, "%s%s", path,
                                content->stride ? ""
                                                : member_at(search->arena, type, content->offset));
        else
            name = content->label ? arena_printf(search->arena, "%s->%s", path, content->label)
                                  : arena_printf(search->arena, "%s[...]", path);
        if (is_start && type && !holds_pointer(search->arena, type))
            is_number = true;
        for (size_t v = 0; v < content->values.list.count; v++)
            meet(search, content->values.list.items[v].site, name, is_number);
    }
}

/* ---- what a write writes ------------------------------------------------------------------ */

/* The walk knows for certain that the pointer leads to memory from before the loop. */
static bool is_surely_old(const struct fresh *fresh, const struct access *write)
{
    const struct object *to = write->stored.object;
    if (!write->type || write->type->kind != TYPE_POINTER || !to)
        return false;
    switch (to->kind) {
    case OBJECT_VARIABLE:
    case OBJECT_POINTEE:
    case OBJECT_ROWS:
    case OBJECT_STREAM:
        return true;
    case OBJECT_OWN: /* a null pointer, a literal */
        return to->is_constant;
    case OBJECT_UNKNOWN:
        return to->is_outer && !fresh_reaches_outer(fresh);
    case OBJECT_STATE:
        return false;
    }
    return false;
}

/* A variable of the library's that this call sets, to pointers: tzname. */
static bool sets_pointers(struct arena *arena, const struct access *write)
{
    const struct expr *e = write->expr;
    const struct library_function *entry = e->kind == EXPR_CALL && e->args[0]->kind == EXPR_FUNCTION
                                               ? library_entry(e->args[0]->function)
                                               : NULL;
    if (write->object->kind != OBJECT_VARIABLE || !holds_pointer(arena, write->object->type))
        return false;
    for (size_t k = 0; entry && k < entry->effect_count; k++) {
        enum effect_kind kind = entry->effects[k].kind;
        if ((kind == EFFECT_WRITE_STATE || kind == EFFECT_MAY_WRITE_STATE) &&
            !strcmp(entry->effects[k].name, write->object->var->name))
            return true;
    }
    return false;
}

static const struct site *stored_by(struct fresh *fresh, const struct access *write)
{
    const struct expr *e = write->expr;
    bool is_call = e->kind == EXPR_CALL;
    bool is_library =
        is_call && e->args[0]->kind == EXPR_FUNCTION && library_entry(e->args[0]->function) != NULL;
    return is_call && !is_library ? fresh_outer(fresh, write->object->var) : fresh_stored(fresh, e);
}

struct passage find_passage(struct loop *loop, const struct access *write)
{
    struct arena *arena = loop->trace->arena;
    const struct type *type = write->type ? write->type : write->object->type;
    const char *root = location_name(arena, write->object, write->offset, write->type);
    struct search search = {.arena = arena, .found.path = root};
    const char *member;
    if (write->type && write->type->kind == TYPE_RECORD) {
        search.found.type = type_stays(arena, write->type, &member);
        if (search.found.type) {
            search.found.crossing = CROSSES_NEVER;
            search.found.path = arena_printf(arena, "%s%s", root, member);
            return search.found;
        }
    }
    if (!loop->fresh)
        loop->fresh = fresh_find(loop);
    if (fresh_gave_up(loop->fresh) || sets_pointers(arena, write))
        search.found.crossing = CROSSES_UNKNOWN;
    if (search.found.crossing == CROSSES_UNKNOWN || is_surely_old(loop->fresh, write))
        return search.found;
    const struct site *stored = stored_by(loop->fresh, write);
    if (!stored)
        return search.found;
    look_into(&search, stored, root, write->type ? write->type : NULL, true);
    if (!write->type && type && !holds_pointer(arena, type) &&
        search.found.crossing == CROSSES_PACKED) {
        search.found.crossing = CROSSES_NEVER;
        search.found.is_number = true;
    }
    for (; search.next < search.stops.count; search.next++) {
        const struct stop stop = search.stops.items[search.next];
        look_into(&search, stop.site, stop.path, NULL, false);
    }
    search.found.stored = stored;
    return search.found;
}
