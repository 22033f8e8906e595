/* The preprocessor's operators that ask what a compiler has, answered by the real one. */
#ifndef PPCC_FRONTEND_ANSWERS_H
#define PPCC_FRONTEND_ANSWERS_H

#include "identity.h"
#include "mentions.h"

/* Does a file mention one? */
bool answers_matter(const struct user_files *files);

/* Makes the copies of clang's own headers that TU includes. */
void answers_note_own(struct frontend *frontend, CXTranslationUnit tu);

/* Makes the macros answer as the real compiler does; false when it gave no answer. */
bool answers_ask(struct frontend *frontend);

/* Notes which operands have no answer in TU yet; returns whether there are such. */
bool answers_are_missing(struct frontend *frontend, CXTranslationUnit tu);

#endif
