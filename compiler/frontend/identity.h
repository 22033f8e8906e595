/* What libclang takes for predefined, and the parse of a source that depends on it. */
#ifndef PPCC_FRONTEND_IDENTITY_H
#define PPCC_FRONTEND_IDENTITY_H

#include "internal.h"

/* What libclang is given for one parse. */
struct parse_input {
    LIST_OF(const char *) args;
    LIST_OF(struct CXUnsavedFile) files;
};

/* Asks the real compiler, unless that was done for this source. */
void identity_begin(struct frontend *frontend);

/* Adds the options and files that make libclang pass for it, before the user's options, and those
 * that go before the user's, behind them. */
void identity_add_args(const struct frontend *frontend, struct parse_input *input);
void identity_add_last_args(const struct frontend *frontend, struct parse_input *input);

/* Words by which a text can tell gcc from clang: how they begin; NULL ends them. */
extern const char *const identity_words[];

/* Makes the macros those of the list, with MORE behind them. */
void identity_set_macros(struct frontend *frontend, const char *more);

/* Parses the main file, as often as it takes. NULL when libclang fails altogether. */
CXTranslationUnit identity_parse(struct frontend *frontend);

#endif
