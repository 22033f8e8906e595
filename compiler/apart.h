/* A source that is compiled apart from the link that the user asked for. */
#ifndef PPCC_APART_H
#define PPCC_APART_H

#include "invocation.h"

/*
 * Adds to AFTER what makes JOB's source an object, as if the link did it, and returns the object's
 * path: a temporary one, unless the user wants to keep it. NULL, with errno set, when there can be
 * no temporary file.
 */
const char *compile_for_link(struct invocation *invocation, const struct job *job,
                             struct args *after);

#endif
