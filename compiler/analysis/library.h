/*
 * Calls of the C library in the walk, as the table in effects/ describes them.
 */
#ifndef PPCC_LIBRARY_H
#define PPCC_LIBRARY_H

#include "../effects/effects.h"
#include "walk.h"

/* FUNCTION's entry, when it is the library's function of that name and not one of the user's. */
const struct library_function *library_entry(const struct function *function);

/* Whether STREAM is the library's stdin, stdout or stderr: NAME. */
bool stream_is_standard(const struct pointer *stream, const char *name);

struct value library_call(struct walker *walker, struct expr *e, struct function *function,
                          const struct library_function *entry, const struct value *args,
                          size_t count);

/* The call AT of the function NAME changes files or other programs. What an iteration does there
 * stays done, also when the serial program never comes to that iteration. */
void check_early_end(struct walker *walker, const struct expr *at, const char *name);

#endif
