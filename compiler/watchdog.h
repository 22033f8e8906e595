/*
 * The end of an analysis that does not come back: a single question to the integer library can take
 * minutes, and cannot be called off.
 */
#ifndef PPCC_WATCHDOG_H
#define PPCC_WATCHDOG_H

#include "model.h"

/*
 * analyse_loop (stages.h), which looks at the clock itself, between its questions; the watchdog is
 * for a question that does not end. That ends the program with a message.
 */
void analyse_watched(struct unit *unit, struct loop *loop);

#endif
