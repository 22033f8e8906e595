/* The question about places that depends on which unit is being looked at. */
#include "ir.h"

#include <string.h>

bool place_is_in(const struct unit *unit, const struct place *place)
{
    return place->in_main && place->file && !strcmp(place->file, unit->path);
}
