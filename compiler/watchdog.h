/*
 * The end of an analysis that does not come back: a single question to the integer library can take
 * minutes, and cannot be called off.
 */
#ifndef PPCC_WATCHDOG_H
#define PPCC_WATCHDOG_H

/* After SECONDS of processor time from now the process writes MESSAGE to stderr and ends with
 * status 1. A copy of MESSAGE is kept; it is cut off if it is very long. */
void watchdog_start(double seconds, const char *message);

void watchdog_stop(void);

#endif
