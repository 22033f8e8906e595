/*
 * Diagnostics in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which editors and
 * the code hosting sites show beside the source.
 */
#ifndef PPCC_SARIF_H
#define PPCC_SARIF_H

#include "diag.h"

#include <jansson.h>

/* Appends a result for each to RESULTS. UNIT as for printer_take. */
void add_sarif_results(json_t *results, const struct diags *diags, const struct unit *unit);

/* The whole log, around RESULTS, which it takes over. The caller's. */
json_t *sarif_log(json_t *results);

#endif
