/* One loop for each way to tell compilers apart, between immintrin.h, which is clang's own where
 * libclang reads it, and a header that asks. */
#if (defined __x86_64__ || defined __i386__) && !defined BARE
#include <immintrin.h>
#endif
#include "branches.h"

#include <float.h>
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>

static int a[100];

void by_name(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        BY_NAME(a, i);
}

void by_version_of_function(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[i] = by_version(a, i);
}

void by_attribute(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        BY_ATTRIBUTE(a, i);
}

void by_builtin(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        BY_BUILTIN(a, i);
}

void by_operator(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[i] = by_feature(a, i);
}

void by_answer(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[i] = by_extension(a, i);
}

void by_level(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        BY_LEVEL(a, i);
}

void by_machine(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        BY_MACHINE(a, i);
}

void by_value(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[i] = DISTANCE ? a[i - DISTANCE] + 1 : i;
}
