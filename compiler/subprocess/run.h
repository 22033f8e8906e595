/* Programs that ppcc runs: the real compiler above all. */
#ifndef PPCC_SUBPROCESS_RUN_H
#define PPCC_SUBPROCESS_RUN_H

#include "../args.h"
#include "../buf.h"

/*
 * Becomes the program ARGS[0], found in PATH. Returns only on failure, with a message on stderr and
 * the status 2.
 */
int run_become(const struct args *args);

/*
 * Runs a program and waits for it. Returns its exit status; 128 + n when signal n ended it; 2, with
 * a message, when it could not be started.
 */
int run_wait(const struct args *args);

/* The same, with what the program writes to stdout added to OUTPUT, and its stderr shut. */
int run_capture(const struct args *args, struct buf *output);

/* The same for a program that reads the text INPUT from its stdin. */
int run_filter(const struct args *args, const char *input, struct buf *output);

#endif
