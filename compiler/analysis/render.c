/*
 * From bytes back to C: an offset in an object of a known type is walked down through arrays and
 * records to the element that lies there. Values are printed in long long arithmetic, for their
 * atoms are true values that fit.
 */
#include "render.h"

#include "../agree.h"
#include "../buf.h"
#include "assigned.h"
#include "rows.h"

#include <string.h>

enum { WIDE_BITS = 120, SMALL_BITS = 41 };

/* ---- names -------------------------------------------------------------------------------- */

struct name_search {
    const char *name;
    const struct var *var;
    bool found;
};

static void find_same_name(struct stmt *stmt, void *data)
{
    struct name_search *search = data;
    if (stmt->kind != STMT_DECLARE)
        return;
    for (size_t k = 0; k < stmt->vars.count; k++)
        if (stmt->vars.items[k] != search->var && !strcmp(stmt->vars.items[k]->name, search->name))
            search->found = true;
}

bool name_is_shared(const struct function *function, const struct var *var)
{
    struct name_search search = {.name = var->name, .var = var};
    for (size_t k = 0; k < function->params.count; k++)
        if (function->params.items[k] != var && !strcmp(function->params.items[k]->name, var->name))
            return true;
    visit_stmts(function->body, find_same_name, &search);
    return search.found;
}

static bool declares(const struct stmt *stmt, const struct var *var)
{
    for (size_t k = 0; stmt && stmt->kind == STMT_DECLARE && k < stmt->vars.count; k++)
        if (stmt->vars.items[k] == var)
            return true;
    return false;
}

/* Whether ROOT is in STMT; *DECLARED becomes true when a statement on the way declares VAR before.
 */
static bool find_root(const struct stmt *stmt, const struct stmt *root, const struct var *var,
                      bool *declared)
{
    if (!stmt || stmt == root)
        return stmt == root;
    if (find_root(stmt->body, root, var, declared) || find_root(stmt->other, root, var, declared)) {
        *declared |= declares(stmt->init, var);
        return true;
    }
    for (size_t k = 0; k < stmt->stmts.count; k++) {
        if (!find_root(stmt->stmts.items[k], root, var, declared))
            continue;
        while (k-- > 0)
            *declared |= declares(stmt->stmts.items[k], var);
        return true;
    }
    return false;
}

static bool is_in_scope(const struct function *function, const struct stmt *root,
                        const struct var *var)
{
    bool declared = var->storage == STORAGE_PARAMETER;
    find_root(function->body, root, var, &declared);
    return declared;
}

/* Where the file of FUNCTION declares VAR, a variable of all files or one of its own. */
static const struct place *declaration_in(const struct function *function, const struct var *var)
{
    if (var->unit == function->unit)
        return &var->place;
    for (size_t k = 0; k < var->declarations.count; k++)
        if (var->declarations.items[k]->unit == function->unit)
            return &var->declarations.items[k]->place;
    return NULL;
}

const char *var_text(struct arena *arena, const struct function *function, const struct stmt *root,
                     const struct var *var)
{
    if (var->function) {
        bool is_here = var->function == function && is_in_scope(function, root, var);
        return is_here ? arena_strdup(arena, var->name) : NULL;
    }
    const struct place *place = declaration_in(function, var);
    bool is_declared = place && (!place->main || place->offset < root->place.offset);
    if (!is_declared || name_is_shared(function, var))
        return NULL;
    return arena_strdup(arena, var->name);
}

/* ---- places ------------------------------------------------------------------------------- */

struct descent {
    struct arena *arena;
    const struct unit *home;   /* whose file has to know the members; NULL: none */
    const struct type *wanted; /* NULL: the first scalar */
    bool is_for_message;
};

/* Whether the text may go on into TYPE, or be scaled by its size. */
static bool is_known(const struct descent *descent, const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type->kind != TYPE_RECORD || !descent->home || record_is_known(descent->home, type);
}

static bool is_wanted(const struct descent *descent, const struct type *type)
{
    if (!descent->wanted)
        return type->kind != TYPE_ARRAY && type->kind != TYPE_RECORD;
    return type->kind == descent->wanted->kind && type->size == descent->wanted->size &&
           type->is_signed == descent->wanted->is_signed &&
           type->is_bool == descent->wanted->is_bool;
}

/* OFFSET = INDEX * size + REST, with 0 <= REST < size. */
static bool split_offset(struct arena *arena, const struct poly *offset, int64_t size,
                         const struct poly **index, int64_t *rest)
{
    int64_t constant = poly_constant_term(offset);
    *rest = (constant % size + size) % size;
    const struct poly *whole = poly_subtract(arena, offset, poly_constant(arena, *rest));
    *index = poly_divide_exactly(arena, whole, size);
    return *index != NULL;
}

static const char *index_text(const struct descent *descent, const struct poly *index)
{
    int64_t constant;
    if (poly_is_constant(index, &constant))
        return arena_printf(descent->arena, "%lld", (long long)constant);
    if (!descent->is_for_message)
        return poly_text(descent->arena, index);
    const char *name = poly_name(descent->arena, index);
    return name ? name : "...";
}

static const char *descend(const struct descent *descent, const char *text, const struct type *type,
                           const struct poly *offset);

static const char *descend_array(const struct descent *descent, const char *text,
                                 const struct type *element, const struct poly *offset)
{
    const struct poly *index;
    int64_t rest;
    if (element->size <= 0 || !is_known(descent, element) ||
        !split_offset(descent->arena, offset, element->size, &index, &rest))
        return NULL;
    const char *subscript = index_text(descent, index);
    if (!subscript)
        return NULL;
    return descend(descent, arena_printf(descent->arena, "%s[%s]", text, subscript), element,
                   poly_constant(descent->arena, rest));
}

static const char *descend_record(const struct descent *descent, const char *text,
                                  const struct type *type, const struct poly *offset)
{
    int64_t constant;
    if (!is_known(descent, type))
        return NULL;
    if (!poly_is_constant(offset, &constant)) /* an array inside may be indexed: try each */
        constant = poly_constant_term(offset);
    for (size_t k = 0; k < type->fields.count; k++) {
        const struct field *field = type->fields.items[k];
        int64_t first = field->offset / 8;
        if (field->is_bit_field || constant < first ||
            (field->type->size > 0 && constant >= first + field->type->size))
            continue;
        const char *member = text;
        if (*field->name)
            member = arena_printf(descent->arena, "%s.%s", text, field->name);
        const struct poly *inside =
            poly_subtract(descent->arena, offset, poly_constant(descent->arena, first));
        const char *found = descend(descent, member, field->type, inside);
        if (found)
            return found;
    }
    return NULL;
}

static const char *descend(const struct descent *descent, const char *text, const struct type *type,
                           const struct poly *offset)
{
    int64_t constant;
    if (poly_is_constant(offset, &constant) && constant == 0 && is_wanted(descent, type))
        return text;
    if (type->kind == TYPE_ARRAY)
        return descend_array(descent, text, type->target, offset);
    if (type->kind == TYPE_RECORD)
        return descend_record(descent, text, type, offset);
    return NULL;
}

/* a->b rather than a[0].b */
static const char *with_arrow(struct arena *arena, const char *text)
{
    const char *at = text ? strstr(text, "[0].") : NULL;
    if (!at || strchr(text, '[') != at)
        return text;
    return arena_printf(arena, "%.*s->%s", (int)(at - text), text, at + 4);
}

static const char *pointee_location(const struct descent *descent, const struct object *object,
                                    const char *text, const struct poly *offset)
{
    const struct type *element = object->type;
    if (!element || element->size <= 0)
        element = descent->wanted;
    if (!element)
        return NULL;
    return with_arrow(descent->arena, descend_array(descent, text, element, offset));
}

static const char *row_location(const struct descent *descent, const struct object *rows,
                                const struct poly *offset);

static const char *find_location(const struct descent *descent, const struct object *object,
                                 const char *text, const struct poly *offset)
{
    if (!text || !offset)
        return NULL;
    if (object->kind == OBJECT_VARIABLE)
        return descend(descent, text, object->type, offset);
    if (object->kind == OBJECT_POINTEE)
        return pointee_location(descent, object, text, offset);
    if (object->kind == OBJECT_ROWS)
        return row_location(descent, object, offset);
    return NULL;
}

/* m[row][...], by the place of the pointer in its table */
static const char *row_location(const struct descent *descent, const struct object *rows,
                                const struct poly *offset)
{
    static const struct type pointer = {.kind = TYPE_POINTER, .size = sizeof(void *)};
    struct arena *arena = descent->arena;
    const struct object *table = rows->table;
    struct descent to_pointer = *descent;
    struct row_place place;
    if (!rows_split(arena, rows, offset, &place))
        return NULL;
    to_pointer.wanted = &pointer;
    const char *row =
        find_location(&to_pointer, table, descent->is_for_message ? table->name : table->text,
                      rows_pointer(arena, rows, place.row));
    return row ? pointee_location(descent, rows, row, place.byte) : NULL;
}

const char *location_text(struct arena *arena, const struct object *object,
                          const struct poly *offset, const struct type *type)
{
    struct descent descent = {.arena = arena, .home = object->home, .wanted = type};
    return find_location(&descent, object, object->text, offset);
}

const char *location_name(struct arena *arena, const struct object *object,
                          const struct poly *offset, const struct type *type)
{
    struct descent descent = {.arena = arena, .wanted = type, .is_for_message = true};
    const char *whole = object->is_part ? object->whole : object->name;
    const char *name = find_location(&descent, object, whole, offset);
    if (!name) {
        descent.wanted = NULL;
        name = find_location(&descent, object, whole, offset);
    }
    if (name)
        return name;
    return object->kind == OBJECT_POINTEE ? arena_printf(arena, "*%s", object->name) : object->name;
}

const char *object_address(struct arena *arena, const struct object *object)
{
    if (!object->text)
        return NULL;
    if (object->kind == OBJECT_ROWS)
        return object_address(arena, object->table);
    return object->kind == OBJECT_VARIABLE ? arena_printf(arena, "&%s", object->text)
                                           : arena_printf(arena, "(void *)%s", object->text);
}

const char *source_text(const struct unit *unit, const struct expr *e)
{
    enum { LONGEST = 40 };
    size_t length = e->end - e->place.offset;
    if (!e->is_sliceable || !place_is_in(unit, &e->place) || length > LONGEST ||
        memchr(unit->text + e->place.offset, '\n', length))
        return NULL;
    return arena_strndup(unit->arena, unit->text + e->place.offset, length);
}

/* ---- values ------------------------------------------------------------------------------- */

struct naming {
    struct arena *arena;
    bool is_for_message;
    bool is_wide;  /* in 128 bits, */
    bool is_small; /*  for symbols of less than 41 */
};

static const char *value_text(const struct naming *naming, const struct poly *value);

static const char *select_text(const struct naming *naming, const struct atom *atom)
{
    static const char *const relations[] = {[OP_LT] = "<",  [OP_LE] = "<=", [OP_GT] = ">",
                                            [OP_GE] = ">=", [OP_EQ] = "==", [OP_NE] = "!="};
    const char *texts[ATOM_OPERANDS];
    for (unsigned k = 0; k < ATOM_OPERANDS; k++)
        if (!(texts[k] = value_text(naming, atom->operands[k])))
            return NULL;
    return arena_printf(naming->arena, "%s %s %s ? %s : %s", texts[0], relations[atom->op],
                        texts[1], texts[2], texts[3]);
}

const char *number_type_text(const struct type *type)
{
    static const char *const by_size[2][9] = {
        {[1] = "unsigned char", [2] = "unsigned short", [4] = "unsigned", [8] = "unsigned long"},
        {[1] = "signed char", [2] = "short", [4] = "int", [8] = "long"},
    };
    if (type->kind == TYPE_INTEGER && !strncmp(type->spelling, "enum ", 5))
        return by_size[type->is_signed][type->size];
    return type->spelling;
}

static const char *number_cast(const struct naming *naming)
{
    return naming->is_wide ? "ppar_wide" : "long long";
}

static const char *derived_text(const struct naming *naming, const struct atom *atom)
{
    struct arena *arena = naming->arena;
    if (atom->derivation == DERIVED_SELECT)
        return select_text(naming, atom);
    const char *operand = value_text(naming, atom->operands[0]), *cast = number_cast(naming);
    long long divisor = atom->divisor;
    if (!operand)
        return NULL;
    if (atom->type && !atom->type->is_signed && atom->type->size == 8)
        operand = arena_printf(arena, "(unsigned long long)(%s)", operand);
    switch (atom->derivation) {
    case DERIVED_QUOTIENT:
        return arena_printf(arena, "(%s)((%s) / %lld)", cast, operand, divisor);
    case DERIVED_REMAINDER:
        return arena_printf(arena, "(%s)((%s) %% %lld)", cast, operand, divisor);
    case DERIVED_FLOOR_QUOTIENT:
        return arena_printf(arena, "(%s)((%s) >> %d)", cast, operand,
                            __builtin_ctzll((unsigned long long)divisor));
    case DERIVED_FLOOR_MODULO:
        return arena_printf(arena, "(%s)((%s) & %lld)", cast, operand, divisor - 1);
    case DERIVED_WRAP:
        return arena_printf(arena, "(%s)(%s)(%s)", cast, number_type_text(atom->type), operand);
    case DERIVED_SELECT:
        break;
    }
    return NULL;
}

static const char *symbol_text(const struct naming *naming, const struct atom *atom)
{
    bool is_small = naming->is_small && atom->type && atom->type->size == 8;
    if (!atom->text)
        return NULL;
    if (is_small)
        return arena_printf(naming->arena, "ppar_small(%s)", atom->text);
    return arena_printf(naming->arena, "(%s)%s", number_cast(naming), atom->text);
}

/* Read again; the loop does not change it. */
static const char *load_text(const struct naming *naming, const struct atom *atom)
{
    struct arena *arena = naming->arena;
    const struct poly *offset = atom->operands[0];
    if (naming->is_for_message)
        return location_name(arena, atom->object, offset, atom->type);
    const char *text = location_text(arena, atom->object, offset, atom->type);
    return text ? arena_printf(arena, "(%s)%s", number_cast(naming), text) : NULL;
}

const char *counter_name(struct arena *arena, unsigned level)
{
    return level ? arena_printf(arena, "ppar_i%u", level + 1) : "ppar_i";
}

static const char *atom_text(const struct naming *naming, const struct atom *atom)
{
    struct arena *arena = naming->arena;
    if (atom->kind == ATOM_LOAD)
        return load_text(naming, atom);
    if (naming->is_for_message && atom->kind != ATOM_DERIVED)
        return atom->text;
    switch (atom->kind) {
    case ATOM_COUNTER:
        return counter_name(arena, atom->level);
    case ATOM_INNER:
        return atom->loop->counter == atom ? arena_printf(arena, "ppar_k%u", atom->loop->depth)
                                           : NULL;
    case ATOM_SYMBOL:
        return symbol_text(naming, atom);
    case ATOM_DERIVED:
        return derived_text(naming, atom);
    case ATOM_OPAQUE:
    case ATOM_LOAD:
        return NULL;
    }
    return NULL;
}

static bool add_term_text(const struct naming *naming, struct buf *buf, const struct term *term,
                          bool is_first)
{
    long long coefficient = term->coefficient;
    if (coefficient == INT64_MIN)
        return false;
    if (!is_first)
        buf_puts(buf, coefficient < 0 ? " - " : " + ");
    else if (coefficient < 0)
        buf_puts(buf, "-");
    coefficient = coefficient < 0 ? -coefficient : coefficient;
    if (!term->degree || coefficient != 1)
        buf_printf(buf, "%lld%s", coefficient, term->degree ? " * " : "");
    for (unsigned d = 0; d < term->degree; d++) {
        const char *text = atom_text(naming, term->atoms[d]);
        if (!text)
            return false;
        bool needs_parentheses = term->atoms[d]->kind == ATOM_DERIVED;
        buf_printf(buf, needs_parentheses ? "%s(%s)" : "%s%s", d ? " * " : "", text);
    }
    return true;
}

static const char *value_text(const struct naming *naming, const struct poly *value)
{
    if (!value)
        return NULL;
    if (!value->count)
        return "0";
    struct buf buf = {0};
    bool known = true;
    for (size_t k = 0; k < value->count && known; k++)
        known = add_term_text(naming, &buf, &value->terms[k], k == 0);
    const char *text = known ? arena_strdup(naming->arena, buf_text(&buf)) : NULL;
    buf_release(&buf);
    return text;
}

const char *poly_text(struct arena *arena, const struct poly *value)
{
    struct naming naming = {.arena = arena};
    return value_text(&naming, value);
}

/* ---- in 128 bits -------------------------------------------------------------------------- */

/* How many bits, and a sign, VALUE needs at most; more than WIDE_BITS: not known. */
static unsigned bits_of(const struct poly *value, bool is_small);

static unsigned bits_of_atom(const struct atom *atom, bool is_small)
{
    if (!atom->type || atom->type->kind != TYPE_INTEGER)
        return WIDE_BITS + 1;
    /* the operand of a derivation is computed in 64 bits */
    bool is_safe = atom->kind != ATOM_DERIVED ||
                   (atom->derivation != DERIVED_SELECT && bits_of(atom->operands[0], false) < 63);
    if (is_small && atom->kind == ATOM_SYMBOL && atom->type->size == 8)
        return SMALL_BITS;
    return is_safe ? 8 * (unsigned)atom->type->size : WIDE_BITS + 1;
}

static unsigned bits_of(const struct poly *value, bool is_small)
{
    unsigned most = 0;
    for (size_t k = 0; k < value->count; k++) {
        uint64_t size = (uint64_t)value->terms[k].coefficient;
        unsigned bits = 1;
        for (size = value->terms[k].coefficient < 0 ? -size : size; size; size >>= 1)
            bits++;
        for (unsigned d = 0; d < value->terms[k].degree; d++)
            bits += bits_of_atom(value->terms[k].atoms[d], is_small);
        most = bits > most ? bits : most;
    }
    for (size_t k = 1; k < value->count; k <<= 1)
        most++;
    return most;
}

const char *poly_wide_text(struct arena *arena, const struct poly *value)
{
    struct naming naming = {.arena = arena, .is_wide = true};
    return value && bits_of(value, false) <= WIDE_BITS ? value_text(&naming, value) : NULL;
}

const char *poly_small_text(struct arena *arena, const struct poly *value)
{
    struct naming naming = {.arena = arena, .is_wide = true, .is_small = true};
    return value && bits_of(value, true) <= WIDE_BITS ? value_text(&naming, value) : NULL;
}

const char *number_name(const struct type *type)
{
    static const char *const names[2][9] = {
        {[1] = "PPAR_UINT8", [2] = "PPAR_UINT16", [4] = "PPAR_UINT32", [8] = "PPAR_UINT64"},
        {[1] = "PPAR_INT8", [2] = "PPAR_INT16", [4] = "PPAR_INT32", [8] = "PPAR_INT64"},
    };
    return names[type->is_signed && !type->is_bool][type->size];
}

const char *poly_name(struct arena *arena, const struct poly *value)
{
    struct naming naming = {.arena = arena, .is_for_message = true};
    return value_text(&naming, value);
}
