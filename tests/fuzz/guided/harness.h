/*
 * What both guided fuzzers do with a C file, and what they look for beside crashes and the
 * sanitizers' reports.
 */
#ifndef PPCC_TESTS_GUIDED_HARNESS_H
#define PPCC_TESTS_GUIDED_HARNESS_H

#include "buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Longer inputs find nothing that shorter ones do not. */
enum { LONGEST_INPUT = 16384 };

/* Once, before the first input: the stack that libclang and the walks over trees may need. */
void harness_prepare(void);

/*
 * Everything that ppcc can do with TEXT as a file: --check and --emit, and for some texts --suggest
 * or a --dump. Ends the program, with a line on stderr, where
 *
 *   - the text that ppcc wrote is no C although what it read was,
 *   - isl's values were not all given back,
 *   - it took more than five seconds of processor time beyond what the loops may take and libclang
 *     took,
 *   - the analysis had to be ended because it did not notice that its time was up.
 */
void harness_translate(const struct buf *text);

/* Does libclang parse TEXT without an error? */
bool harness_is_c(const struct buf *text);

/* The entry points that libFuzzer, or replay.c, calls. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
