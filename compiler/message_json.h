/* Diagnostics as gcc writes its own with -fdiagnostics-format=json, for tools that read those. */
#ifndef PPCC_MESSAGE_JSON_H
#define PPCC_MESSAGE_JSON_H

#include "diag.h"

#include <jansson.h>

/* Appends an object for each to LIST. UNIT as for printer_take. */
void add_json_messages(json_t *list, const struct diags *diags, const struct unit *unit);

#endif
