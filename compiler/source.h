/* Reading sources, and the quick look that tells whether a source can concern ppcc at all. */
#ifndef PPCC_SOURCE_H
#define PPCC_SOURCE_H

#include "buf.h"
#include "flags.h"

/*
 * Can INPUT hold a ppar pragma, or include a header of the project that does? Never false when it
 * does, in itself or in what it includes by name from its own folder or from the folders of -iquote
 * and -I; sometimes true when it does not. False for what cannot be read: the real compiler says
 * why.
 */
bool source_may_concern(const struct command *command, const struct input *input);

/* Reads INPUT's text; stdin stays readable from where it was. Returns 0 or -errno. */
int source_read(const struct input *input, struct buf *text);

/* Lets the standard input be read again by us and by those we become: a pipe is read to its end
 * and replaced by a file in memory. Returns 0 or -errno. */
int source_keep_stdin(void);

#endif
