/* Text files that are there whole or not at all; see printer.c. */
#ifndef PPAR_PRINTER_H
#define PPAR_PRINTER_H

#include <stddef.h>
#include <stdint.h>

struct journal;
struct printer;

/* Writes the file NAME with what PRINT prints. What fails is said once. */
void printer_write(const char *name, void (*print)(struct printer *, const struct journal *),
                   const struct journal *journal);

void print_text(struct printer *printer, const char *text);
void print_bytes(struct printer *printer, const char *bytes, size_t length);
void print_number(struct printer *printer, uint64_t number);

/* NANOSECONDS, in units of 10^DIGITS of them, with so many digits behind the point. */
void print_time(struct printer *printer, int64_t nanoseconds, int digits);

/* In quotes, as JSON has it; what is not UTF-8 becomes '?'. */
void print_string(struct printer *printer, const char *text);

/* The files that are made of a journal. */
void trace_print(struct printer *printer, const struct journal *journal);
void joblog_print(struct printer *printer, const struct journal *journal);
void page_print(struct printer *printer, const struct journal *journal);

#endif
