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

/* Adds the options and files that make libclang pass for it. */
void identity_add_args(const struct frontend *frontend, struct parse_input *input);

/* Keeps the folder of clang's own headers, which TU includes <stddef.h> of. */
void identity_note_own(struct frontend *frontend, CXTranslationUnit tu);

/* Parses the main file, as often as it takes. NULL when libclang fails altogether. */
CXTranslationUnit identity_parse(struct frontend *frontend);

#endif
