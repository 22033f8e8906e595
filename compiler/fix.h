/* --fix: what fix-its would put into the sources is put there, where that needs no choice of the
 * user's. */
#ifndef PPCC_FIX_H
#define PPCC_FIX_H

#include "diag.h"

struct fixes;

struct fixes *fixes_new(struct arena *arena);

/* Takes up the certain fix-its of UNIT, whose main file is MAIN_FILE; NULL: its path. */
void fixes_take(struct fixes *fixes, const char *main_file, const struct diags *diags,
                const struct unit *unit);

/* Rewrites every file that fix-its were taken up for, whole or not at all. Of fix-its that touch
 * each other the first alone is applied: what the others are for is asked again of the new text.
 * Returns how many were applied, or -errno with *FAILED the name of the file. */
long fixes_apply(struct fixes *fixes, const char **failed);

#endif
