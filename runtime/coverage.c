/*
 * The counts of a program that was built with --coverage.
 *
 * They are written by an exit handler of the compiler's library, which _exit passes by; so workers
 * call what the handler calls. It adds to the counts in the file, under a lock, and so do the
 * parent and the other workers. A worker starts with a copy of what the parent has counted until
 * then, which the parent will write itself: that is set to zero first.
 *
 * The functions are in the program only if its link has asked for them (-Wl,-u,__gcov_dump and
 * -Wl,-u,__gcov_reset): a weak reference takes nothing out of an archive.
 */
#include "coverage.h"

#include <stddef.h>

extern void __gcov_reset(void) __attribute__((weak, visibility("default")));
extern void __gcov_dump(void) __attribute__((weak, visibility("default")));

int coverage_is_on(void)
{
    return __gcov_dump != NULL;
}

void coverage_start(void)
{
    if (__gcov_reset != NULL)
        __gcov_reset();
}

void coverage_end(void)
{
    if (__gcov_dump != NULL)
        __gcov_dump();
}
