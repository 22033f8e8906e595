/* The trace of a loop for the eyes of whoever works on ppcc: --dump=depend. */
#ifndef PPCC_DUMP_TRACE_H
#define PPCC_DUMP_TRACE_H

#include "trace.h"

#include <stdio.h>

/* One line for each access, in the order of the walk: where, what, how many bytes, under which
 * conditions. */
void dump_trace(FILE *stream, const struct trace *trace);

#endif
