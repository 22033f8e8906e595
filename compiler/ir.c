/* The questions about places that depend on which unit is being looked at. */
#include "ir.h"

#include <string.h>

bool place_is_in(const struct unit *unit, const struct place *place)
{
    return place->main && !strcmp(place->main, unit->path);
}

struct place unit_place(const struct unit *unit, unsigned offset)
{
    struct line_name from = {0, unit->path, 1};
    for (size_t k = 0; k < unit->names.list.count; k++)
        if (unit->names.list.items[k].offset <= offset)
            from = unit->names.list.items[k];
    struct place place = {from.file, from.line, 1, offset, unit->path};
    for (unsigned at = from.offset; at < offset && at < unit->length; at++) {
        place.column++;
        if (unit->text[at] == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

const char *unit_origin(const struct unit *unit, unsigned offset, unsigned *in_file)
{
    struct piece piece = {0, unit->path, 0};
    for (size_t k = 0; k < unit->pieces.list.count; k++)
        if (unit->pieces.list.items[k].offset <= offset)
            piece = unit->pieces.list.items[k];
    *in_file = piece.in_file + (offset - piece.offset);
    return piece.file;
}

const struct for_header *stmt_header(const struct stmt *stmt)
{
    static const struct for_header none;
    return stmt->header ? stmt->header : &none;
}
