/*
 * The picture of memory without time (sites.h). Two things keep it finite: offsets that arithmetic
 * makes are known up to a stride only, and strides are greatest common divisors, which only shrink;
 * and lists have limits, behind which a value may lead anywhere.
 *
 * Memory from before the loop is one site, but for the variables that are named: what was stored in
 * it is found again wherever in it something is loaded, and also in those variables to which
 * pointers may lead.
 */
#include "sites.h"

enum { MAX_PLACES = 60, MAX_CONTENTS = 300, MAX_OFFSET = 1 << 20, MAX_LEAVES = 200 };

struct site *site_new(struct sites *sites, enum birth birth)
{
    struct site *site = ARENA_NEW(sites->arena, struct site);
    site->birth = birth;
    site->id = (unsigned)sites->list.count;
    LIST_PUSH(sites->arena, sites->list, site);
    return site;
}

void sites_init(struct sites *sites, struct arena *arena)
{
    *sites = (struct sites){.arena = arena};
    sites->old = site_new(sites, BORN_BEFORE);
    sites->unknown = site_new(sites, BORN_UNKNOWN);
}

/* ---- sets of places ----------------------------------------------------------------------- */

static int64_t divisor_of_both(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static int64_t remainder_of(int64_t value, int64_t stride)
{
    int64_t rest = value % stride;
    return rest < 0 ? rest + stride : rest;
}

/* In its shortest form; in what has no inside, one place is as good as any other. */
static struct place_in normal(const struct sites *sites, struct place_in place)
{
    bool has_inside = place.site != sites->old && place.site != sites->unknown;
    if (!has_inside || place.offset > MAX_OFFSET || place.offset < -MAX_OFFSET)
        place.stride = 1;
    if (place.stride)
        place.offset = remainder_of(place.offset, place.stride);
    return place;
}

static bool same_place(const struct place_in *a, const struct place_in *b)
{
    return a->site == b->site && a->offset == b->offset && a->stride == b->stride;
}

void places_add(struct sites *sites, struct places *into, struct place_in place)
{
    place = normal(sites, place);
    for (size_t k = 0; k < into->list.count; k++)
        if (same_place(&into->list.items[k], &place))
            return;
    if (into->list.count >= MAX_PLACES) {
        sites->is_full = true;
        return;
    }
    LIST_PUSH(sites->arena, into->list, place);
    sites->changed = true;
}

void places_join(struct sites *sites, struct places *into, const struct places *from)
{
    for (size_t k = 0; k < from->list.count; k++)
        places_add(sites, into, from->list.items[k]);
}

/* A set that is only passed on is no news. */
static void collect(struct sites *sites, struct places *into, struct place_in place)
{
    bool changed = sites->changed;
    places_add(sites, into, place);
    sites->changed = changed;
}

struct places places_moved(struct sites *sites, const struct places *places, int64_t offset)
{
    struct places moved = {0};
    for (size_t k = 0; k < places->list.count; k++) {
        struct place_in place = places->list.items[k];
        place.offset += offset;
        collect(sites, &moved, place);
    }
    return moved;
}

struct places places_strided(struct sites *sites, const struct places *places, int64_t stride)
{
    struct places moved = {0};
    for (size_t k = 0; k < places->list.count; k++) {
        struct place_in place = places->list.items[k];
        place.stride = divisor_of_both(place.stride, stride > 0 ? stride : 1);
        collect(sites, &moved, place);
    }
    return moved;
}

/* ---- contents ----------------------------------------------------------------------------- */

static struct content *content_at(struct sites *sites, const struct place_in *place,
                                  const struct stored *how)
{
    struct site *site = place->site;
    for (size_t k = 0; k < site->contents.count; k++) {
        struct content *content = site->contents.items[k];
        if (content->offset == place->offset && content->stride == place->stride &&
            content->size == how->size &&
            (content->type && content->type->kind == TYPE_POINTER) ==
                (how->type && how->type->kind == TYPE_POINTER))
            return content;
    }
    struct content *content = ARENA_NEW(sites->arena, struct content);
    *content = (struct content){.offset = place->offset,
                                .stride = place->stride,
                                .size = how->size,
                                .label = how->label,
                                .at = how->at,
                                .type = how->type};
    if (site->contents.count >= MAX_CONTENTS)
        sites->is_full = true;
    else
        LIST_PUSH(sites->arena, site->contents, content);
    return content;
}

void sites_store(struct sites *sites, const struct places *places, const struct places *values,
                 const struct stored *how)
{
    for (size_t k = 0; k < places->list.count && values->list.count; k++)
        places_join(sites, &content_at(sites, &places->list.items[k], how)->values, values);
}

/* How far PLACE lies behind CONTENT, as far as that is known: up to a multiple of the result's
 * stride. */
static struct place_in distance(const struct content *content, const struct place_in *place)
{
    struct place_in way = {.offset = place->offset - content->offset,
                           .stride = divisor_of_both(content->stride, place->stride)};
    if (way.stride)
        way.offset = remainder_of(way.offset, way.stride);
    return way;
}

/* Whether SIZE bytes at PLACE and CONTENT may have a byte in common. */
static bool may_meet(const struct content *content, const struct place_in *place, int64_t size)
{
    struct place_in way = distance(content, place);
    bool is_behind = content->size < 0 || way.offset < content->size;
    if (!way.stride)
        return way.offset >= 0 ? is_behind : size < 0 || -way.offset < size;
    return is_behind || size < 0 || way.stride - way.offset < size;
}

static bool is_of_pointer(const struct content *content)
{
    return content->type && content->type->kind == TYPE_POINTER;
}

static void load_from(struct sites *sites, const struct place_in *place, int64_t size,
                      bool as_pointer, struct places *into)
{
    for (size_t k = 0; k < place->site->contents.count; k++) {
        const struct content *content = place->site->contents.items[k];
        bool is_other = place->site == sites->old && is_of_pointer(content) && !as_pointer;
        if (is_other || !may_meet(content, place, size))
            continue;
        for (size_t v = 0; v < content->values.list.count; v++)
            collect(sites, into, content->values.list.items[v]);
    }
}

/* Out of SITE, wherever. */
static void load_all(struct sites *sites, struct site *site, bool as_pointer, struct places *into)
{
    for (size_t k = 0; k < site->contents.count; k++) {
        const struct content *content = site->contents.items[k];
        bool is_meant = as_pointer || !is_of_pointer(content);
        for (size_t v = 0; is_meant && v < content->values.list.count; v++)
            collect(sites, into, content->values.list.items[v]);
    }
}

struct places sites_load(struct sites *sites, const struct places *places, int64_t size,
                         bool as_pointer)
{
    struct places loaded = {0};
    for (size_t k = 0; k < places->list.count; k++) {
        const struct place_in *place = &places->list.items[k];
        struct site *site = place->site;
        load_from(sites, place, size, as_pointer, &loaded);
        if (site->birth == BORN_BEFORE)
            collect(sites, &loaded, (struct place_in){sites->old, 0, 1});
        if (site->birth == BORN_UNKNOWN ||
            (site->birth == BORN_STATE && size == (int64_t)sizeof(void *)))
            collect(sites, &loaded, *place);
        if (site->is_exposed)
            load_all(sites, sites->old, as_pointer, &loaded);
        for (size_t v = 0; site == sites->old && v < sites->list.count; v++)
            if (sites->list.items[v]->is_exposed)
                load_all(sites, sites->list.items[v], as_pointer, &loaded);
        load_all(sites, sites->unknown, as_pointer, &loaded);
    }
    return loaded;
}

/* ---- copies ------------------------------------------------------------------------------- */

struct copy {
    struct sites *sites;
    const struct places *into;
    int64_t size;
    bool is_shuffled;
    const struct type *type;
    const struct expr *at;
};

/* The COUNT values lie in the copy OFFSET bytes (up to a multiple of STRIDE) behind its start. */
static void put(const struct copy *copy, const struct places *values, struct place_in where,
                const struct stored *how)
{
    struct sites *sites = copy->sites;
    struct places there = places_moved(sites, copy->into, where.offset);
    if (copy->is_shuffled || where.stride)
        there = places_strided(sites, copy->into, copy->is_shuffled ? 1 : where.stride);
    if (!copy->is_shuffled && where.stride)
        there = places_moved(sites, &there, where.offset);
    sites_store(sites, &there, values, how);
}

static void copy_content(const struct copy *copy, const struct content *content,
                         const struct place_in *from)
{
    const struct stored how = {content->size, content->label, copy->at, content->type};
    struct place_in start = {.offset = content->offset, .stride = content->stride};
    const struct content origin = {.offset = from->offset, .stride = from->stride};
    struct place_in where = distance(&origin, &start);
    bool is_single = where.stride && copy->size >= 0 && where.stride >= copy->size;
    if (is_single)
        where.stride = 0;
    put(copy, &content->values, where, &how);
}

/* What lies there without having been stored. */
static void copy_rest(const struct copy *copy, const struct place_in *from)
{
    struct sites *sites = copy->sites;
    struct places whole = {0}, values;
    collect(sites, &whole, *from);
    values = sites_load(sites, &whole, copy->size, true);
    if (from->site->birth == BORN_STATE && copy->type)
        collect(sites, &values, (struct place_in){from->site, 0, 1});
    struct leaves leaves = {.has_arrays = true};
    if (copy->type)
        leaves = type_pointers(sites->arena, copy->type);
    for (size_t k = 0; k < leaves.list.count; k++) {
        const struct leaf *leaf = &leaves.list.items[k];
        const char *label = *leaf->name == '.' ? leaf->name + 1 : NULL;
        const struct stored how = {(int64_t)sizeof(void *), label, copy->at, leaf->type};
        put(copy, &values, (struct place_in){.offset = leaf->offset}, &how);
    }
    const struct stored anything = {-1, NULL, copy->at, NULL};
    if (leaves.has_arrays)
        put(copy, &values, (struct place_in){.stride = 1}, &anything);
}

void sites_copy(struct sites *sites, const struct places *into, const struct places *from,
                int64_t size, bool is_shuffled, const struct type *type, const struct expr *at)
{
    const struct copy copy = {sites, into, size, is_shuffled, type, at};
    for (size_t k = 0; k < from->list.count; k++) {
        const struct place_in *place = &from->list.items[k];
        const struct site *site = place->site;
        size_t count = site->contents.count; /* a copy within the site adds to it */
        for (size_t c = 0; c < count; c++)
            if (may_meet(site->contents.items[c], place, size))
                copy_content(&copy, site->contents.items[c], place);
        if (site->birth == BORN_BEFORE || site->birth == BORN_UNKNOWN ||
            site->birth == BORN_STATE || sites->unknown->contents.count)
            copy_rest(&copy, place);
    }
}

/* ---- types -------------------------------------------------------------------------------- */

static void add_leaves(struct arena *arena, const struct type *type, int64_t offset,
                       const char *name, struct leaves *into)
{
    if (into->list.count >= MAX_LEAVES) {
        into->has_arrays = true;
        return;
    }
    if (type->kind == TYPE_POINTER)
        LIST_PUSH(arena, into->list, ((struct leaf){offset, name, type}));
    if (type->kind == TYPE_ARRAY) {
        size_t before = into->list.count;
        add_leaves(arena, type->target, offset, arena_printf(arena, "%s[0]", name), into);
        into->has_arrays |= into->list.count > before;
    }
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++) {
        const struct field *field = type->fields.items[k];
        const char *dot = *field->name ? "." : "";
        add_leaves(arena, field->type, offset + field->offset / 8,
                   arena_printf(arena, "%s%s%s", name, dot, field->name), into);
    }
}

struct leaves type_pointers(struct arena *arena, const struct type *type)
{
    struct leaves leaves = {0};
    add_leaves(arena, type, 0, "", &leaves);
    return leaves;
}
