/*
 * Packers and unpackers, one pair for each described member that is sent, and one for each
 * structure that others hold or point to:
 *
 *     static void ppar_pack_poly_coef(struct ppar_packer *ppar_to, const void *ppar_at)
 *     {
 *         const struct poly *ppar_it = ppar_at;
 *         ppar_pack_block(ppar_to, ppar_it->coef, (long long)(ppar_it->n), sizeof *ppar_it->coef,
 * 0);
 *     }
 *
 * The two of a pair make the same calls in the same order. They need the program's types, so they
 * stand at the end of the file; what the loop names of them is declared at its head.
 *
 * Inner pointers of rows[h][w] and names[n] string are packed right behind the block that holds
 * them, by a loop, for only here the counts are at hand. The unpacker takes its number of elements
 * from the block that came, not from the structure: that can be looked at, and is right.
 */
#include "packers.h"

#include "../analysis/describe.h"
#include "../buf.h"
#include "../stages.h"

#include <string.h>

/* What has to be defined: texts, each of which is a whole declaration or definition. */
struct packers {
    LIST_OF(const char *) declarations; /* for the head of the file */
    LIST_OF(const char *) definitions;  /* for its end */
};

/* One function while it is written. */
struct writer {
    struct arena *arena;
    struct buf text;
    bool unpacks;
    bool calls; /* the runtime, or another packer */
    unsigned depth, loops, most_loops;
};

static void __attribute__((format(printf, 2, 3)))
write_line(struct writer *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_printf(&w->text, "%*s%s\n", (int)(4 * w->depth), "", arena_vprintf(w->arena, format, args));
    va_end(args);
}

static const char *target_text(const struct type *type)
{
    return plain_record(type)->spelling;
}

/* The function for the elements that a pointer to TYPE leads to; "0": there is nothing to do. */
static const char *each_of(const struct writer *w, const struct type *type)
{
    const struct description *inner = description_of(type);
    if (!inner || !inner->owners.count)
        return "0";
    return arena_printf(w->arena, "ppar_%s_%s", w->unpacks ? "unpack" : "pack", inner->name);
}

/* ---- one member --------------------------------------------------------------------------- */

/* A loop over COUNT elements; what it repeats is written next, one step further in. */
static const char *begin_loop(struct writer *w, const char *count)
{
    unsigned number = ++w->loops;
    w->most_loops = w->loops > w->most_loops ? w->loops : w->most_loops;
    write_line(w, "for (ppar_k%u = 0, ppar_n%u = %s; ppar_k%u < ppar_n%u; ppar_k%u++)", number,
               number, count, number, number, number);
    w->depth++;
    return arena_printf(w->arena, "ppar_k%u", number);
}

static void end_loop(struct writer *w)
{
    w->depth--;
    w->loops--;
}

/* Whether objects of TYPE may be longer than it says: the last member has any number of elements.
 */
static bool has_open_end(const struct type *type)
{
    type = plain_record(type);
    if (type->kind != TYPE_RECORD || !type->fields.count || type->is_union)
        return false;
    const struct type *last = type->fields.items[type->fields.count - 1]->type;
    return last->kind == TYPE_ARRAY ? last->count <= 1 : has_open_end(last);
}

static void write_object(struct writer *w, const struct type *target, const char *pointer)
{
    const struct description *inner = description_of(target);
    const char *each = each_of(w, target), *size = arena_printf(w->arena, "sizeof *%s", pointer);
    if (inner && inner->flexible)
        size = arena_printf(w->arena, "%s ? ppar_size_%s(%s) : 0", pointer, inner->name, pointer);
    else if (has_open_end(target))
        size = arena_printf(w->arena, "(size_t)ppar_block_size((void *)%s)", pointer);
    if (w->unpacks)
        write_line(w, "%s = ppar_unpack_object(ppar_in, sizeof *%s, %s);", pointer, pointer, each);
    else
        write_line(w, "ppar_pack_block(ppar_to, %s, 1, %s, %s);", pointer, size, each);
}

static void write_string(struct writer *w, const char *pointer)
{
    if (w->unpacks)
        write_line(w, "%s = ppar_unpack_string(ppar_in);", pointer);
    else
        write_line(w, "ppar_pack_string(ppar_to, %s);", pointer);
}

static bool has_more(const struct owner *owner, size_t level)
{
    return level < owner->levels || owner->as != PACKED_PLAIN;
}

/* What POINTER, which LEVEL counts lead to, points to. */
static void write_pointer(struct writer *w, const struct owner *owner, const char *pointer,
                          size_t level)
{
    w->calls = true;
    if (level == owner->levels) {
        if (owner->as == PACKED_STRING)
            write_string(w, pointer);
        else if (owner->as == PACKED_ONE)
            write_object(w, owner->target, pointer);
        return;
    }
    bool is_last = !has_more(owner, level + 1);
    const char *each = is_last ? each_of(w, owner->target) : "0";
    const char *count = owner->counts[level];
    if (!*count)
        count = arena_printf(w->arena, "ppar_block_size((void *)%s) / (long long)sizeof *%s",
                             pointer, pointer);
    else
        count = arena_printf(w->arena, "(long long)(%s)", count);
    const char *call =
        w->unpacks ? arena_printf(w->arena, "%s = ppar_unpack_block(ppar_in, sizeof *%s, %s)",
                                  pointer, pointer, each)
                   : arena_printf(w->arena, "ppar_pack_block(ppar_to, %s, %s, sizeof *%s, %s)",
                                  pointer, count, pointer, each);
    if (is_last || w->unpacks)
        write_line(w, "%s;", call);
    if (is_last)
        return;
    const char *index = begin_loop(w, w->unpacks ? "ppar_unpack_count(ppar_in)" : call);
    bool is_block = level + 1 < owner->levels;
    if (is_block)
        write_line(w, "{");
    w->depth += is_block;
    write_pointer(w, owner, arena_printf(w->arena, "%s[%s]", pointer, index), level + 1);
    w->depth -= is_block;
    if (is_block)
        write_line(w, "}");
    end_loop(w);
}

static void write_part(struct writer *w, const struct owner *owner)
{
    const char *function = each_of(w, owner->record);
    w->calls = true;
    const char *place = arena_printf(w->arena, "&ppar_it->%s", owner->name);
    if (owner->repeat) {
        const char *index = begin_loop(w, arena_printf(w->arena, "%lld", (long long)owner->repeat));
        place = arena_printf(w->arena, "(%s%s *)ppar_it->%s + %s", w->unpacks ? "" : "const ",
                             target_text(owner->record), owner->name, index);
    }
    write_line(w, "%s(%s, %s);", function, w->unpacks ? "ppar_in" : "ppar_to", place);
    if (owner->repeat)
        end_loop(w);
}

static void write_owner(struct writer *w, const struct owner *owner)
{
    const char *pointer = arena_printf(w->arena, "ppar_it->%s", owner->name);
    if (owner->is_part) {
        write_part(w, owner);
        return;
    }
    if (owner->as == PACKED_NOT && !w->unpacks)
        return;
    if (owner->when)
        write_line(w, "if (%s) {", owner->when);
    w->depth += owner->when != NULL;
    if (owner->repeat) {
        const char *index = begin_loop(w, arena_printf(w->arena, "%lld", (long long)owner->repeat));
        write_line(w, "{");
        w->depth++;
        pointer = arena_printf(w->arena, "%s[%s]", pointer, index);
    }
    if (owner->as == PACKED_NOT)
        write_line(w, "%s = 0;", pointer);
    else
        write_pointer(w, owner, pointer, 0);
    if (owner->repeat) {
        w->depth--;
        write_line(w, "}");
        end_loop(w);
    }
    w->depth -= owner->when != NULL;
    if (owner->when)
        write_line(w, "}");
}

/* ---- functions ---------------------------------------------------------------------------- */

static const char *prototype(struct arena *arena, const char *name, bool unpacks)
{
    return unpacks
               ? arena_printf(arena,
                              "static void ppar_unpack_%s(struct ppar_unpacker *ppar_in, void "
                              "*ppar_at)",
                              name)
               : arena_printf(arena,
                              "static void ppar_pack_%s(struct ppar_packer *ppar_to, const void "
                              "*ppar_at)",
                              name);
}

static const char *counters(struct arena *arena, unsigned count)
{
    const char *text = "";
    for (unsigned k = 1; k <= count; k++)
        text = arena_printf(arena, "%s    long long ppar_k%u, ppar_n%u;\n", text, k, k);
    return text;
}

/* A function NAME for the COUNT owners from FIRST of a structure. */
static const char *function_text(struct arena *arena, const struct description *description,
                                 const char *name, const struct owner *first, size_t count,
                                 bool unpacks)
{
    struct writer w = {.arena = arena, .unpacks = unpacks, .depth = 1};
    for (size_t k = 0; k < count; k++)
        write_owner(&w, &first[k]);
    if (!w.calls)
        write_line(&w, "(void)%s;", unpacks ? "ppar_in" : "ppar_to");
    if (!w.calls && !unpacks)
        write_line(&w, "(void)ppar_it;");
    const char *text = arena_printf(arena, "\n%s\n{\n    %s%s *ppar_it = ppar_at;\n%s%s}\n",
                                    prototype(arena, name, unpacks), unpacks ? "" : "const ",
                                    target_text(description->record), counters(arena, w.most_loops),
                                    buf_text(&w.text));
    buf_release(&w.text);
    return text;
}

static bool has_text(const char *const *texts, size_t count, const char *text)
{
    for (size_t k = 0; k < count; k++)
        if (texts[k] == text || !strcmp(texts[k], text))
            return true;
    return false;
}

/* Adds both functions. False: they are there already. */
static bool add_functions(struct arena *arena, struct packers *made,
                          const struct description *description, const char *name,
                          const struct owner *first, size_t count)
{
    for (int unpacks = 0; unpacks < 2; unpacks++) {
        const char *declaration = arena_printf(arena, "%s;\n", prototype(arena, name, unpacks));
        if (has_text(made->declarations.items, made->declarations.count, declaration))
            return false;
        LIST_PUSH(arena, made->declarations, declaration);
        LIST_PUSH(arena, made->definitions,
                  function_text(arena, description, name, first, count, unpacks));
    }
    return true;
}

static void add_record(struct arena *arena, struct packers *made, const struct type *record);

static void add_size(struct arena *arena, struct packers *made,
                     const struct description *description)
{
    const char *head =
        arena_printf(arena, "static size_t ppar_size_%s(const void *ppar_at)", description->name);
    const struct field *last =
        description->record->fields.items[description->record->fields.count - 1];
    const char *declaration = arena_printf(arena, "%s;\n", head);
    if (has_text(made->declarations.items, made->declarations.count, declaration))
        return;
    LIST_PUSH(arena, made->declarations, declaration);
    LIST_PUSH(
        arena, made->definitions,
        arena_printf(arena,
                     "\n%s\n{\n    const %s *ppar_it = ppar_at;\n    return sizeof *ppar_it + "
                     "(size_t)(%s) * sizeof *ppar_it->%s;\n}\n",
                     head, target_text(description->record), description->flexible, last->name));
}

/* What OWNER's functions call. */
static void add_needs(struct arena *arena, struct packers *made, const struct owner *owner)
{
    if (owner->is_part)
        add_record(arena, made, owner->record);
    else if (owner->as != PACKED_NOT && owner->as != PACKED_STRING)
        add_record(arena, made, owner->target);
}

static void add_record(struct arena *arena, struct packers *made, const struct type *record)
{
    const struct description *description = description_of(record);
    if (description && description->flexible)
        add_size(arena, made, description);
    if (!description || !description->owners.count ||
        !add_functions(arena, made, description, description->name, description->owners.items,
                       description->owners.count))
        return;
    for (size_t k = 0; k < description->owners.count; k++)
        add_needs(arena, made, &description->owners.items[k]);
}

/* "poly_coef", "value_u_text" */
static const char *plain_name(struct arena *arena, const struct deep_member *deep)
{
    char *name = arena_printf(arena, "%s_%s", deep->description->name, deep->owner->name);
    for (char *at = name; *at; at++)
        *at = *at == '.' ? '_' : *at;
    return name;
}

const char *member_name(struct arena *arena, const struct deep_member *deep)
{
    return arena_printf(arena, "ppar_member_%s", plain_name(arena, deep));
}

static void add_member(struct arena *arena, struct packers *made, const struct deep_member *deep)
{
    const char *plain = plain_name(arena, deep), *name = member_name(arena, deep);
    const char *record = target_text(deep->description->record);
    const char *definition = deep->description->definition;
    if (definition && !has_text(made->definitions.items, made->definitions.count, definition))
        LIST_PUSH(arena, made->definitions, definition);
    if (!add_functions(arena, made, deep->description, plain, deep->owner, 1))
        return;
    add_needs(arena, made, deep->owner);
    LIST_PUSH(arena, made->declarations,
              arena_printf(arena, "static const struct ppar_member %s;\n", name));
    LIST_PUSH(
        arena, made->definitions,
        arena_printf(arena,
                     "\nstatic const struct ppar_member %s = {\n    __builtin_offsetof(%s, %s), "
                     "sizeof ((%s *)0)->%s,\n    ppar_pack_%s, ppar_unpack_%s};\n",
                     name, record, deep->owner->name, record, deep->owner->name, plain, plain));
}

static void insert(const struct unit *unit, struct edits *edits, size_t at,
                   const char *const *texts, size_t count)
{
    struct buf all = {0};
    for (size_t k = 0; k < count; k++)
        buf_puts(&all, texts[k]);
    struct edit edit = {.start = (unsigned)at, .end = (unsigned)at};
    edit.text = arena_strdup(unit->arena, buf_text(&all));
    buf_release(&all);
    LIST_PUSH(unit->arena, edits->list, edit);
}

void lower_packers(const struct unit *unit, struct loop *const *loops, size_t count,
                   struct edits *edits)
{
    struct packers made = {0};
    for (size_t l = 0; l < count; l++)
        for (size_t k = 0; k < loops[l]->plan->deep.count; k++)
            add_member(unit->arena, &made, &loops[l]->plan->deep.items[k]);
    if (!made.declarations.count)
        return;
    insert(unit, edits, 0, made.declarations.items, made.declarations.count);
    insert(unit, edits, unit->length, made.definitions.items, made.definitions.count);
}
