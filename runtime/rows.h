/*
 * Rows behind a table of pointers, as they were before the loop; see rows.c. Byte b of row k has
 * the offset pitch * k + b, where low <= b < high and pitch is one more than high - low: rows that
 * follow each other in these numbers never touch.
 */
#ifndef PPAR_ROWS_H
#define PPAR_ROWS_H

#include "api.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct row_table;

/* NULL: there is no memory for it, or the numbers are too large. */
struct row_table *rows_new(const struct ppar_rows *rows);
void rows_free(struct row_table *table);

int64_t rows_pitch(const struct row_table *table);
int64_t rows_low(const struct row_table *table);  /* the first offset */
int64_t rows_high(const struct row_table *table); /* behind the last one */

/* Whether LENGTH bytes from OFFSET on lie in one row. OFFSET: from rows_low to rows_high. */
bool rows_hold(const struct row_table *table, int64_t offset, uint64_t length);

/* The address of such a byte. */
char *rows_address(const struct row_table *table, int64_t offset);

/* The offset of PLACE; rows_low - 1: it is in no row. */
int64_t rows_offset(const struct row_table *table, const volatile void *place);

#endif
