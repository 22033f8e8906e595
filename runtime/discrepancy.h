/* What two runs of a loop have left, where it differs; see discrepancy.c. */
#ifndef PPAR_DISCREPANCY_H
#define PPAR_DISCREPANCY_H

#include "compare.h"
#include "transcript.h"

struct verify;

struct discrepancy {
    const char *serial_end; /* how the serial run ended before its time; NULL: it did not */
    char text[160];
    int prints_differ;
    struct printed_difference printed; /* a: serially, b: in parallel */
    struct differences memory;         /* the serial run's bytes */
};

/* Tells of what counts of it. 1: something does; 0: nothing; or -errno. */
int discrepancy_report(const struct verify *verify, const struct discrepancy *found);

#endif
