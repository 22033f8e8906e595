/* Remarks (-Rppar, -Rppar-missed): what became of loops that nothing is wrong with. */
#ifndef PPCC_REMARKS_H
#define PPCC_REMARKS_H

#include "suggest.h"

/* What was made of an annotated loop that is accepted. Its trace is open. */
void remark_loop(struct diags *diags, struct unit *unit, const struct loop *loop);

/* Loops that could be annotated. */
void remark_suggestions(struct diags *diags, const struct suggestions *suggestions);

#endif
