/*
 * Resolves #pragma ppar pack: names become members, counts become C in terms of the structure.
 *
 * A count may use numbers, operators and members of the structure that it is said of. Each member's
 * name in it gets "ppar_it->" in front, which is what generated code calls the structure; so the
 * text means the same wherever that code stands, whatever the program's variables are called.
 *
 * A structure that holds a described one by value is described as far as that goes: these parts are
 * added when all pragmas have been read, again and again until nothing is added. Structures hold
 * each other to a finite depth, so that ends.
 */
#include "describe.h"

#include "own.h"

#include <ctype.h>
#include <string.h>

struct describing {
    struct unit *unit;
    struct diags *diags;
    struct description *description;
    struct pragma *pragma;
};

const struct type *plain_record(const struct type *type)
{
    return type->kind == TYPE_RECORD && type->fields.count ? type->fields.items[0]->record : type;
}

const struct description *description_of(const struct type *type)
{
    return type->kind == TYPE_RECORD ? plain_record(type)->described : NULL;
}

const struct description *description_of_pointer(const struct type *type)
{
    return type->kind == TYPE_POINTER ? type->described : NULL;
}

const struct type *element_of(const struct type *type)
{
    while (type->kind == TYPE_ARRAY && type->count > 0)
        type = type->target;
    return type;
}

int64_t owner_offset(const struct owner *owner)
{
    return (owner->field->offset + (owner->of_union ? owner->of_union->offset : 0)) / 8;
}

/* ---- messages ----------------------------------------------------------------------------- */

static void __attribute__((format(printf, 3, 4)))
report(struct describing *d, const struct clause_expr *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag_add(d->diags, SEVERITY_ERROR, DIAG_PACK_MEMBER, &at->place, at->end, "%s",
             arena_vprintf(d->unit->arena, format, args));
    va_end(args);
    d->pragma->failed = true;
}

/* ---- names -------------------------------------------------------------------------------- */

static const struct field *find_field(const struct type *record, const char *name)
{
    for (size_t k = 0; k < record->fields.count; k++)
        if (!strcmp(record->fields.items[k]->name, name))
            return record->fields.items[k];
    return NULL;
}

static bool is_name_character(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* How messages call a member; or the pointers that are described. */
static const char *shown(const struct describing *d, const struct packed_member *said)
{
    return d->description->definition ? d->pragma->record.text : said->name.text;
}

static void report_name(struct describing *d, const struct clause_expr *from, const char *name)
{
    if (d->description->definition)
        report(d, from,
               "'%s' is no number: how many elements '%s' leads to is said by one, or by '[]'",
               name, d->pragma->record.text);
    else
        report(d, from, "'%s' is no member of '%s'", name, d->description->record->spelling);
}

/* The text with "ppar_it->" in front of members. NULL: a name in it is none, and that is
 * reported.
 */
static const char *in_structure(struct describing *d, const struct clause_expr *from)
{
    struct arena *arena = d->unit->arena;
    const char *made = "", *text = from->text;
    for (const char *at = text; *at;) {
        const char *end = at + 1;
        while (is_name_character(*at) && is_name_character(*end))
            end++;
        const char *word = arena_strndup(arena, at, (size_t)(end - at));
        bool is_inside = at > text && (at[-1] == '.' || (at[-1] == '>' && at > text + 1));
        bool is_name = is_name_character(*at) && !isdigit((unsigned char)*at) && !is_inside;
        if (is_name && !find_field(d->description->record, word)) {
            report_name(d, from, word);
            return NULL;
        }
        made = arena_printf(arena, "%s%s%s", made, is_name ? DESCRIBED : "", word);
        at = end;
    }
    return made;
}

/* ---- members ------------------------------------------------------------------------------ */

static bool has_part(const struct description *description, const struct field *field)
{
    for (size_t k = 0; k < description->owners.count; k++)
        if (description->owners.items[k].field == field)
            return true;
    return false;
}

static bool is_text(const struct type *type)
{
    return type->kind == TYPE_INTEGER && type->size == 1 && !type->is_bool;
}

/* What is wrong with saying AS of a pointer to TARGET; NULL: nothing. */
static const char *problem_of(const struct type *target, enum packed_as as)
{
    if (as == PACKED_NOT)
        return NULL;
    if (as == PACKED_STRING && !is_text(target))
        return "points to something else than characters";
    if (target->kind == TYPE_FUNCTION)
        return "points to a function";
    if (target->kind == TYPE_VOID || target->size <= 0)
        return "points to something of which the size is not known";
    return NULL;
}

/* The pointer levels that are counted, from the member's TYPE down. */
static bool add_counts(struct describing *d, const struct packed_member *said, struct owner *owner,
                       const struct type *type)
{
    for (size_t k = 0; k < said->counts.count; k++) {
        if (type->kind != TYPE_POINTER || k == MOST_COUNTS) {
            report(d, &said->name, "'%s' has more counts than pointers", shown(d, said));
            return false;
        }
        owner->counts[k] = in_structure(d, &said->counts.items[k]);
        if (!owner->counts[k])
            return false;
        type = type->target;
        if (!*owner->counts[k] && type_holds_pointer(type)) {
            report(d, &said->counts.items[k],
                   "what '%s' points to has pointers in it, so their number has to be given",
                   shown(d, said));
            return false;
        }
    }
    owner->levels = said->counts.count;
    if (said->as == PACKED_STRING || said->as == PACKED_ONE) {
        if (type->kind != TYPE_POINTER) {
            report(d, &said->name, "'%s' has more counts than pointers", shown(d, said));
            return false;
        }
        type = type->target;
    }
    owner->target = type;
    return true;
}

static bool fill_owner(struct describing *d, const struct packed_member *said, struct owner *owner)
{
    const struct type *type = owner->field->type;
    if (type->kind == TYPE_ARRAY && type->count > 0) {
        owner->repeat = type->count;
        type = type->target;
    }
    if (type->kind != TYPE_POINTER) {
        report(d, &said->name, "'%s' is no pointer", said->name.text);
        return false;
    }
    if (said->as == PACKED_PLAIN && said->counts.count == 0) {
        report(d, &said->name,
               "what '%s' points to has no length: say '%s[count]', '%s string', '%s deep' for one "
               "object, or '%s skip'",
               said->name.text, said->name.text, said->name.text, said->name.text, said->name.text);
        return false;
    }
    if (!add_counts(d, said, owner, type))
        return false;
    const char *problem = problem_of(owner->target, said->as);
    if (problem)
        report(d, &said->name, "'%s' %s", shown(d, said), problem);
    return !problem;
}

/* data[n] of a last member without a size. */
static void add_flexible(struct describing *d, const struct packed_member *said,
                         const struct field *field)
{
    struct description *description = d->description;
    if (said->counts.count != 1 || said->as != PACKED_PLAIN || !*said->counts.items[0].text) {
        report(d, &said->name, "'%s' is an array without a size: say '%s[count]'", said->name.text,
               said->name.text);
        return;
    }
    description->flexible = in_structure(d, &said->counts.items[0]);
    description->element = field->type->target;
}

/* Where the member is: in the structure, or in one of its unions. */
static bool find_member(struct describing *d, const struct packed_member *said, struct owner *owner)
{
    const struct type *record = d->description->record;
    if (said->of_union.text) {
        owner->of_union = find_field(record, said->of_union.text);
        if (!owner->of_union || owner->of_union->type->kind != TYPE_RECORD) {
            report(d, &said->of_union, "'%s' is no union of '%s'", said->of_union.text,
                   record->spelling);
            return false;
        }
        owner->when = in_structure(d, &said->when);
        record = owner->of_union->type;
    }
    owner->field = find_field(record, said->name.text);
    if (!owner->field)
        report(d, &said->name, "'%s' is no member of '%s'", said->name.text,
               owner->of_union ? said->of_union.text : record->spelling);
    return owner->field && (owner->when || !said->of_union.text);
}

static bool is_flexible(const struct type *record, const struct field *field)
{
    return field->type->kind == TYPE_ARRAY && field->type->count <= 0 &&
           field == record->fields.items[record->fields.count - 1];
}

static void add_member(struct describing *d, const struct packed_member *said)
{
    struct arena *arena = d->unit->arena;
    struct owner owner = {.as = said->as, .name = said->name.text};
    if (!find_member(d, said, &owner))
        return;
    if (!owner.of_union && is_flexible(d->description->record, owner.field)) {
        add_flexible(d, said, owner.field);
        return;
    }
    if (owner.of_union)
        owner.name = arena_printf(arena, "%s.%s", said->of_union.text, said->name.text);
    if (has_part(d->description, owner.field))
        report(d, &said->name, "'%s' is described twice", said->name.text);
    else if (fill_owner(d, said, &owner))
        LIST_PUSH(arena, d->description->owners, owner);
}

static struct description *new_description(struct unit *unit, const struct type *record)
{
    struct description *made = ARENA_NEW(unit->arena, struct description);
    made->record = record;
    made->name = record->tag;
    ((struct type *)record)->described = made;
    return made;
}

/* ---- pointers that are results themselves -----------------------------------------------------
 */

/* Whether TEXT, of which the last '*' does not count, is TYPE's: without qualifiers in front. */
static bool is_spelled(const struct type *type, const char *text)
{
    const char *at = type->spelling, *end = strrchr(text, '*');
    at += strncmp(at, "const ", 6) ? 0 : 6;
    at += strncmp(at, "volatile ", 9) ? 0 : 9;
    for (; text < end; text++) {
        if (*text == ' ')
            continue;
        at += strspn(at, " ");
        if (*at++ != *text)
            return false;
    }
    return !*at;
}

/* A structure whose only member is one of the pointers: struct ppar_own_char { char *it; }; */
static struct description *pointer_description(struct unit *unit, const struct pragma *pragma,
                                               struct type *pointer)
{
    struct arena *arena = unit->arena;
    struct type *record = ARENA_NEW(arena, struct type);
    struct field *field = ARENA_NEW(arena, struct field);
    int length = (int)(strrchr(pragma->record.text, '*') - pragma->record.text);
    char *tag = arena_printf(arena, "own_%.*s", length, pragma->record.text);
    for (char *at = tag + strlen(tag); at[-1] == ' '; at--)
        at[-1] = '\0';
    for (char *at = tag; *at; at++)
        *at = *at == ' ' ? '_' : *at == '*' ? 'p' : *at;
    *field = (struct field){.name = "it", .type = pointer, .record = record};
    *record = (struct type){.kind = TYPE_RECORD, .size = pointer->size, .is_complete = true};
    record->unit = unit;
    record->tag = tag;
    record->spelling = arena_printf(arena, "struct ppar_%s", tag);
    LIST_PUSH(arena, record->fields, field);
    struct description *made = new_description(unit, record);
    made->definition = arena_printf(arena, "\n%s {\n    %.*s*it;\n};\n", record->spelling, length,
                                    pragma->record.text);
    return made;
}

static void describe_pointer(struct describing *d)
{
    struct pragma *pragma = d->pragma;
    const struct type *record = pragma->packed ? plain_record(pragma->packed) : NULL;
    for (size_t k = 0; k < d->unit->pointers.count; k++) {
        struct type *pointer = d->unit->pointers.items[k];
        bool is_record = pointer->target->kind == TYPE_RECORD;
        if (is_record ? plain_record(pointer->target) != record
                      : !is_spelled(pointer->target, pragma->record.text))
            continue;
        if (pointer->described && pointer->described != d->description) {
            report(d, &pragma->record, "'%s' is described twice", pragma->record.text);
            return;
        }
        if (!d->description) {
            d->description = pointer_description(d->unit, pragma, pointer);
            d->description->is_promise = true;
            for (size_t m = 0; m < pragma->members.count; m++)
                add_member(d, &pragma->members.items[m]);
        }
        pointer->described = d->description;
    }
    if (!d->description && pragma->place.main)
        report(d, &pragma->record, "nothing in this file is a '%s'", pragma->record.text);
}

/* ---- pragmas ------------------------------------------------------------------------------ */

static void describe(struct unit *unit, struct pragma *pragma, struct diags *diags)
{
    struct describing d = {.unit = unit, .diags = diags, .pragma = pragma};
    const struct type *record = pragma->packed ? plain_record(pragma->packed) : NULL;
    if (pragma->packs_pointers) {
        describe_pointer(&d);
        return;
    }
    if (!record && !pragma->place.main)
        return; /* nothing in this file can be of that type */
    if (!record) {
        report(&d, &pragma->record, "'%s' is no structure that is declared at file scope",
               pragma->record.text);
        return;
    }
    if (record->described) {
        report(&d, &pragma->record, "'%s' is described twice", pragma->record.text);
        return;
    }
    d.description = new_description(unit, record);
    d.description->is_promise = true;
    for (size_t k = 0; k < pragma->members.count; k++)
        add_member(&d, &pragma->members.items[k]);
}

/* ---- attributes --------------------------------------------------------------------------- */

/* Whether the attribute of FIELD says how long something is that can be packed. */
static bool is_counted(const struct type *record, const struct field *field)
{
    const struct field *count = field->counted_by ? find_field(record, field->counted_by) : NULL;
    bool points = field->type->kind == TYPE_POINTER || is_flexible(record, field);
    return count && count->type->kind == TYPE_INTEGER && points &&
           !problem_of(field->type->target, PACKED_PLAIN);
}

/* Members that a pragma describes are what it says. */
static bool describe_counted(struct unit *unit, struct type *record)
{
    struct describing d = {.unit = unit, .description = record->described};
    bool added = false;
    for (size_t k = 0; k < record->fields.count && record->tag && !record->is_union; k++) {
        const struct field *field = record->fields.items[k];
        if (!is_counted(record, field) || (d.description && has_part(d.description, field)))
            continue;
        if (!d.description)
            d.description = new_description(unit, record);
        struct packed_member said = {.name.text = field->name, .as = PACKED_PLAIN};
        struct clause_expr count = {.text = field->counted_by};
        LIST_PUSH(unit->arena, said.counts, count);
        if (!is_flexible(record, field) || !d.description->flexible)
            add_member(&d, &said);
        d.description->is_promise = added = true;
    }
    return added;
}

/* ---- structures in structures --------------------------------------------------------------- */

static bool is_name(const struct field *field)
{
    return field->name && *field->name;
}

/* Members of RECORD that are described structures. Whether there were any new ones. */
static bool add_parts(struct unit *unit, const struct type *record)
{
    bool added = false;
    for (size_t k = 0; k < record->fields.count && record->tag && !record->is_union; k++) {
        const struct field *field = record->fields.items[k];
        const struct type *element = element_of(field->type);
        const struct description *inner = description_of(element);
        if (!inner || !inner->owners.count || !is_name(field) ||
            (record->described && has_part(record->described, field)))
            continue;
        struct description *outer =
            record->described ? record->described : new_description(unit, record);
        struct owner part = {.field = field, .name = field->name, .is_part = true};
        part.record = inner->record;
        part.repeat = field->type->kind == TYPE_ARRAY ? field->type->size / element->size : 0;
        LIST_PUSH(unit->arena, outer->owners, part);
        added = true;
    }
    return added;
}

void describe_records(struct unit *unit, const struct pragmas *pragmas, struct diags *diags)
{
    bool added = pragmas->packs.count > 0;
    for (size_t k = 0; k < pragmas->packs.count; k++)
        describe(unit, pragmas->packs.items[k], diags);
    for (size_t k = 0; k < unit->records.count; k++)
        added |= describe_counted(unit, (struct type *)plain_record(unit->records.items[k]));
    while (added) {
        added = false;
        for (size_t k = 0; k < unit->records.count; k++)
            added |= add_parts(unit, plain_record(unit->records.items[k]));
    }
}
