/*
 * The parts of a record that count for the key of a log: its members, without the padding between,
 * and pointers apart from numbers, for their values are others in each run. Of a union nobody knows
 * which member counts.
 */
#include "pieces.h"

#include <string.h>

const struct type *type_base(const struct type *type)
{
    while (type->kind == TYPE_ARRAY && type->target)
        type = type->target;
    return type;
}

bool type_has_pointer(const struct type *type)
{
    type = type_base(type);
    if (type->kind == TYPE_POINTER)
        return true;
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        if (type_has_pointer(type->fields.items[k]->type))
            return true;
    return false;
}

unsigned type_count_pointers(const struct type *type)
{
    unsigned count = type->kind == TYPE_POINTER;
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        count += type_count_pointers(type_base(type->fields.items[k]->type));
    return count;
}

struct piece_list {
    size_t count;
    bool fails;
    struct input_piece *items; /* or NULL */
};

static void add_piece(struct piece_list *pieces, int64_t offset, int64_t size, bool is_pointer)
{
    struct input_piece piece = {.offset = offset, .size = size, .is_pointer = is_pointer};
    pieces->fails |= pieces->count == MAX_PIECES || size <= 0;
    if (!pieces->fails && pieces->items)
        pieces->items[pieces->count] = piece;
    pieces->count += !pieces->fails;
}

static void add_pieces(struct piece_list *pieces, const struct type *type, int64_t offset);

static void add_field(struct piece_list *pieces, const struct field *field, int64_t offset)
{
    int64_t first = field->offset / 8, end = (field->offset + field->width + 7) / 8;
    if (field->is_bit_field)
        add_piece(pieces, offset + first, end - first, false);
    else
        add_pieces(pieces, field->type, offset + first);
}

/* Numbers of x87 have bytes that mean nothing. */
static void add_pieces(struct piece_list *pieces, const struct type *type, int64_t offset)
{
    bool is_x87 = type->kind == TYPE_FLOATING && strstr(type->spelling, "long double");
    if (type->kind == TYPE_RECORD && !type->is_union && type->is_complete) {
        for (size_t k = 0; k < type->fields.count && !pieces->fails; k++)
            add_field(pieces, type->fields.items[k], offset);
    } else if (type->kind == TYPE_ARRAY &&
               (type_has_pointer(type) || type->target->kind == TYPE_RECORD)) {
        for (int64_t k = 0; k < type->count && !pieces->fails; k++)
            add_pieces(pieces, type->target, offset + k * type->target->size);
    } else if (type->kind == TYPE_RECORD && type_has_pointer(type)) {
        pieces->fails = true;
    } else {
        add_piece(pieces, offset, is_x87 ? 10 : type->size, type->kind == TYPE_POINTER);
    }
}

size_t input_pieces(const struct type *type, struct input_piece pieces[MAX_PIECES])
{
    struct piece_list found = {.items = pieces};
    add_pieces(&found, type, 0);
    return found.fails ? 0 : found.count;
}
