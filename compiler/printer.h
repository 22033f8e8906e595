/*
 * How diagnostics reach the user: as text with source lines; as JSON in the shape that gcc gives
 * its own with -fdiagnostics-format=json; or as SARIF 2.1.0. Text is printed file by file; the
 * others are one document, which is complete when the printer is closed.
 */
#ifndef PPCC_PRINTER_H
#define PPCC_PRINTER_H

#include "diag.h"
#include "message_options.h"

#include <stdio.h>

struct printer;

/* The printer is in ARENA. Out of colour, where the user leaves that to us, unless STREAM is a
 * terminal that has it and NO_COLOR (no-color.org) is not set. */
struct printer *printer_open(struct arena *arena, const struct message_options *options,
                             FILE *stream);

/* Prints all in order. The text of the main file is taken from UNIT; without one (NULL) it is read,
 * like that of other files, and no fix-its are given. */
void printer_take(struct printer *printer, const struct diags *diags, const struct unit *unit);

/* Writes what is not written yet. The stream stays open. */
void printer_close(struct printer *printer);

#endif
