/* Diagnostics in the GNU form, with the source line and a caret. */
#ifndef PPCC_MESSAGE_TEXT_H
#define PPCC_MESSAGE_TEXT_H

#include "diag.h"

#include <stdio.h>

struct text_style {
    bool has_colors;
    bool shows_fixits; /* each again on a line of its own */
};

/* UNIT as for printer_take. */
void print_messages(FILE *stream, const struct text_style *style, const struct diags *diags,
                    const struct unit *unit);

#endif
