/*
 * The inside of the summaries: one function's body while it is being summarised. summary.c drives,
 * summary_body.c looks at expressions and statements, summary_call.c at calls.
 */
#ifndef PPCC_SUMMARISE_H
#define PPCC_SUMMARISE_H

#include "summary.h"

/* What an automatic variable, or any part of it, ever holds. */
struct content {
    const struct var *var;
    struct targets targets;
};

struct body {
    struct arena *arena;
    struct function *function;
    struct summary *summary;
    LIST_OF(struct content) contents;
    struct targets read, written, freed; /* of what did not begin to exist with the call */
    struct targets
        kept;     /* what was stored where others can find it, or where it is lost track of */
    bool changed; /* something grew */
};

enum access_way { ACCESS_READ, ACCESS_WRITE, ACCESS_FREE };

/* Whether a value of TYPE can hold a pointer. */
bool body_may_hold_pointer(const struct type *type);

/* Looks through the whole body once. */
void body_scan(struct body *body);

/* E without the conversions around it. */
const struct expr *body_strip(const struct expr *e);

/* Whether E is a null pointer constant, or the number 0. */
bool body_is_null(const struct expr *e);

/* E is evaluated; where its value may point is added to INTO. */
void body_value(struct body *body, struct expr *e, struct targets *into);

/* Memory is accessed at AT; what the function owns does not count. */
void body_access(struct body *body, const struct targets *memory, enum access_way way,
                 const struct expr *at);

/* A value that points to WHAT is stored in MEMORY. */
void body_keep(struct body *body, const struct targets *memory, const struct targets *what,
               const struct place *at);

/* Anything may happen, for the reason given. */
void body_do_anything(struct body *body, const struct place *at, enum diag_id id,
                      const char *message);

void body_reason(struct body *body, const struct place *at, enum diag_id id, const char *message);
void body_flag(struct body *body, bool *flag); /* is set */
void body_join(struct body *body, struct targets *into, const struct targets *from);

/* What a summary says is read and written, as a set to look at; the lists are those of the summary.
 */
struct targets summary_read(const struct summary *summary);
struct targets summary_written(const struct summary *summary);

/* A call: as body_value. */
void body_call(struct body *body, struct expr *e, struct targets *into);

#endif
