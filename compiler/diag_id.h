/* The kinds of diagnostics, and what is known of each. */
#ifndef PPCC_DIAG_ID_H
#define PPCC_DIAG_ID_H

#include <stdbool.h>

/* Each diagnostic has an id that the user can look up (--explain) and that never changes its
 * meaning. diag_ids.def lists them all: DIAG_ID(NAME, "name", "one line", "the explanation"). */
enum diag_id {
#define DIAG_ID(name, text, summary, explanation) DIAG_##name,
#include "diag_ids.def"
#undef DIAG_ID
    DIAG_ID_COUNT
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_REMARK };

const char *diag_id_text(enum diag_id id);                /* "carried-dependence" */
bool diag_id_find(const char *text, enum diag_id *found); /* the id of that text, if any */
const char *diag_id_summary(enum diag_id id);
const char *diag_id_explanation(enum diag_id id);

const char *severity_name(enum severity severity); /* "error" */

#endif
